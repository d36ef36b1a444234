// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// How many requests were answered, how, and how long they took: what /metrics tells.
final class RequestCounts: Sendable {
    private let kept = Mutex<[Key: Sum]>([:])
    /// Upper bounds of the times, in milliseconds.
    private static let bounds = [5, 25, 100, 500, 2500]

    private struct Key: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Sum {
        var count = 0
        var milliseconds = 0.0
        var within = [Int](repeating: 0, count: RequestCounts.bounds.count)
    }

    /// Counts one request under its route's pattern, never under its address.
    func add(method: String, route: String, status: Int, milliseconds: Double) {
        kept.withLock { kept in
            var sum = kept[Key(method: method, route: route, status: status)] ?? Sum()
            sum.count += 1
            sum.milliseconds += milliseconds
            for (index, bound) in Self.bounds.enumerated() where milliseconds <= Double(bound) {
                sum.within[index] += 1
            }
            kept[Key(method: method, route: route, status: status)] = sum
        }
    }

    /// Everything in Prometheus' text form.
    var text: String {
        let rows = kept.withLock { Array($0) }.sorted {
            ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
        }
        var lines = [
            "# HELP yuanzhu_request_seconds Time taken to answer a request.",
            "# TYPE yuanzhu_request_seconds histogram",
        ]
        for (key, sum) in rows { lines += Self.lines(key, sum) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ key: Key, _ sum: Sum) -> [String] {
        let labels = "method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\""
        var lines = zip(bounds, sum.within).map { bound, count in
            "yuanzhu_request_seconds_bucket{\(labels),le=\"\(Double(bound) / 1000)\"} \(count)"
        }
        lines.append("yuanzhu_request_seconds_bucket{\(labels),le=\"+Inf\"} \(sum.count)")
        lines.append("yuanzhu_request_seconds_sum{\(labels)} \(sum.milliseconds / 1000)")
        lines.append("yuanzhu_request_seconds_count{\(labels)} \(sum.count)")
        return lines
    }
}
