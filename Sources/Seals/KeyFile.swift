// SPDX-License-Identifier: Apache-2.0

/// The keys of one installation, in a file of their own, never in the database.
///
/// Whoever holds a copy of the database alone can read neither ID numbers nor phones, can look up nobody
/// and can forge no form. Back the file up apart from the database: without it the sealed columns stay
/// sealed.
public struct KeyFile: Sendable {
    /// Where the file stands.
    public let path: String
    /// The number of the key that new values are sealed with.
    public let currentSealingKey: UInt16
    let sealing: [UInt16: Secret]
    let blindIndex: Secret
    let token: Secret

    /// The numbers of all sealing keys, the current one and those kept to open older values.
    public var sealingKeys: [UInt16] { sealing.keys.sorted() }

    /// The length of every key in bytes.
    static let keyLength = 32

    /// Opens the key file, and makes it on the first run.
    ///
    /// Made whole or not at all, readable by its owner only. If two processes make it at once, both use the
    /// one that came first.
    public static func open(orCreate path: String) throws(SealFailure) -> KeyFile {
        do throws(SealFailure) {
            return try open(path)
        } catch .keyFileMissing {
            let fresh = try fresh(path: path)
            try PrivateFile(path: path).create(holding: fresh.written())
            return try open(path)
        }
    }

    /// Opens a key file that must be there, as when a store that holds sealed values is opened.
    public static func open(_ path: String) throws(SealFailure) -> KeyFile {
        try KeyFile(path: path, reading: PrivateFile(path: path).read())
    }

    /// Adds a new sealing key and makes it the current one; the old ones stay, to open what they sealed.
    ///
    /// The running server keeps its keys until it is started again.
    public static func rotateSealingKey(at path: String) throws(SealFailure) -> KeyFile {
        try PrivateFile(path: path).replace { held throws(SealFailure) in
            try KeyFile(path: path, reading: held).withNewSealingKey().written()
        }
        return try open(path)
    }

    init(path: String, current: UInt16, sealing: [UInt16: Secret], blindIndex: Secret, token: Secret) {
        self.path = path
        self.currentSealingKey = current
        self.sealing = sealing
        self.blindIndex = blindIndex
        self.token = token
    }

    private static func fresh(path: String) throws(SealFailure) -> KeyFile {
        KeyFile(
            path: path, current: 1, sealing: [1: try .random(count: keyLength)],
            blindIndex: try .random(count: keyLength), token: try .random(count: keyLength))
    }

    private func withNewSealingKey() throws(SealFailure) -> KeyFile {
        let highest = sealing.keys.max() ?? 0
        guard highest < .max else { throw .keyFileMalformed(path: path, line: 0) }
        var keys = sealing
        keys[highest + 1] = try .random(count: Self.keyLength)
        return KeyFile(
            path: path, current: highest + 1, sealing: keys, blindIndex: blindIndex, token: token)
    }
}
