// SPDX-License-Identifier: Apache-2.0

/// 用语: a value that offices write as a fixed word and that files bring back as people type it.
///
/// Pages, papers, the command line and imports share the words, so that a sheet that goes out can come in again.
public protocol OfficeTerm: CaseIterable, Hashable, Sendable {
    /// The word that the office uses.
    var word: String { get }
    /// Other ways to write it that files bring along, each for one value.
    static var alsoWritten: [String: Self] { get }
}

extension OfficeTerm {
    /// Nothing else is accepted unless a term says so.
    public static var alsoWritten: [String: Self] { [:] }

    /// Reads a word as people type it: with blanks, full-width signs or an explanation in brackets; `nil`
    /// when it is none of the words.
    public init?(word text: String) {
        if let exact = Self.allCases.first(where: { $0.word == text }) {
            self = exact
            return
        }
        for wanted in [TermText.folded(text), TermText.folded(TermText.withoutBrackets(text))]
        where !wanted.isEmpty {
            if let term = Self.allCases.first(where: { TermText.folded($0.word) == wanted }) {
                self = term
                return
            }
            if let term = Self.alsoWritten[wanted] {
                self = term
                return
            }
        }
        return nil
    }
}

/// How a word is compared: what people vary without meaning anything is taken away.
enum TermText {
    /// Without blanks and quotation marks, in half-width lower case, one kind of brackets and of hyphens.
    static func folded(_ text: String) -> String {
        var folded = ""
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar {
            case "“", "”", "\"", "'", "‘", "’", "\u{FEFF}", "\u{200B}": continue
            case "（": folded.append("(")
            case "）": folded.append(")")
            case "－", "—", "–", "／", "/", "、", "·", "・": folded.append("-")
            case "\u{FF01}"..."\u{FF5E}":
                folded.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default: folded.unicodeScalars.append(scalar)
            }
        }
        return folded.lowercased()
    }

    /// The text before the first bracket.
    static func withoutBrackets(_ text: String) -> String {
        String(text.prefix { $0 != "(" && $0 != "（" })
    }
}
