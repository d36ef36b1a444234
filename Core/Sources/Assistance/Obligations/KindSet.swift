// SPDX-License-Identifier: Apache-2.0

/// A set of kinds of acts as bits, because it is asked for each act under each rule.
struct KindSet: Sendable {
    private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)

    init(_ kinds: some Sequence<ActKind>) {
        for kind in kinds {
            let ordinal = kind.ordinal
            precondition(ordinal < 192, "there are fewer than 192 kinds of acts")
            let bit: UInt64 = 1 << UInt64(ordinal & 63)
            switch ordinal >> 6 {
            case 0: words.0 |= bit
            case 1: words.1 |= bit
            default: words.2 |= bit
            }
        }
    }

    func contains(_ ordinal: UInt8) -> Bool {
        let word = ordinal < 64 ? words.0 : ordinal < 128 ? words.1 : words.2
        return word >> UInt64(ordinal & 63) & 1 == 1
    }
}
