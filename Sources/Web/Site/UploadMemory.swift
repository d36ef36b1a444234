// SPDX-License-Identifier: Apache-2.0
import Assistance
import Synchronization

/// Files between their trial and their import, for the session that sent them: in memory only, since rolls are
/// personal data, and only a few at a time.
final class UploadMemory: Sendable {
    /// A file that was tried.
    struct Upload: Sendable {
        let kind: ImportKind
        let name: String
        let bytes: [UInt8]
        /// The table with its faults marked, to be handed back.
        let marked: (name: String, bytes: [UInt8])?
    }

    private struct Kept {
        var uploads: [Int: (session: String, upload: Upload)] = [:]
        var order: [Int] = []
        var bytes = 0
        var last = 0
    }

    private let kept = Mutex<Kept>(Kept())
    /// How much memory waiting files may take, in bytes.
    private let most: Int

    init(most: Int = 256 << 20) { self.most = most }

    /// Keeps a file for a session; the oldest are forgotten first.
    func keep(_ upload: Upload, for session: String) -> Int {
        kept.withLock { kept in
            kept.last += 1
            kept.uploads[kept.last] = (session, upload)
            kept.order.append(kept.last)
            kept.bytes += upload.weight
            while kept.bytes > most, kept.order.count > 1 { forget(kept.order[0], in: &kept) }
            return kept.last
        }
    }

    /// The file, for the session that sent it.
    func upload(_ number: Int, for session: String) -> Upload? {
        kept.withLock { kept in
            guard let found = kept.uploads[number], found.session == session else { return nil }
            return found.upload
        }
    }

    /// Lets go of a file that was taken in.
    func drop(_ number: Int) { kept.withLock { forget(number, in: &$0) } }

    private func forget(_ number: Int, in kept: inout Kept) {
        kept.order.removeAll { $0 == number }
        guard let gone = kept.uploads.removeValue(forKey: number) else { return }
        kept.bytes -= gone.upload.weight
    }
}

extension UploadMemory.Upload {
    fileprivate var weight: Int { bytes.count + (marked?.bytes.count ?? 0) }
}
