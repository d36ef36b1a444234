// SPDX-License-Identifier: Apache-2.0

/// The nodes of a search waiting to be passed on, the nearest first, equal ones by their number.
///
/// A heap of four branches; a distance and a node share one number, so one comparison orders both.
struct PathQueue {
    private var heap: [Int64] = []
    private let bits: Int64
    private let mask: Int64

    /// A queue for nodes below `nodes`.
    init(nodes: Int) {
        let width = Int.bitWidth - nodes.leadingZeroBitCount
        bits = Int64(width)
        mask = 1 << bits - 1
    }

    mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

    mutating func push(_ node: Int32, at distance: Int64) {
        let key = distance << bits | Int64(node)
        var place = heap.count
        heap.append(key)
        while place > 0 {
            let above = (place - 1) >> 2
            guard heap[above] > key else { break }
            heap[place] = heap[above]
            place = above
        }
        heap[place] = key
    }

    mutating func pop() -> (distance: Int64, node: Int32)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        if !heap.isEmpty { sink(last) }
        return (first >> bits, Int32(truncatingIfNeeded: first & mask))
    }

    /// Lets a key sink from the top to its place.
    private mutating func sink(_ key: Int64) {
        var place = 0
        while true {
            let below = place << 2 + 1
            guard below < heap.count else { break }
            var least = below
            for other in below + 1..<min(below + 4, heap.count) where heap[other] < heap[least] {
                least = other
            }
            guard heap[least] < key else { break }
            heap[place] = heap[least]
            place = least
        }
        heap[place] = key
    }
}
