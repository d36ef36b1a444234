// SPDX-License-Identifier: Apache-2.0

/// When a question on paper applies, as far as the browser can tell: what the typed answers decide.
///
/// What the browser cannot know (an age worked out from a number) the server has already decided, and
/// writes `.always` or `.never` in its place. A question that does not apply counts as not answered.
public indirect enum PaperCondition: Hashable, Sendable {
    /// Something stands at the question.
    case answered(String)
    /// One of these codes is chosen at the question.
    case chosen(String, [String])
    /// Every one holds.
    case all([PaperCondition])
    /// At least one holds.
    case any([PaperCondition])
    /// It does not hold.
    case not(PaperCondition)

    /// The question always applies.
    public static let always = PaperCondition.all([])
    /// The question never applies.
    public static let never = PaperCondition.any([])

    /// The attribute for the script; none when the question always applies.
    var attributes: [Attribute] { self == .always ? [] : [.data("when", json)] }

    /// The condition as nested lists, its kind first: `["all",["in","q1","A"],["not",["has","q2"]]]`.
    private var json: String {
        switch self {
        case .answered(let question): Self.list("has", [Self.quoted(question)])
        case .chosen(let question, let codes): Self.list("in", ([question] + codes).map(Self.quoted))
        case .all(let parts): Self.list("all", parts.map(\.json))
        case .any(let parts): Self.list("any", parts.map(\.json))
        case .not(let part): Self.list("not", [part.json])
        }
    }

    private static func list(_ kind: String, _ parts: [String]) -> String {
        "[" + ([quoted(kind)] + parts).joined(separator: ",") + "]"
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                out += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
