// SPDX-License-Identifier: Apache-2.0

/// A set of kinds of acts as bits, because it is asked for each act under each rule.
struct KindSet: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ kinds: some Sequence<ActKind>) {
        for kind in kinds {
            let ordinal = kind.ordinal
            if ordinal < 64 { low |= 1 << UInt64(ordinal) } else { high |= 1 << UInt64(ordinal - 64) }
        }
    }

    func contains(_ ordinal: UInt8) -> Bool {
        let word = ordinal < 64 ? low : high
        return word >> UInt64(ordinal & 63) & 1 == 1
    }
}
