// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import Foundation
import Papers
import PolicyFiles

/// Where the policy pack lies: `--policy`, else `YUANZHU_POLICY`, else `Policy/shunyi` in the working folder or
/// beside the executable or in a folder above it.
struct PolicyPlace: ParsableArguments {
    @Option(name: .customLong("policy"), help: "政策包文件夹；不写时用环境变量YUANZHU_POLICY，再找Policy/shunyi。")
    var given: String?

    /// The folder.
    ///
    /// - Throws: a complaint when there is none.
    func folder() throws -> String {
        if let given { return given }
        if let named = ProcessInfo.processInfo.environment["YUANZHU_POLICY"], !named.isEmpty { return named }
        if let found = Self.candidates.first(where: Self.isPack) { return found }
        throw Complaint("没有找到政策包。请用--policy写明它的文件夹。")
    }

    /// Where papers are set: the pack's templates, with the typesetter that `bin/install` puts beside it.
    func papers() throws -> TypesettingPlace {
        let pack = URL(filePath: try folder())
        return .found(
            templates: pack.appending(path: "papers").path(percentEncoded: false),
            installation: pack.deletingLastPathComponent().deletingLastPathComponent().path(
                percentEncoded: false))
    }

    /// The whole pack.
    func pack() throws -> PolicyPack { try PackFolder.read(folder()) }

    private static var candidates: [String] {
        var places = [FileManager.default.currentDirectoryPath]
        var above = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<6 where above.path(percentEncoded: false) != "/" {
            places.append(above.path(percentEncoded: false))
            above = above.deletingLastPathComponent()
        }
        return places.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + "Policy/shunyi" }
    }

    private static func isPack(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/pack.yaml")
    }
}
