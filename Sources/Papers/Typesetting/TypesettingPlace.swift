// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Where templates and typesetters are.
public struct TypesettingPlace: Hashable, Sendable {
    /// The folder of `.typ` files; templates cannot read outside it.
    public var templates: String
    /// Pythons to try, in order; the first that has the module `typst` serves.
    public var pythons: [String]
    /// The program `typst`, one process a paper, where no Python serves.
    public var program: String?
    /// Families that papers are set in.
    public var families: [String]

    public init(
        templates: String, pythons: [String], program: String?, families: [String] = Self.families
    ) {
        self.templates = templates
        self.pythons = pythons
        self.program = program
        self.families = families
    }

    /// What the templates of `office.typ` are set in.
    public static let families = ["Noto Serif CJK SC", "Noto Sans CJK SC"]

    /// The place on this machine: `YUANZHU_PYTHON`, the `.venv` that `bin/install` makes, then the PATH.
    public static func found(
        templates: String, environment: [String: String] = ProcessInfo.processInfo.environment,
        installation: String = FileManager.default.currentDirectoryPath
    ) -> TypesettingPlace {
        let path = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let named = [environment["YUANZHU_PYTHON"], installation + "/.venv/bin/python"].compactMap(\.self)
        let candidates = named + path.map { $0 + "/python3" }.filter(isProgram).prefix(1)
        return TypesettingPlace(
            templates: templates, pythons: candidates.filter(isProgram),
            program: path.map { $0 + "/typst" }.first(where: isProgram))
    }

    /// Whether the folder has a template; names are letters and hyphens, never a way out of the folder.
    func has(_ template: String) -> Bool {
        !template.isEmpty && template.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }
            && FileManager.default.fileExists(atPath: "\(templates)/\(template).typ")
    }

    private static func isProgram(_ path: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: path)
    }
}
