// SPDX-License-Identifier: Apache-2.0
import Foundation
import Seals

/// Stylesheets, scripts and the icon, read once at start.
struct AssetFiles: Sendable {
    /// Changes with any of the files: part of their addresses, so that browsers keep them for good.
    let version: String
    private let files: [String: File]

    struct File: Sendable {
        let bytes: [UInt8]
        let type: String
        /// SHA-256 in quotation marks, as the ETag header has it.
        let tag: String
    }

    /// The files that the program carries.
    static let carried = AssetFiles(folder: Bundle.module.resourceURL?.appendingPathComponent("Assets"))

    private init(folder: URL?) {
        let paths = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) } ?? []
        var files: [String: File] = [:]
        for name in paths {
            guard let type = Self.type(of: name), let url = folder?.appendingPathComponent(name),
                let content = try? Data(contentsOf: url)
            else { continue }
            let bytes = Array(content)
            files[name] = File(bytes: bytes, type: type, tag: "\"\(Self.hex(SHA256.digest(of: bytes)))\"")
        }
        precondition(
            !files.isEmpty, "the program lies without its stylesheet: \(folder?.path ?? "no folder")")
        self.files = files
        let all = files.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.tag)" }.joined(separator: "\n")
        version = String(Self.hex(SHA256.digest(of: Array(all.utf8))).prefix(12))
    }

    subscript(name: String) -> File? { files[name] }

    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: nil
        }
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
