// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Foundation

/// One paper to set: a template's name and its JSON value.
public struct Sheetful: Hashable, Sendable {
    /// The template without `.typ`.
    public let template: String
    /// A JSON object.
    public let value: String

    public init(template: String, value: String) {
        self.template = template
        self.value = value
    }
}

/// What makes one PDF: papers in their order, each beginning on a new page.
public struct TypesettingOrder: Hashable, Sendable {
    public let papers: [Sheetful]
    /// PDF/A-2b, for copies that go to the archive.
    public let isForArchive: Bool
    /// The moment that the file names as its making.
    public let stamp: Instant

    public init(_ papers: [Sheetful], isForArchive: Bool = false, stamp: Instant) {
        self.papers = papers
        self.isForArchive = isForArchive
        self.stamp = stamp
    }
}

extension TypesettingOrder {
    /// Templates in use, each once.
    var templates: [String] { Set(papers.map(\.template)).sorted() }

    /// The PDF standard asked for.
    var standard: String? { isForArchive ? "a-2b" : nil }

    /// Readable aloud where it is one paper; marks for readers double the size of a pile.
    var hasTags: Bool { papers.count <= 20 }

    /// The source that calls the templates; the values come from `source`, a Typst expression.
    ///
    /// It depends on the templates alone, so that the typesetter's memory serves the next order too.
    func main(values source: String) -> String {
        let imports = templates.enumerated().map { "#import \"/\($1).typ\" as t\($0)\n" }.joined()
        let choices = templates.enumerated().map { "\"\($1)\": t\($0).paper" }.joined(separator: ", ")
        return imports
            + "#let choices = (\(choices),)\n#for one in \(source) { (choices.at(one.at(0)))(one.at(1)) }\n"
    }

    /// All values as one JSON text.
    var values: String {
        "[" + papers.map { "[\"\($0.template)\",\($0.value)]" }.joined(separator: ",") + "]"
    }
}
