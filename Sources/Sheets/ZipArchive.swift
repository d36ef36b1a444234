// SPDX-License-Identifier: Apache-2.0

import CZip
import Glibc

/// A workbook's archive, opened for reading.
///
/// Libzip's handles are closed when the last reader of any part lets go.
final class ZipArchive {
    /// What parts may unpack to that only describe a workbook; bytes.
    static let descriptionBytes = 32 << 20

    private let handle: OpaquePointer
    let limits: SheetLimits

    init(path: String, limits: SheetLimits) throws(SheetFault) {
        guard let handle = zip_open(path, ZIP_RDONLY, nil) else { throw .damaged(part: "") }
        self.handle = handle
        self.limits = limits
    }

    init(bytes: [UInt8], limits: SheetLimits) throws(SheetFault) {
        // Libzip takes over the copy and frees it with the source.
        guard let copy = malloc(max(bytes.count, 1)) else { throw .unreadable }
        bytes.withUnsafeBytes { from in
            if let start = from.baseAddress { memcpy(copy, start, from.count) }
        }
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, nil) else {
            free(copy)
            throw .unreadable
        }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            throw .damaged(part: "")
        }
        self.handle = handle
        self.limits = limits
    }

    deinit { zip_discard(handle) }

    /// Whether there is such a part; case does not matter, since some writers are careless with it.
    func holds(_ name: String) -> Bool { zip_name_locate(handle, name, zip_flags_t(ZIP_FL_NOCASE)) >= 0 }

    /// Opens a part for reading, or gives `nil` when there is none.
    ///
    /// What the archive declares is judged before a byte is unpacked.
    ///
    /// - Parameter most: bytes unpacked, where a part has no business to be as large as a sheet.
    func open(_ name: String, most: Int = .max) throws(SheetFault) -> ZipPart? {
        let index = zip_name_locate(handle, name, zip_flags_t(ZIP_FL_NOCASE))
        guard index >= 0 else { return nil }
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_stat_index(handle, zip_uint64_t(index), 0, &stat) == 0 else { throw .damaged(part: name) }
        if stat.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, stat.encryption_method != 0 {
            throw .encrypted
        }
        let packed = stat.valid & UInt64(ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0
        if stat.valid & UInt64(ZIP_STAT_SIZE) != 0 {
            try judge(unpacked: stat.size, packed: packed, most: most)
        }
        guard let file = zip_fopen_index(handle, zip_uint64_t(index), 0) else { throw .damaged(part: name) }
        return ZipPart(archive: self, file: file, name: name, packed: packed, most: most)
    }

    /// Refuses what no honest table needs.
    func judge(unpacked: UInt64, packed: UInt64, most: Int) throws(SheetFault) {
        let limit = max(0, min(most, limits.unpackedBytes))
        if unpacked > UInt64(limit) { throw .unpacksTooLarge(limit: limit) }
        if unpacked >= 16 << 20, unpacked / max(1, packed) > UInt64(max(1, limits.ratio)) {
            throw .packedTooTightly(ratio: limits.ratio)
        }
    }
}

/// A part of the archive being unpacked piece by piece.
final class ZipPart {
    private let archive: ZipArchive
    private let file: OpaquePointer
    private let packed: UInt64
    private let most: Int
    /// What has been unpacked so far; bytes.
    private(set) var unpacked: UInt64 = 0
    let name: String

    init(archive: ZipArchive, file: OpaquePointer, name: String, packed: UInt64, most: Int) {
        self.archive = archive
        self.file = file
        self.name = name
        self.packed = packed
        self.most = most
    }

    deinit { zip_fclose(file) }

    var limits: SheetLimits { archive.limits }

    /// Unpacks up to `count` bytes to `target`; 0 at the end.
    ///
    /// What really comes out is judged again, since a declared size may lie.
    func read(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) throws(SheetFault) -> Int {
        let got = Int(zip_fread(file, target, zip_uint64_t(count)))
        guard got >= 0 else { throw .damaged(part: name) }
        unpacked += UInt64(got)
        try archive.judge(unpacked: unpacked, packed: packed, most: most)
        return got
    }
}
