// SPDX-License-Identifier: Apache-2.0

/// Chance that can be thrown again: SplitMix64 with streams, so that a seed gives the same district everywhere.
///
/// Every village has a stream of its own and can be made alone, in any order, on any core.
public struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The dice of one stream of a seed; streams of one seed have nothing to do with each other.
    public init(seed: UInt64, stream: UInt64 = 0) {
        var mixer = Dice(state: seed)
        state = mixer.next() ^ (stream &* 0x9E37_79B9_7F4A_7C15)
        _ = next()
    }

    private init(state: UInt64) { self.state = state }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number within the range, both ends included.
    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
    }

    /// Whether something happens that happens so many times in a thousand.
    mutating func happens(_ permille: Int) -> Bool { roll(0...999) < permille }

    /// One of the choices, each as likely as another.
    mutating func pick<Value>(_ choices: [Value]) -> Value { choices[roll(0...choices.count - 1)] }

    /// One of the choices, as likely as its weight.
    mutating func pick<Value>(_ choices: Weighted<Value>) -> Value {
        choices.value(at: roll(1...choices.total))
    }

    /// So many different ones of the choices, in their own order.
    mutating func pick<Value>(_ count: Int, of choices: [Value]) -> [Value] {
        var (left, chosen): (Int, [Value]) = (count, [])
        for (place, choice) in choices.enumerated() where left > 0 {
            if roll(1...choices.count - place) <= left {
                chosen.append(choice)
                left -= 1
            }
        }
        return chosen
    }
}

/// Choices with weights.
struct Weighted<Value: Sendable>: Sendable {
    private let entries: [(value: Value, through: Int)]
    let total: Int

    init(_ choices: [(Value, Int)]) {
        var sum = 0
        entries = choices.map { value, weight in
            sum += weight
            return (value, sum)
        }
        total = sum
    }

    /// The choice in whose stretch of the line 1...total the place lies.
    func value(at place: Int) -> Value {
        var (low, high) = (0, entries.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].through < place { low = middle + 1 } else { high = middle }
        }
        return entries[low].value
    }
}
