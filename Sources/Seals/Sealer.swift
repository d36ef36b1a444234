// SPDX-License-Identifier: Apache-2.0

import CCrypto

/// Where a sealed value stands. A value moved to another row or column does not open there.
public struct SealedPlace: Hashable, Sendable {
    /// Table and column, such as `people.phone`.
    public let column: String
    /// The row's lasting id.
    public let row: String

    /// A place named by its column and the row's id as text.
    public init(column: String, row: String) {
        self.column = column
        self.row = row
    }

    /// A place named by its column and the row's number.
    public init(column: String, row: Int64) { self.init(column: column, row: String(row)) }
}

/// Seals single values with AES-256-GCM, so that the database holds no readable ID number, phone or health
/// fact.
///
/// Usable from many threads at once.
public struct Sealer: Sendable {
    private let current: SealingKey
    private let keys: [UInt16: SealingKey]

    /// New values are sealed with the current key of `file`, older ones opened with whichever sealed them.
    public init(keys file: KeyFile) throws(SealFailure) {
        keys = file.sealing.reduce(into: [:]) { $0[$1.key] = SealingKey(id: $1.key, secret: $1.value) }
        guard let current = keys[file.currentSealingKey] else { throw .keyUnknown(file.currentSealingKey) }
        self.current = current
    }

    /// Seals bytes for one place: 32 bytes longer than they are.
    public func seal(_ plain: [UInt8], at place: SealedPlace) throws(SealFailure) -> [UInt8] {
        try current.seal(plain, at: place)
    }

    /// Seals a text for one place.
    public func seal(_ text: String, at place: SealedPlace) throws(SealFailure) -> [UInt8] {
        var plain = Array(text.utf8)
        defer { cleanse(&plain) }
        return try seal(plain, at: place)
    }

    /// The bytes that were sealed for this place.
    public func open(_ sealed: [UInt8], at place: SealedPlace) throws(SealFailure) -> [UInt8] {
        let header = try Envelope.Header(of: sealed)
        guard let key = keys[header.key] else { throw .keyUnknown(header.key) }
        return try key.open(sealed, header, at: place)
    }

    /// The text that was sealed for this place.
    public func openText(_ sealed: [UInt8], at place: SealedPlace) throws(SealFailure) -> String {
        var plain = try open(sealed, at: place)
        defer { cleanse(&plain) }
        guard let text = String(validating: plain, as: UTF8.self) else { throw .notText }
        return text
    }

    /// Whether a value was sealed with an older key and should be sealed anew.
    public func isOutdated(_ sealed: [UInt8]) throws(SealFailure) -> Bool {
        try Envelope.Header(of: sealed).key != current.id
    }
}
