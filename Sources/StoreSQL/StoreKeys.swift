// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Seals

/// What turns personal facts into what the database may hold: seals, blind indexes, readings of names.
public struct StoreKeys: Sendable {
    let sealer: Sealer
    let blind: BlindIndex
    let names: NameReader

    /// - Throws: ``StoreFailure/damaged(_:)`` when the key file lacks its current key.
    public init(keys: KeyFile, names: @escaping NameReader) throws {
        sealer = try Self.naming("key file") { try Sealer(keys: keys) }
        blind = BlindIndex(keys: keys)
        self.names = names
    }

    /// The bytes sealed for one column and row; moved elsewhere they do not open.
    package func seal(_ plain: [UInt8], _ column: String, _ row: String) throws -> [UInt8] {
        try Self.naming(column) { try sealer.seal(plain, at: SealedPlace(column: column, row: row)) }
    }

    /// The plain bytes of a column and row.
    package func open(_ sealed: [UInt8], _ column: String, _ row: String) throws -> [UInt8] {
        try Self.naming(column + " " + row) {
            try sealer.open(sealed, at: SealedPlace(column: column, row: row))
        }
    }

    private static func naming<Value>(_ place: String, _ work: () throws -> Value) throws -> Value {
        do { return try work() } catch let failure as SealFailure {
            throw StoreFailure.damaged("\(place): \(failure)")
        }
    }
}

extension Subject {
    /// The subject as places of sealed values name it: `person:12`.
    var place: String { "\(kind.rawValue):\(number)" }
}
