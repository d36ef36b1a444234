// SPDX-License-Identifier: Apache-2.0
import Desk
import Glibc

/// The lock on a data folder: exactly one process writes (design decision 7).
///
/// The system lets go of it when the process ends, however it ends.
final class FolderLock: Sendable {
    private let file: Int32

    /// - Throws: ``StoreFailure/unavailable(_:)`` with the process that holds the folder.
    init(folder: String) throws {
        let path = folder + "/lock"
        let opened = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw StoreFailure.unavailable("\(path): \(String(cString: strerror(errno)))")
        }
        file = opened
        // From here on a throw runs `deinit`, which closes the file; closing it here too would close a file that
        // another thread has opened meanwhile.
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            throw StoreFailure.unavailable("the store in \(folder) is held by process \(Self.holder(file))")
        }
        let holder = Array("\(getpid())\n".utf8)
        guard ftruncate(file, 0) == 0, pwrite(file, holder, holder.count, 0) == holder.count else {
            throw StoreFailure.unavailable("\(path) cannot be written")
        }
    }

    deinit {
        // Let go by word: a program that is being started at this moment holds a copy of the file until it runs, and
        // the lock would stay as long.
        _ = flock(file, LOCK_UN)
        close(file)
    }

    private static func holder(_ file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(file, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(0, count)).prefix { $0 >= 48 && $0 <= 57 }
        return digits.isEmpty ? "unknown" : String(decoding: digits, as: UTF8.self)
    }
}
