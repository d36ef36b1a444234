// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension CalendarFile {
    /// One year as YAML of the policy pack: what ``read(_:file:)`` reads back as the same year.
    public static func text(of year: CalendarYear) -> String {
        var lines = ["year: \(year.year)", "source: \(quoted(year.source))"]
        if let published = year.published { lines.append("published: \(published.iso)") }
        lines.append("off:")
        lines += year.off.map { "  - {date: \($0.day.iso), name: \(quoted($0.name))}" }
        if !year.work.isEmpty {
            lines.append("work:")
            lines += year.work.map { "  - \($0.iso)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// In double quotes, where only the quotation mark and the backslash mean anything.
    private static func quoted(_ text: String) -> String {
        let signs = text.map { sign in
            sign == "\"" || sign == "\\" ? "\\\(sign)" : sign.isNewline ? " " : String(sign)
        }
        return "\"\(signs.joined())\""
    }
}
