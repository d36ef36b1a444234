// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// What people typed into search fields, so that names and ID numbers never stand in addresses and logs.
///
/// A search is posted, kept here for its session, and shown at an address with its number only. The oldest
/// are forgotten first; a forgotten one shows the empty list.
final class SearchMemory: Sendable {
    private let kept = Mutex<Kept>(Kept())
    private let most: Int

    private struct Kept {
        var texts: [Key: String] = [:]
        var order: [Key] = []
        var last = 0
    }

    private struct Key: Hashable {
        let session: String
        let number: Int
    }

    init(most: Int = 20_000) { self.most = most }

    /// Keeps a text for a session and gives the number under which it is found again.
    func keep(_ text: String, for session: String) -> Int {
        kept.withLock { kept in
            kept.last += 1
            let key = Key(session: session, number: kept.last)
            kept.texts[key] = text
            kept.order.append(key)
            if kept.order.count > most { kept.texts[kept.order.removeFirst()] = nil }
            return kept.last
        }
    }

    /// The text, for the session that typed it.
    func text(_ number: Int, for session: String) -> String? {
        kept.withLock { $0.texts[Key(session: session, number: number)] }
    }
}
