// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Synchronization

/// How many public pages each network address may still ask for: a token bucket.
///
/// A person reads some pages at once and then one every few seconds; a crawler soon waits. A whole office or a
/// mobile network may stand behind one address, so the bucket is wide.
final class RequestBuckets: Sendable {
    private let kept = Mutex<[String: Bucket]>([:])
    private let capacity: Int
    /// Milliseconds after which one more page may be asked for.
    private let interval: Int64
    private let addresses: Int

    private struct Bucket {
        /// When the bucket was full or will be: later than now by an interval for each token that is missing.
        var fullAt: Int64
    }

    /// - Parameters:
    ///   - capacity: pages at once.
    ///   - interval: milliseconds for one more.
    ///   - addresses: how many are remembered at once.
    init(capacity: Int, interval: Int64, addresses: Int = 20_000) {
        self.capacity = capacity
        self.interval = interval
        self.addresses = addresses
    }

    /// Takes a token; where there is none, how many seconds the address has to wait.
    func take(_ address: String, at now: Instant) -> Int? {
        let time = now.millisecondsSince1970
        return kept.withLock { kept in
            // Full buckets say nothing: those that have filled up are forgotten when there are many.
            if kept.count >= addresses { kept = kept.filter { $0.value.fullAt > time } }
            guard kept.count < addresses || kept[address] != nil else { return 60 }
            let fullAt = max(kept[address]?.fullAt ?? time, time) + interval
            let late = fullAt - time - Int64(capacity) * interval
            guard late <= 0 else { return Int((late + 999) / 1000) }
            kept[address] = Bucket(fullAt: fullAt)
            return nil
        }
    }
}
