// SPDX-License-Identifier: Apache-2.0

/// A workbook written as markup, in the dialect a test asks for.
struct HandmadeWorkbook {
    struct Sheet {
        var name: String
        var state = ""
        /// What stands inside `worksheet`.
        var markup: String
    }

    var sheets: [Sheet] = []
    /// What stands inside `sst`.
    var strings = ""
    /// What stands inside `styleSheet`.
    var styles = ""
    var workbookProperties = ""
    var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    /// `x:` when elements of the main namespace carry a prefix.
    var prefix = ""
    var folder = "xl"
    var targetsAreAbsolute = false

    /// One sheet of the given rows.
    init(rows: String = "", name: String = "名单") {
        if !rows.isEmpty { sheets = [Sheet(name: name, markup: "<sheetData>\(rows)</sheetData>")] }
    }

    var zip: StoredZip {
        var zip = StoredZip()
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        let binding = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.dropLast())"
        func root(_ name: String, _ inner: String) -> String {
            "\(head)<\(prefix)\(name) \(binding)=\"\(main)\" xmlns:r=\"\(relations)\">\(inner)</\(prefix)\(name)>"
        }
        func relation(_ id: String, _ kind: String, _ target: String) -> String {
            let place = targetsAreAbsolute ? "/\(folder)/\(target)" : target
            return "<Relationship Id=\"\(id)\" Type=\"\(relations)/\(kind)\" Target=\"\(place)\"/>"
        }
        var list = ""
        var links =
            relation("s", "sharedStrings", "sharedStrings.xml") + relation("f", "styles", "styles.xml")
        for (index, sheet) in sheets.enumerated() {
            let state = sheet.state.isEmpty ? "" : " state=\"\(sheet.state)\""
            list +=
                "<\(prefix)sheet name=\"\(sheet.name)\" sheetId=\"\(index + 9)\"\(state) r:id=\"w\(index)\"/>"
            links += relation("w\(index)", "worksheet", "worksheets/blatt\(index).xml")
            zip.add("\(folder)/worksheets/blatt\(index).xml", root("worksheet", sheet.markup))
        }
        zip.add("[Content_Types].xml", "<Types/>")
        zip.add(
            "_rels/.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"\(relations)/officeDocument\" "
                + "Target=\"\(folder)/workbook.xml\"/></Relationships>")
        zip.add(
            "\(folder)/workbook.xml",
            root("workbook", "\(workbookProperties)<\(prefix)sheets>\(list)</\(prefix)sheets>"))
        zip.add("\(folder)/_rels/workbook.xml.rels", "<Relationships>\(links)</Relationships>")
        zip.add("\(folder)/sharedStrings.xml", root("sst", strings))
        zip.add("\(folder)/styles.xml", root("styleSheet", styles))
        return zip
    }

    var bytes: [UInt8] { zip.bytes }
}
