// SPDX-License-Identifier: Apache-2.0

/// The parts of a workbook: which sheets it has and where each is stored.
struct WorkbookParts {
    struct Sheet {
        let name: String
        let isHidden: Bool
        let part: String
    }

    private(set) var sheets: [Sheet] = []
    private(set) var countsFrom1904 = false
    private(set) var sharedStrings: String?
    private(set) var styles: String?

    /// Follows the relations from the archive's root.
    init(_ archive: ZipArchive) throws(SheetFault) {
        let root = try WorkbookParts.relations(of: "", in: archive)
        let path = root.values.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
        guard let part = try archive.open(path, most: ZipArchive.descriptionBytes) else {
            throw WorkbookParts.stranger(archive)
        }
        let relations = try WorkbookParts.relations(of: path, in: archive)
        sharedStrings = relations.values.first { $0.kind == "sharedStrings" }?.target
        styles = relations.values.first { $0.kind == "styles" }?.target
        var xml = XMLScanner(part)
        while true {
            switch try xml.next() {
            case .end: return
            case .open, .empty:
                if xml.isNamed("workbookPr") {
                    let flag = xml.attributeText("date1904")
                    countsFrom1904 = flag == "1" || flag == "true"
                } else if xml.isNamed("sheet"), let name = xml.attributeText("name") {
                    let id = xml.attributeText("id")
                    guard let relation = id.flatMap({ relations[$0] }), relation.kind == "worksheet"
                    else { continue }
                    let state = xml.attributeText("state") ?? "visible"
                    sheets.append(Sheet(name: name, isHidden: state != "visible", part: relation.target))
                }
            case .close, .text: continue
            }
        }
    }

    /// What an archive without a workbook is.
    private static func stranger(_ archive: ZipArchive) -> SheetFault {
        if archive.holds("xl/workbook.bin") { return .binaryWorkbook }
        if archive.holds("content.xml"), archive.holds("mimetype") { return .openDocument }
        if archive.holds("[Content_Types].xml"), !archive.holds("word/document.xml") {
            return .damaged(part: "xl/workbook.xml")
        }
        return .notATable
    }

    private struct Relation {
        /// The last word of its type, the same in both families of namespaces.
        let kind: String
        let target: String
    }

    /// Relations by their ids.
    private static func relations(of path: String, in archive: ZipArchive) throws(SheetFault) -> [String:
        Relation]
    {
        let folders = path.split(separator: "/").dropLast()
        let name = path.split(separator: "/").last ?? ""
        let place = (folders + ["_rels", "\(name).rels"]).joined(separator: "/")
        guard let part = try archive.open(place, most: ZipArchive.descriptionBytes) else { return [:] }
        var found: [String: Relation] = [:]
        var xml = XMLScanner(part)
        while true {
            switch try xml.next() {
            case .end: return found
            case .open, .empty:
                guard xml.isNamed("Relationship"), let id = xml.attributeText("Id"),
                    let type = xml.attributeText("Type"), let target = xml.attributeText("Target")
                else { continue }
                let kind = type.split(separator: "/").last.map(String.init) ?? ""
                found[id] = Relation(kind: kind, target: resolve(target, from: folders))
            case .close, .text: continue
            }
        }
    }

    /// A target is relative to its folder, or to the root when it begins with a slash.
    private static func resolve(_ target: String, from folders: ArraySlice<Substring>) -> String {
        let words = target.split { $0 == "/" || $0 == "\\" }
        var path = target.hasPrefix("/") ? [] : Array(folders)
        for word in words where word != "." {
            if word == ".." { _ = path.popLast() } else { path.append(word) }
        }
        return path.joined(separator: "/")
    }
}
