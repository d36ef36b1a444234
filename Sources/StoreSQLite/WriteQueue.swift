// SPDX-License-Identifier: Apache-2.0
import Desk
import GRDB
import StoreSQL
import Synchronization

/// Gathers writes that arrive while another is being committed and writes them in one transaction.
///
/// Should one of a group fail, the group is rolled back and each is written in a transaction of its own, so that
/// nobody is refused for another's conflict. (A savepoint for each would make the full-text table write out its
/// terms every time.) Each is answered only after the commit, when it is durable.
final class WriteQueue: Sendable {
    typealias Session = WriteSession<GRDBConnection>

    /// One write with the one who waits for it.
    struct Job: Sendable {
        let body: @Sendable (inout Session) throws -> Void
        /// Whether it is never grouped: it cannot be run a second time.
        let isAlone: Bool
        let answer: @Sendable (Result<Void, any Error>) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var isRunning = false
        var isClosed = false
    }

    private let pool: DatabasePool
    private let state = Mutex(State())
    private let wrote: @Sendable (Touched) -> Void
    /// The most writes in one transaction, so that nobody waits for an endless group.
    private static let mostInGroup = 256

    init(pool: DatabasePool, wrote: @escaping @Sendable (Touched) -> Void) {
        self.pool = pool
        self.wrote = wrote
    }

    /// Writes and answers after the commit. The body may be run twice unless it is to stand alone.
    func write<Answer: Sendable>(
        alone isAlone: Bool = false, _ body: @escaping @Sendable (inout Session) throws -> Answer
    ) async throws -> Answer {
        let box = Mutex<Answer?>(nil)
        try await withUnsafeThrowingContinuation { (waiting: UnsafeContinuation<Void, any Error>) in
            enqueue(
                Job(
                    body: { session in
                        let answer = try body(&session)
                        box.withLock { $0 = answer }
                    }, isAlone: isAlone, answer: { waiting.resume(with: $0) }))
        }
        guard let answer = box.withLock({ $0 }) else {
            preconditionFailure("a write that was committed has an answer")
        }
        return answer
    }

    /// Refuses further writes; those that wait are still written.
    func close() { state.withLock { $0.isClosed = true } }

    private func enqueue(_ job: Job) {
        let next: (isClosed: Bool, mustStart: Bool) = state.withLock { state in
            guard !state.isClosed else { return (true, false) }
            state.waiting.append(job)
            defer { state.isRunning = true }
            return (false, !state.isRunning)
        }
        if next.isClosed { job.answer(.failure(StoreFailure.unavailable("the store is closed"))) }
        if next.mustStart { pool.asyncWriteWithoutTransaction { self.drain($0) } }
    }

    private func drain(_ database: Database) {
        while let group = nextGroup() { write(group, to: database) }
    }

    private func nextGroup() -> [Job]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isRunning = false
                return nil
            }
            let ahead = state.waiting.prefix(Self.mostInGroup).prefix { !$0.isAlone }
            let group = ahead.isEmpty ? [state.waiting[0]] : Array(ahead)
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    private func write(_ group: [Job], to database: Database) {
        do {
            try run(group, in: database)
            for job in group { job.answer(.success(())) }
        } catch {
            if database.isInsideTransaction { try? database.rollback() }
            guard group.count > 1 else {
                for job in group { job.answer(.failure(StoreFailure.naming(error))) }
                return
            }
            for job in group { write([job], to: database) }
        }
    }

    private func run(_ group: [Job], in database: Database) throws {
        try database.beginTransaction(.immediate)
        var session = try WriteSession(GRDBConnection(database: database))
        for job in group { try job.body(&session) }
        try session.finish()
        try database.commit()
        wrote(session.touched)
    }
}
