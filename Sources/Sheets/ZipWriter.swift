// SPDX-License-Identifier: Apache-2.0

import CZip
import Glibc

/// Packs files into a zip in memory; they are stored as they are, since what we pack is packed already.
public struct ZipWriter {
    private var files: [(name: String, bytes: [UInt8])] = []

    public init() {}

    /// Adds a file; names are UTF-8 and marked so, which the Explorer of Windows and Chinese tools read.
    public mutating func add(_ name: String, _ bytes: [UInt8]) { files.append((name, bytes)) }

    /// The archive.
    ///
    /// - Throws: ``SheetFault/unreadable`` where memory does not suffice.
    public func packed() throws(SheetFault) -> [UInt8] {
        guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { throw .unreadable }
        // Kept beyond the archive's own hold on it: it is read after the archive is closed.
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, nil) else {
            zip_source_free(source)
            throw .unreadable
        }
        for file in files {
            do throws(SheetFault) { try Self.put(file.name, file.bytes, into: archive) } catch {
                zip_discard(archive)
                throw error
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw .unreadable
        }
        return try Self.bytes(of: source)
    }

    private static func put(
        _ name: String, _ bytes: [UInt8], into archive: OpaquePointer
    ) throws(SheetFault) {
        // Libzip takes over the copy and frees it with the source.
        guard let copy = malloc(max(bytes.count, 1)) else { throw .unreadable }
        bytes.withUnsafeBytes { from in
            if let start = from.baseAddress { memcpy(copy, start, from.count) }
        }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
            free(copy)
            throw .unreadable
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw .unreadable
        }
        zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0)
    }

    private static func bytes(of source: OpaquePointer) throws(SheetFault) -> [UInt8] {
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else { throw .unreadable }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(stat.size))
        let read = zip_source_read(source, &bytes, zip_uint64_t(bytes.count))
        guard read == Int64(bytes.count) else { throw .unreadable }
        return bytes
    }
}
