// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A small file that only its owner may read, written whole and durably or not at all.
struct PrivateFile {
    let path: String
    private static let mostBytes = 1 << 20

    /// Reads the file after checking that nobody else could have.
    func read() throws(SealFailure) -> Secret {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw errno == ENOENT ? .keyFileMissing(path: path) : failure()
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure() }
        guard status.st_mode & S_IFMT == S_IFREG, (1...Self.mostBytes).contains(Int(status.st_size)) else {
            throw .keyFileMalformed(path: path, line: 0)
        }
        // Group bits count as well: the group of a service account often holds more than one person.
        guard status.st_mode & 0o077 == 0 else {
            throw .keyFileExposed(path: path, mode: status.st_mode & 0o777)
        }
        return try Secret(count: Int(status.st_size)) { bytes throws(SealFailure) in
            try fill(bytes, from: file)
        }
    }

    /// Makes the file if it is not there; one that is there stays as it is.
    func create(holding content: Secret) throws(SealFailure) {
        try place(content) { temporary throws(SealFailure) in
            // A link never replaces, where a rename would.
            guard link(temporary, path) == 0 || errno == EEXIST else { throw failure() }
        }
    }

    /// Replaces the content by what `change` makes of it, one process at a time.
    func replace(by change: (Secret) throws(SealFailure) -> Secret) throws(SealFailure) {
        let folder = try openFolder()
        defer { close(folder) }
        guard flock(folder, LOCK_EX) == 0 else { throw failure() }
        try place(change(read())) { temporary throws(SealFailure) in
            guard rename(temporary, path) == 0 else { throw failure() }
        }
    }

    private func place(
        _ content: Secret, _ move: (String) throws(SealFailure) -> Void
    ) throws(SealFailure) {
        let temporary = path + "." + (try RandomText.token(bytes: 9)) + ".new"
        let file = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure() }
        defer { unlink(temporary) }
        let written = content.withBytes { write(file, $0.baseAddress, $0.count) }
        let isWhole = written == content.count && fsync(file) == 0
        let code = errno
        guard close(file) == 0, isWhole else { throw .keyFileUnusable(path: path, code: code) }
        try move(temporary)
        let folder = try openFolder()
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw failure() }
    }

    private func fill(_ bytes: UnsafeMutableRawBufferPointer, from file: Int32) throws(SealFailure) {
        var done = 0
        while done < bytes.count {
            let count = Glibc.read(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure() }
            done += count
        }
    }

    private func openFolder() throws(SealFailure) -> Int32 {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let joined = parts.joined(separator: "/")
        let folder = joined.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : joined
        let file = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw failure() }
        return file
    }

    private func failure() -> SealFailure { .keyFileUnusable(path: path, code: errno) }
}
