// SPDX-License-Identifier: Apache-2.0

import Foundation
import Sheets

/// Reads schema.org JobPosting documents of other job systems as rows of the vacancies' table.
///
/// Each posting becomes a row, so that it is checked and its faults are told as if an office had typed it: the
/// first posting is row 2. Sites differ in whether a value is a text, an object or a list; all are read.
enum PostingReading {
    /// Whether a file is such a document and no table.
    static func isDocument(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let first = bytes.dropFirst(start).first { $0 > 0x20 }
        return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
    }

    /// The rows as CSV; `nil` when there is no posting in the document.
    ///
    /// - Throws: ``SheetFault`` when the system refuses.
    static func table(_ bytes: [UInt8]) throws(SheetFault) -> [UInt8]? {
        guard let json = try? JSONSerialization.jsonObject(with: Data(bytes)) else { return nil }
        let postings = Self.postings(in: json)
        guard !postings.isEmpty else { return nil }
        let columns = columns
        let rows = postings.map { posting in columns.map { SheetValue.text($0.read(posting)) } }
        return try CSVWriter.bytes([columns.map { .text($0.title) }] + rows)
    }

    private typealias Posting = [String: Any]

    /// Postings of a list, a graph or one alone.
    private static func postings(in json: Any) -> [Posting] {
        if let list = json as? [Any] { return list.flatMap { postings(in: $0) } }
        guard let object = json as? Posting else { return [] }
        if let graph = object["@graph"] { return postings(in: graph) }
        let type = object["@type"]
        let types = (type as? [String]) ?? [type as? String ?? ""]
        return types.contains("JobPosting") ? [object] : []
    }

    private typealias Columns = [(title: String, read: (Posting) -> String)]

    private static var columns: Columns {
        [
            ("用人单位", { text($0["hiringOrganization"], "name") }),
            ("统一社会信用代码", { code($0) }),
            ("没有代码的原因", { code($0).isEmpty ? "来自其他招聘系统" : "" }),
            ("岗位名称", { text($0["title"]) }),
            ("工种", { first(text($0["occupationalCategory"], "name"), text($0["title"])) }),
            ("招聘人数", { first(text($0["totalJobOpenings"]), "1") }), ("待遇", pay),
            ("工作地点", { text(address($0)["addressLocality"]) }),
            ("详细地点", { text(address($0)["streetAddress"]) }),
            ("最低学历", { text($0["educationRequirements"], "credentialCategory") }),
            ("技能", { text($0["skills"], "name") }), ("证书", { text($0["qualifications"], "name") }),
            ("经验（月）", { text($0["experienceRequirements"], "monthsOfExperience") }),
            ("身体条件", { text($0["physicalRequirement"], "name") }), ("介绍", { text($0["description"]) }),
            ("用工形式", term), ("来源", { _ in "网上采集" }), ("登记日期", { day($0["datePosted"]) }),
            ("有效期至", { day($0["validThrough"]) }),
        ]
    }

    /// A value that is a text, a number, a list of those, or an object with the text under a key.
    private static func text(_ value: Any?, _ key: String = "name") -> String {
        switch value {
        case let text as String: text.trimmingCharacters(in: .whitespacesAndNewlines)
        case let number as NSNumber: number.stringValue
        case let list as [Any]: list.map { text($0, key) }.filter { !$0.isEmpty }.joined(separator: "、")
        case let object as Posting: text(object[key])
        case .some, .none: ""
        }
    }

    private static func first(_ words: String...) -> String { words.first { !$0.isEmpty } ?? "" }

    /// The organization's code; of one that is told by its name alone there is none.
    private static func code(_ posting: Posting) -> String {
        text((posting["hiringOrganization"] as? Posting)?["taxID"])
    }

    private static func address(_ posting: Posting) -> Posting {
        let place = posting["jobLocation"]
        let one = (place as? [Any])?.first ?? place
        return (one as? Posting)?["address"] as? Posting ?? [:]
    }

    /// 2026-04-30 of 2026-04-30T23:59:59+08:00.
    private static func day(_ value: Any?) -> String { String(text(value).prefix(10)) }

    private static func pay(_ posting: Posting) -> String {
        let salary = posting["baseSalary"]
        guard let object = salary as? Posting else { return text(salary) }
        let value = object["value"]
        let quantity = value as? Posting ?? [:]
        let sums = [quantity["minValue"], quantity["maxValue"]].map { text($0) }.filter { !$0.isEmpty }
        let range = sums.isEmpty ? first(text(quantity["value"]), text(value)) : sums.joined(separator: "-")
        guard !range.isEmpty else { return "" }
        switch first(text(quantity["unitText"]), text(object["unitText"])).uppercased() {
        case "DAY": return range + "元/天"
        case "YEAR": return range + "元/年"
        case "HOUR": return range + "元/小时"
        case "WEEK": return range + "元/周"
        case _: return range
        }
    }

    private static func term(_ posting: Posting) -> String {
        let types = text(posting["employmentType"]).uppercased()
        if types.contains("PART_TIME") { return "非全日制" }
        if types.contains("TEMPORARY") || types.contains("CONTRACTOR") { return "短期" }
        return types.contains("FULL_TIME") ? "长期" : ""
    }
}
