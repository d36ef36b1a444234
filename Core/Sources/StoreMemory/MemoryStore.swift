// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Synchronization

/// The ports in dictionaries: what tests and demonstrations run on, with the meaning of the database.
///
/// Everything is lost with the process. One lock guards it all, and nothing waits while holding it.
public final class MemoryStore: Sendable {
    let guarded: Mutex<MemoryState>

    /// An empty store that orders and finds names by what `names` reads from them.
    public init(names: @escaping NameReader = MemoryStore.plainNames) {
        guarded = Mutex(MemoryState(names: names))
    }

    /// Reads no pinyin: names stand in the order of their characters.
    public static let plainNames: NameReader = { NameKeys(order: $0, initials: [], full: []) }

    /// Answers a question from one consistent state.
    func read<Answer: Sendable>(_ question: (borrowing MemoryState) throws -> Answer) rethrows -> Answer {
        try guarded.withLock { try question($0) }
    }

    func write<Answer: Sendable>(_ change: (inout MemoryState) throws -> Answer) rethrows -> Answer {
        try guarded.withLock { try change(&$0) }
    }
}
