// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Synchronization

/// How often each network address tried to sign in within the last minute.
///
/// Accounts lock by themselves; this keeps one machine from trying one password on a thousand accounts, and
/// from keeping the processor busy with hashes. A whole office may stand behind one address, so the bound is wide.
final class AddressLimit: Sendable {
    private let kept = Mutex<[String: Tries]>([:])
    private let most: Int
    private let addresses: Int

    private struct Tries {
        var minute: Int64
        var count: Int
    }

    /// - Parameter addresses: how many are remembered at once.
    init(most: Int, addresses: Int = 10_000) {
        self.most = most
        self.addresses = addresses
    }

    /// Counts a try; false when the address has had its share of this minute.
    func take(_ address: String, at now: Instant) -> Bool {
        let minute = now.millisecondsSince1970 / 60_000
        return kept.withLock { kept in
            if kept.count >= addresses { kept = kept.filter { $0.value.minute == minute } }
            // Still full: thousands of addresses at once are an attack, and nobody new gets in this minute.
            guard kept.count < addresses || kept[address] != nil else { return false }
            var tries = kept[address] ?? Tries(minute: minute, count: 0)
            if tries.minute != minute { tries = Tries(minute: minute, count: 0) }
            tries.count += 1
            kept[address] = tries
            return tries.count <= most
        }
    }
}
