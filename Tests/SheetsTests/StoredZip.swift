// SPDX-License-Identifier: Apache-2.0

/// A zip archive of stored parts, made by hand so that a test can say exactly what a file holds.
struct StoredZip {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// - Parameters:
    ///   - declaredSize: the size the archive claims, when it is to lie.
    ///   - isEncrypted: whether the archive claims that a password is needed.
    mutating func add(
        _ name: String, _ content: [UInt8], declaredSize: Int? = nil, isEncrypted: Bool = false
    ) {
        let size = little(declaredSize ?? content.count, 4)
        let name = Array(name.utf8)
        let shared =
            little(20, 2) + little(isEncrypted ? 0x801 : 0x800, 2) + little(0, 2) + little(0, 4)
            + little(Int(crc32(content)), 4)
            + little(content.count, 4) + size + little(name.count, 2) + little(0, 2)
        directory += [0x50, 0x4B, 1, 2] + little(20, 2) + shared
        directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(body.count, 4) + name
        body += [0x50, 0x4B, 3, 4] + shared + name + content
        count += 1
    }

    mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    var bytes: [UInt8] {
        body + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + little(count, 2) + little(count, 2)
            + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
    }

    private func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private func crc32(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
