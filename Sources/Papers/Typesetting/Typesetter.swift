// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Sets papers as PDF by one warm worker; orders wait in a line, first come first served.
///
/// A worker that dies is started again once for an order, and the order is set anew; nothing is lost and
/// nobody waits for ever. One that is worn out (``TypesettingWear``) is followed by another, which is warm
/// before the old one goes.
public actor Typesetter {
    private let place: TypesettingPlace
    private let wear: TypesettingWear
    private let patience: @Sendable (TypesettingOrder) -> Int
    private var line: [Waiting] = []
    private var inWork: Waiting?
    private var current: RunningWorker?
    /// Started beside a worn one.
    private var successor: RunningWorker?
    private var generation = 0
    private var untried: [String]
    /// How often the present Python ended before its first word.
    private var falseStarts = 0
    private var timer: Task<Void, Never>?
    /// Tells the present watch from one whose order was answered meanwhile.
    private var watches = 0
    /// The last paper set: a successor sets it once, so that templates and fonts are read when it takes over.
    private var lastPaper: TypesettingOrder?
    /// Set once the program was seen to have them.
    private var programHasFonts = false
    /// How often a worn worker was followed by another.
    public private(set) var successions = 0

    private struct Waiting {
        let order: TypesettingOrder
        let continuation: CheckedContinuation<[UInt8], any Error>
        var tries = 0
    }

    /// A typesetter; nothing runs before the first order.
    ///
    /// - Parameter patience: seconds for which an order may take; by default 20 and one more for each 20 papers.
    public init(
        _ place: TypesettingPlace, wear: TypesettingWear = TypesettingWear(),
        patience: @escaping @Sendable (TypesettingOrder) -> Int = { 20 + $0.papers.count / 20 }
    ) {
        self.place = place
        self.wear = wear
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
        dropSuccessor()
        untried = place.pythons
        for one in waiting { one.continuation.resume(throwing: TypesettingFault.died) }
    }

    /// The worker's process, for those who watch it; `nil` while none runs.
    public var processNumber: Int32? { current?.processNumber }

    /// Takes the next order up as soon as the worker is free.
    private func proceed() {
        guard inWork == nil else { return }
        succeed()
        guard !line.isEmpty else { return }
        guard let current else { return start() }
        if current.isWarm { hand(over: line.removeFirst()) }
    }

    private func start() {
        guard let python = untried.first else { return useProgram() }
        guard let running = run(python) else {
            untried.removeFirst()
            return start()
        }
        current = running
        watch(seconds: 60)
    }

    /// A worker just started; `nil` where the Python does not start.
    private func run(_ python: String) -> RunningWorker? {
        generation += 1
        let mine = generation
        let (pieces, feed) = AsyncStream.makeStream(of: Data?.self)
        guard let worker = try? TypesettingWorker(python: python, place: place, received: { feed.yield($0) })
        else {
            feed.finish()
            return nil
        }
        let reader = Task { [weak self] in
            for await piece in pieces {
                await self?.take(piece, of: mine)
                if piece == nil { break }
            }
        }
        return RunningWorker(worker: worker, generation: mine, reader: reader)
    }

    private func hand(over waiting: Waiting) {
        inWork = waiting
        inWork?.tries += 1
        watch(seconds: patience(waiting.order))
        // One who no longer reads has ended, which the stream tells.
        try? current?.worker.send(waiting.order)
    }

    private func take(_ piece: Data?, of generation: Int) {
        if generation == current?.generation {
            guard let piece, let answers = current?.reading.take(piece) else { return ended() }
            for answer in answers { take(answer) }
        } else if generation == successor?.generation {
            guard let piece, let answers = successor?.reading.take(piece) else { return dropSuccessor() }
            for answer in answers { warm(by: answer) }
        }
    }

    private func take(_ answer: WorkerAnswer) {
        unwatch()
        switch answer {
        case .ready:
            current?.isWarm = true
            falseStarts = 0
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
        if let order = done?.order {
            current?.papers += order.papers.count
            lastPaper = TypesettingOrder(Array(order.papers.prefix(1)), stamp: order.stamp)
        }
        done?.continuation.resume(with: result)
    }

    /// The worker is gone: an order in its hands is tried once more.
    private func ended() {
        let wasStarting = current?.isWarm == false
        drop()
        if wasStarting { startFailed() }
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

    /// Ended before its first word: killed, perhaps, and started once more before another is tried.
    private func startFailed() {
        falseStarts += 1
        guard falseStarts > 1 else { return }
        falseStarts = 0
        untried.removeFirst()
    }

    private func drop() {
        unwatch()
        current?.end()
        current = nil
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
        if current?.isWarm == false { return ended() }
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

    // MARK: Succession

    /// Between two orders: a warm successor takes over, a worn worker gets one.
    private func succeed() {
        if let next = successor, next.isWarm {
            current?.end()
            current = next
            successor = nil
            successions += 1
        } else if successor == nil, let python = untried.first, current?.isWorn(wear) == true {
            successor = run(python)
        }
    }

    /// The successor is ready: it sets the last paper once, for nobody, and then it is warm.
    private func warm(by answer: WorkerAnswer) {
        switch answer {
        case .ready:
            if let lastPaper, (try? successor?.worker.send(lastPaper)) != nil { return }
            successor?.isWarm = true
        case .missing: return dropSuccessor()
        case .pdf, .faults: successor?.isWarm = true
        }
        proceed()
    }

    /// A successor that does not come is given up; the worn worker serves on and asks for another later.
    private func dropSuccessor() {
        successor?.end()
        successor = nil
        current?.papers = 0
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
