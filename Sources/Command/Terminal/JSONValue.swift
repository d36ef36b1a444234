// SPDX-License-Identifier: Apache-2.0

/// A value of a JSON line, its keys in the order in which they are written.
enum JSONValue {
    case null
    case bool(Bool)
    case number(Int)
    /// Written with six digits after the point.
    case decimal(Double)
    case text(String)
    case list([JSONValue])
    case object([Pair])
    /// Left out of the object in which it stands.
    case absent

    /// One key of an object with its value.
    struct Pair {
        let key: String
        let value: JSONValue

        init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The text, or `absent` for nothing.
    static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .absent }

    /// The text, or `null` for nothing.
    static func orNull(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

    /// A list of texts.
    static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Pair($0.0, $0.1) })
    }

    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .number(number) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue {
    /// The value as JSON on one line.
    var text: String {
        var line = ""
        write(to: &line)
        return line
    }

    private func write(to line: inout String) {
        switch self {
        case .null, .absent: line += "null"
        case .bool(let value): line += value ? "true" : "false"
        case .number(let number): line += String(number)
        case .decimal(let number): line += Self.digits(number)
        case .text(let text): Self.quote(text, to: &line)
        case .list(let values):
            line += "["
            for (place, value) in values.enumerated() {
                if place > 0 { line += "," }
                value.write(to: &line)
            }
            line += "]"
        case .object(let pairs): Self.write(pairs, to: &line)
        }
    }

    private static func write(_ pairs: [Pair], to line: inout String) {
        line += "{"
        var isFirst = true
        for pair in pairs {
            if case .absent = pair.value { continue }
            if !isFirst { line += "," }
            isFirst = false
            quote(pair.key, to: &line)
            line += ":"
            pair.value.write(to: &line)
        }
        line += "}"
    }

    /// Without the words that JSON does not know for what is no number.
    private static func digits(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e12 else { return "null" }
        let millionths = Int((abs(number) * 1e6).rounded())
        let digits = String(millionths % 1_000_000)
        return (number < 0 ? "-" : "") + "\(millionths / 1_000_000)."
            + String(repeating: "0", count: 6 - digits.count) + digits
    }

    private static func quote(_ text: String, to line: inout String) {
        line += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": line += "\\\""
            case "\\": line += "\\\\"
            case "\n": line += "\\n"
            case "\r": line += "\\r"
            case "\t": line += "\\t"
            case "\u{2028}": line += "\\u2028"
            case "\u{2029}": line += "\\u2029"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: line.unicodeScalars.append(scalar)
            }
        }
        line += "\""
    }
}
