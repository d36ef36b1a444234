// SPDX-License-Identifier: Apache-2.0

extension Declaration {
    /// What a declared category rests on (00.c06, 00.c09 to 00.c13); `nil` while something is missing: the
    /// proof, for 00.c12 the day, for 00.c13 the deciding officer's reason.
    var facts: [HardshipFact]? {
        let proven = proof.isBlank ? [] : [HardshipFact.declared(proof: proof, since: since)]
        switch category {
        case .militaryFamily, .conservation, .greenPost, .greenShift: return proven.isEmpty ? nil : proven
        case .landTaken: return proven.isEmpty || since == nil ? nil : proven
        case .other: return reason.isBlank ? nil : proven + [.officerReason(reason)]
        case .allowance, .disabled, .ageBand, .longUnemployed, .graduate, .zeroEmployment, .farmingOnly:
            return nil
        }
    }
}

extension String {
    /// Nothing but white space.
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
