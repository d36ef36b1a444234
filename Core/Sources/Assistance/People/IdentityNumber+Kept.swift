// SPDX-License-Identifier: Apache-2.0

extension IdentityNumber {
    /// A number as it was kept, in its 18 characters; `nil` if they are no right number.
    ///
    /// What was accepted once is not held to rules about regions again.
    public init?(kept bytes: ArraySlice<UInt8>) {
        guard bytes.count == 18, let number = IdentityNumber(body: bytes.prefix(17)),
            number.bytes.last == bytes.last
        else { return nil }
        self = number
    }
}

extension PhoneNumber {
    /// A number as it was kept, in its parts.
    public init(kept kind: Kind, area: String, line: String, inside: String) {
        self.init(kind: kind, area: area, line: line, inside: inside)
    }
}
