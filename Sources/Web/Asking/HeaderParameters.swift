// SPDX-License-Identifier: Apache-2.0

/// The parameters of a header such as `form-data; name="roll"; filename="名册;2026.xlsx"`.
///
/// Quoted values may hold semicolons; `\"` and, as browsers write it, `%22` stand for a quotation mark.
struct HeaderParameters {
    private var values: [String: String] = [:]

    init(_ header: some StringProtocol) {
        for part in Self.split(header).dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            let name = part[..<equals].filter { $0 != " " }.lowercased()
            if values[name] == nil { values[name] = Self.unquoted(part[part.index(after: equals)...]) }
        }
    }

    subscript(name: String) -> String? { values[name] }

    /// Cuts at the semicolons outside quotation marks.
    private static func split(_ header: some StringProtocol) -> [String] {
        var parts = [""]
        var isQuoted = false
        var isEscaped = false
        for sign in header {
            if sign == ";", !isQuoted {
                parts.append("")
                continue
            }
            if sign == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = sign == "\\" && isQuoted && !isEscaped
            parts[parts.count - 1].append(sign)
        }
        return parts
    }

    private static func unquoted(_ value: Substring) -> String {
        var text = value[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        guard text.first == "\"", text.last == "\"", text.count >= 2 else { return String(text) }
        var result = ""
        var isEscaped = false
        for sign in text.dropFirst().dropLast() {
            // Old browsers send whole Windows paths: only a quotation mark is taken as escaped.
            if isEscaped, sign != "\"" { result.append("\\") }
            isEscaped = sign == "\\" && !isEscaped
            if !isEscaped { result.append(sign) }
        }
        return result.split(separator: "%22", omittingEmptySubsequences: false).joined(separator: "\"")
    }
}
