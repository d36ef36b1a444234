// SPDX-License-Identifier: Apache-2.0

extension IdentityFault {
    /// The stable code by which findings and confirmations name the fault.
    public var code: String {
        switch self {
        case .empty: "empty"
        case .length: "length"
        case .character: "character"
        case .fifteenDigits: "fifteen-digits"
        case .centenarianSequence: "centenarian"
        case .roundedBySpreadsheet: "rounded"
        case .unknownProvince: "province"
        case .impossibleDate: "date"
        case .bornInFuture: "future"
        case .checkCharacter: "check"
        }
    }
}
