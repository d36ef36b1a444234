// SPDX-License-Identifier: Apache-2.0
import Desk
import GRDB
import StoreSQL
import Synchronization

/// Gathers writes that arrive while another is being committed and writes them in one transaction.
///
/// Each stands in a savepoint of its own, so that one that fails does not take the others along, and each is
/// answered only after the commit, when it is durable.
final class WriteQueue: Sendable {
    typealias Session = WriteSession<GRDBConnection>

    /// One write with the one who waits for it.
    struct Job: Sendable {
        let body: @Sendable (inout Session) throws -> Void
        let answer: @Sendable (Result<Void, any Error>) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var isRunning = false
        var isClosed = false
    }

    private let pool: DatabasePool
    private let state = Mutex(State())
    private let wroteUnits: @Sendable () -> Void
    /// The most writes in one transaction, so that nobody waits for an endless group.
    private static let mostInGroup = 256

    init(pool: DatabasePool, wroteUnits: @escaping @Sendable () -> Void) {
        self.pool = pool
        self.wroteUnits = wroteUnits
    }

    /// Writes and answers after the commit.
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (inout Session) throws -> Answer
    ) async throws -> Answer {
        let box = Mutex<Answer?>(nil)
        try await withUnsafeThrowingContinuation { (waiting: UnsafeContinuation<Void, any Error>) in
            enqueue(
                Job(
                    body: { session in
                        let answer = try body(&session)
                        box.withLock { $0 = answer }
                    }, answer: { waiting.resume(with: $0) }))
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
            let group = Array(state.waiting.prefix(Self.mostInGroup))
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    private func write(_ group: [Job], to database: Database) {
        var results: [Result<Void, any Error>] = []
        do {
            results = try run(group, in: database)
        } catch {
            if database.isInsideTransaction { try? database.rollback() }
            results = group.map { _ in .failure(StoreFailure.naming(error)) }
        }
        for (job, result) in zip(group, results) { job.answer(result) }
    }

    private func run(_ group: [Job], in database: Database) throws -> [Result<Void, any Error>] {
        let connection = GRDBConnection(database: database)
        try database.beginTransaction(.immediate)
        var session = try WriteSession(connection)
        let results = try group.map { try run($0, in: &session, connection) }
        try session.finish()
        try database.commit()
        if session.touchedUnits { wroteUnits() }
        return results
    }

    private func run(
        _ job: Job, in session: inout Session, _ connection: GRDBConnection
    ) throws -> Result<Void, any Error> {
        let before = session
        try connection.run("SAVEPOINT change", [])
        do {
            try job.body(&session)
            try connection.run("RELEASE change", [])
            return .success(())
        } catch {
            // A full disk ends the whole transaction by itself; then nothing of the group stands.
            guard connection.database.isInsideTransaction else { throw error }
            session = before
            try connection.run("ROLLBACK TO change", [])
            try connection.run("RELEASE change", [])
            return .failure(StoreFailure.naming(error))
        }
    }
}
