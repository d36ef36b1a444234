// SPDX-License-Identifier: Apache-2.0
import Desk
import Dispatch
import StoreSQL
import Synchronization

/// Draws changes from a sequence and prepares them on all cores while the writer inserts the ones before.
///
/// At most three chunks exist at a time, so that memory stays the same for ten changes and for a million.
final class PreparationLine: Sendable {
    private struct State {
        var ready: [Result<[PreparedChange], any Error>] = []
        var isFinished = false
        var isStopped = false
    }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    // Begins at nothing and is filled below: a semaphore that ends lower than it began is taken for one in use, and
    // the process would be stopped when the writer gives up early.
    private let room = DispatchSemaphore(value: 0)
    private static let chunk = 1024

    /// Begins to draw at once, on a thread of its own.
    init(_ changes: any Sequence<Change> & Sendable, keys: StoreKeys) {
        for _ in 0..<2 { room.signal() }
        DispatchQueue(label: "yuanzhu.preparation", qos: .userInitiated).async {
            self.run(changes, keys: keys)
        }
    }

    /// The next chunk in the order of the sequence; `nil` after the last.
    func next() throws -> [PreparedChange]? {
        filled.wait()
        let chunk = state.withLock { $0.ready.isEmpty ? nil : $0.ready.removeFirst() }
        room.signal()
        return try chunk?.get()
    }

    /// Draws no more: the writer has given up or come to the end.
    func stop() {
        state.withLock { $0.isStopped = true }
        room.signal()
    }

    private func run(_ changes: some Sequence<Change>, keys: StoreKeys) {
        var iterator = changes.makeIterator()
        var isMore = true
        while isMore, !state.withLock({ $0.isStopped }) {
            var drawn: [Change] = []
            drawn.reserveCapacity(Self.chunk)
            while drawn.count < Self.chunk, let change = iterator.next() { drawn.append(change) }
            isMore = drawn.count == Self.chunk
            guard !drawn.isEmpty else { break }
            let prepared = Self.prepare(drawn, keys: keys)
            room.wait()
            state.withLock { $0.ready.append(prepared) }
            filled.signal()
            if case .failure = prepared { return }
        }
        filled.signal()
    }

    private static func prepare(_ changes: [Change], keys: StoreKeys) -> Result<[PreparedChange], any Error> {
        let slots = Mutex<[Int: Result<[PreparedChange], any Error>]>([:])
        let piece = 64
        let count = (changes.count + piece - 1) / piece
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let part = changes[place * piece..<min((place + 1) * piece, changes.count)]
            let result = Result { try part.map { try PreparedChange($0, keys: keys) } }
            slots.withLock { $0[place] = result }
        }
        return Result {
            try slots.withLock { slots in try (0..<count).flatMap { try slots[$0]?.get() ?? [] } }
        }
    }
}
