// SPDX-License-Identifier: Apache-2.0

import Foundation
import Seals

/// 政策包的指纹: what "the pack in force" means exactly.
enum PackDigest {
    /// SHA-256 in hex over every file of the folder, by path: the path, the length and the bytes of each.
    ///
    /// - Throws: a fault for the file that cannot be read.
    static func of(_ folder: String) throws(PolicyFaults) -> String {
        var bytes: [UInt8] = []
        for name in names(in: folder) {
            guard let content = FileManager.default.contents(atPath: folder + "/" + name) else {
                throw PolicyFaults([PolicyFault(file: folder + "/" + name, line: 0, says: "文件读不出来。")])
            }
            bytes += Array("\(name)\n\(content.count)\n".utf8)
            bytes += content
        }
        return SHA256.digest(of: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// The files below the folder by path; hidden ones, which editors and systems leave behind, do not count.
    private static func names(in folder: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return all.filter { name in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
            return exists && !isFolder.boolValue && !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }.sorted()
    }
}
