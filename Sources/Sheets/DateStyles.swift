// SPDX-License-Identifier: Apache-2.0

/// Which cell styles show a number as a date: a workbook has no other sign of one.
struct DateStyles {
    private var isDate: [Bool] = []

    init() {}

    /// Reads `styles.xml`: the formats of its own, then which format each cell style uses.
    init(_ part: ZipPart) throws(SheetFault) {
        var xml = XMLScanner(part)
        var own: [Int: Bool] = [:]
        var isInCellStyles = false
        reading: while true {
            switch try xml.next() {
            case .end: break reading
            case .open, .empty:
                if xml.isNamed("numFmt"), let id = xml.attribute("numFmtId").flatMap(wholeNumber) {
                    own[id] = DateStyles.showsDay(format: xml.attributeText("formatCode") ?? "")
                } else if xml.isNamed("cellXfs") {
                    isInCellStyles = true
                } else if isInCellStyles, xml.isNamed("xf") {
                    let id = xml.attribute("numFmtId").flatMap(wholeNumber) ?? 0
                    isDate.append(own[id] ?? DateStyles.isBuiltInDate(id))
                }
            case .close: if xml.isNamed("cellXfs") { isInCellStyles = false }
            case .text: continue
            }
        }
    }

    /// Whether the style of this number shows a date.
    @inline(__always)
    func showsDate(_ style: Int) -> Bool { style < isDate.count && isDate[style] }

    /// The formats every workbook has without saying so; 27 to 58 are those of Chinese software.
    static func isBuiltInDate(_ id: Int) -> Bool {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
        default: false
        }
    }

    /// Whether a format shows a year, a month or a day; a mere time of day is left a number.
    ///
    /// `m` is a month unless hours or seconds stand beside it. What is quoted, escaped or in brackets
    /// (colours, locales) does not count, and only the first of the four sections does.
    static func showsDay(format: String) -> Bool {
        var letters: [Character] = []
        var characters = format.makeIterator()
        while let character = characters.next(), character != ";" {
            switch character {
            case "\\", "_", "*": _ = characters.next()
            case "\"": while let next = characters.next(), next != "\"" {}
            case "[": while let next = characters.next(), next != "]" {}
            default: letters.append(contentsOf: character.lowercased())
            }
        }
        if letters.starts(with: "general") { return false }
        if letters.contains(where: { $0 == "y" || $0 == "d" }) { return true }
        return letters.contains("m") && !letters.contains("h") && !letters.contains("s")
    }
}
