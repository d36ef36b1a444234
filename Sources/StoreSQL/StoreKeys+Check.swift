// SPDX-License-Identifier: Apache-2.0
import Desk
import Seals

extension StoreKeys {
    private static let sentence = Array("yuanzhu".utf8)

    /// Proves that the keys are the store's own before anything is read or written with them.
    ///
    /// A new store keeps a sealed and an indexed sentence for it; whoever comes with another key file is told at
    /// once, not at the first person.
    ///
    /// - Throws: ``StoreFailure/damaged(_:)`` when the key file is another's.
    public func check(_ connection: some Connection) throws {
        let kept = try connection.first("SELECT sealed, keyed FROM key_proof WHERE id = 1") {
            (sealed: $0.blob(0), keyed: $0.blob(1))
        }
        let keyed = blind.index(.phone, "86400000")
        guard let kept else {
            try connection.run(
                "INSERT INTO key_proof (id, sealed, keyed) VALUES (1, ?, ?)",
                [.blob(try seal(Self.sentence, "key_proof.sealed", "1")), .blob(keyed)])
            return
        }
        let opened = try? open(kept.sealed, "key_proof.sealed", "1")
        guard opened == Self.sentence, kept.keyed == keyed else {
            throw StoreFailure.damaged("the key file does not belong to this store")
        }
    }
}
