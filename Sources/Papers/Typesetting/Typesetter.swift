// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Sets papers as PDF by one warm worker; orders wait in a line, first come first served.
///
/// A worker that dies is started again once for an order, and the order is set anew; nothing is lost and
/// nobody waits for ever.
public actor Typesetter {
    private let place: TypesettingPlace
    private let patience: @Sendable (TypesettingOrder) -> Int
    private var line: [Waiting] = []
    private var inWork: Waiting?
    private var stage = Stage.none
    private var worker: TypesettingWorker?
    /// Tells the present worker's words from those of one that is gone.
    private var generation = 0
    private var reading = AnswerReading()
    private var untried: [String]
    private var reader: Task<Void, Never>?
    private var timer: Task<Void, Never>?
    /// Tells the present watch from one whose order was answered meanwhile.
    private var watches = 0
    /// Set once the program was seen to have them.
    private var programHasFonts = false

    /// How far the worker is.
    private enum Stage { case none, starting, warm }

    private struct Waiting {
        let order: TypesettingOrder
        let continuation: CheckedContinuation<[UInt8], any Error>
        var tries = 0
    }

    /// A typesetter; nothing runs before the first order.
    ///
    /// - Parameter patience: seconds for which an order may take; by default 20 and one more for each 20 papers.
    public init(
        _ place: TypesettingPlace,
        patience: @escaping @Sendable (TypesettingOrder) -> Int = { 20 + $0.papers.count / 20 }
    ) {
        self.place = place
        self.patience = patience
        untried = place.pythons
    }

    /// Sets an order.
    ///
    /// - Throws: ``TypesettingFault``.
    public func pdf(_ order: TypesettingOrder) async throws -> [UInt8] {
        if let unknown = order.templates.first(where: { !place.has($0) }) {
            throw TypesettingFault.noTemplate(unknown)
        }
        return try await withCheckedThrowingContinuation { continuation in
            line.append(Waiting(order: order, continuation: continuation))
            proceed()
        }
    }

    /// Ends the worker; whoever waits is told. A later order starts another.
    public func close() {
        let waiting = (inWork.map { [$0] } ?? []) + line
        inWork = nil
        line = []
        drop()
        untried = place.pythons
        for one in waiting { one.continuation.resume(throwing: TypesettingFault.died) }
    }

    /// The worker's process, for those who watch it; `nil` while none runs.
    public var processNumber: Int32? { worker?.process.processIdentifier }

    /// Takes the next order up as soon as the worker is free.
    private func proceed() {
        guard inWork == nil, !line.isEmpty else { return }
        switch stage {
        case .none: start()
        case .starting: break
        case .warm: hand(over: line.removeFirst())
        }
    }

    private func start() {
        guard let python = untried.first else { return useProgram() }
        generation += 1
        let mine = generation
        reading = AnswerReading()
        let (pieces, feed) = AsyncStream.makeStream(of: Data?.self)
        do {
            worker = try TypesettingWorker(python: python, place: place) { feed.yield($0) }
        } catch {
            feed.finish()
            untried.removeFirst()
            return start()
        }
        stage = .starting
        watch(seconds: 60)
        reader = Task { [weak self] in
            for await piece in pieces {
                await self?.take(piece, of: mine)
                if piece == nil { break }
            }
        }
    }

    private func hand(over waiting: Waiting) {
        inWork = waiting
        inWork?.tries += 1
        watch(seconds: patience(waiting.order))
        // One who no longer reads has ended, which the stream tells.
        try? worker?.send(waiting.order)
    }

    private func take(_ piece: Data?, of generation: Int) {
        guard generation == self.generation else { return }
        guard let piece, let answers = reading.take(piece) else { return ended() }
        for answer in answers { take(answer) }
    }

    private func take(_ answer: WorkerAnswer) {
        unwatch()
        switch answer {
        case .ready: stage = .warm
        case .missing(let families?):
            drop()
            return fail(all: .noFonts(families))
        case .missing(nil):
            drop()
            untried.removeFirst()
        case .pdf(let bytes): finish(.success(bytes))
        case .faults(let places): finish(.failure(TypesettingFault.template(places)))
        }
        proceed()
    }

    private func finish(_ result: Result<[UInt8], any Error>) {
        let done = inWork
        inWork = nil
        done?.continuation.resume(with: result)
    }

    /// The worker is gone: an order in its hands is tried once more.
    private func ended() {
        let wasStarting = stage == .starting
        drop()
        if wasStarting { untried.removeFirst() }
        if let lost = inWork {
            inWork = nil
            if lost.tries < 2 {
                line.insert(lost, at: 0)
            } else {
                lost.continuation.resume(throwing: TypesettingFault.died)
            }
        }
        proceed()
    }

    private func drop() {
        generation += 1
        unwatch()
        reader?.cancel()
        worker?.kill()
        worker = nil
        stage = .none
    }

    private func watch(seconds: Int) {
        unwatch()
        let mine = watches
        timer = Task { [weak self] in
            guard (try? await Task.sleep(for: .seconds(seconds))) != nil else { return }
            await self?.expire(mine, after: seconds)
        }
    }

    private func unwatch() {
        watches += 1
        timer?.cancel()
    }

    private func expire(_ watch: Int, after seconds: Int) {
        guard watch == watches else { return }
        if stage == .starting { return ended() }
        drop()
        finish(.failure(TypesettingFault.tooLong(seconds: seconds)))
        proceed()
    }

    private func fail(all fault: TypesettingFault) {
        let waiting = line
        line = []
        untried = place.pythons
        for one in waiting { one.continuation.resume(throwing: fault) }
    }

    /// No Python serves: each order is a process of its own, still one after the other.
    private func useProgram() {
        guard let path = place.program else { return fail(all: .noTypesetter) }
        let waiting = line.removeFirst()
        inWork = waiting
        let program = TypstProgram(path: path, place: place)
        let seconds = patience(waiting.order)
        Task {
            do {
                if !programHasFonts {
                    let lacking = try await program.lackingFamilies()
                    guard lacking.isEmpty else { throw TypesettingFault.noFonts(lacking) }
                    programHasFonts = true
                }
                finish(.success(try await program.pdf(waiting.order, within: seconds)))
            } catch { finish(.failure(error)) }
            proceed()
        }
    }
}
