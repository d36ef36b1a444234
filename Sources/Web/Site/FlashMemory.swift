// SPDX-License-Identifier: Apache-2.0
import Pages
import Synchronization

/// What the last act of a session answered, until the next page shows it.
final class FlashMemory: Sendable {
    private let kept = Mutex<[String: Flash]>([:])

    func keep(_ flash: Flash, for session: String) {
        kept.withLock { kept in
            // A bound, not a rule: nobody waits for ten thousand answers.
            if kept.count > 10_000 { kept.removeAll() }
            kept[session] = flash
        }
    }

    /// The answer, once.
    func take(for session: String) -> Flash? { kept.withLock { $0.removeValue(forKey: session) } }
}
