// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Reading files without Foundation.
enum FileBytes {
    /// The size of a file and its first bytes.
    static func head(of path: String, count: Int = 16) throws(SheetFault) -> (size: Int, bytes: [UInt8]) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .unreadable }
        return (Int(status.st_size), try bytes(from: file, most: count))
    }

    /// A whole file, refused beyond the limit.
    static func all(of path: String, limit: Int) throws(SheetFault) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .unreadable }
        guard Int(status.st_size) <= limit else { throw .fileTooLarge(limit: limit) }
        return try bytes(from: file, most: Int(status.st_size))
    }

    private static func bytes(from file: Int32, most: Int) throws(SheetFault) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { target, filled in
            while filled < most, let start = target.baseAddress {
                let got = read(file, start + filled, most - filled)
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                if got <= 0 { break }
                filled += got
            }
        }
        if failed { throw .unreadable }
        return bytes
    }
}

/// Whether `bytes` hold the ASCII word as two-byte text, as names in old binary files are kept.
func holdsWideWord(_ word: StaticString, in bytes: [UInt8]) -> Bool {
    var wide: [UInt8] = []
    for index in 0..<word.utf8CodeUnitCount { wide += [word.utf8Start[index], 0] }
    return bytes.withUnsafeBytes { hay in
        guard let start = hay.baseAddress else { return false }
        var at = 0
        while at + wide.count <= hay.count,
            let found = memchr(start + at, Int32(wide[0]), hay.count - wide.count - at + 1)
        {
            at = start.distance(to: UnsafeRawPointer(found))
            if memcmp(start + at, wide, wide.count) == 0 { return true }
            at += 1
        }
        return false
    }
}
