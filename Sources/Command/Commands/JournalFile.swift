// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Foundation

/// One journal of a file of acts: a case's, or an office's own.
struct JournalFile {
    /// Whose journal it is, and under which key the file says so.
    let owner: Owner
    var acts: [Act] = []
    /// The file's own names of acts, where it gives them.
    var labels: [ActID: String] = [:]

    struct Owner: Hashable {
        let key: String
        let name: String
    }

    /// Reads a file of acts, one a line; the journals come in the order of their first lines.
    ///
    /// - Throws: a complaint with every fault and its line; nothing of a faulty file is used.
    static func read(_ path: String) throws -> [JournalFile] {
        var journals: [JournalFile] = []
        var places: [Owner: Int] = [:]
        var faults: [String] = []
        for line in try TextFile.lines(of: path) {
            do throws(ActLine.Fault) {
                let act = try ActLine(line.text)
                let place = places[act.owner] ?? journals.count
                if place == journals.count {
                    journals.append(JournalFile(owner: act.owner))
                    places[act.owner] = place
                }
                try journals[place].take(act)
            } catch {
                faults += error.says.map { "\(path):\(line.number): \($0)" }
            }
        }
        guard faults.isEmpty else { throw Complaint(faults) }
        return journals
    }

    private mutating func take(_ line: ActLine) throws(ActLine.Fault) {
        let id = ActID(acts.count + 1)
        if let label = line.label { labels[id] = label }
        acts.append(
            Act(
                id: id, kind: line.kind, occurred: line.occurred, recorded: line.recorded,
                fields: line.fields,
                refersTo: try act(line.refersTo, "refers_to", before: id) ?? owner(of: line.kind),
                withdraws: try act(line.withdraws, "withdraws", before: id)))
    }

    /// The act that a line points at, by its label or its place.
    private func act(_ name: String?, _ key: String, before id: ActID) throws(ActLine.Fault) -> ActID? {
        guard let name else { return nil }
        if let labelled = labels.first(where: { $0.value == name }) { return labelled.key }
        if let number = Int(name), number >= 1, number < id.number { return ActID(number) }
        throw ActLine.Fault(says: ["\(key)“\(name)”不是本案中更早的一条记录，应写它的序号（从1起）或id。"])
    }
}

/// One act as a line of a file tells it.
struct ActLine {
    let owner: JournalFile.Owner
    let kind: ActKind
    let occurred: Day
    let recorded: Instant?
    let label: String?
    let refersTo: String?
    let withdraws: String?
    let fields: Act.Fields

    /// Everything that is wrong with a line.
    struct Fault: Error { let says: [String] }

    private static let ownKeys: Set = [
        "case", "unit", "person", "kind", "occurred", "recorded", "id", "refers_to", "withdraws",
    ]

    init(_ text: String) throws(Fault) {
        guard let values = try? JSONDecoder().decode([String: Scalar].self, from: Data(text.utf8)) else {
            throw Fault(says: ["不是一条JSON记录：各项的值应是文字、数字、true或false。"])
        }
        let texts = values.compactMapValues(\.text)
        var faults: [String] = []
        let owner = Self.owner(texts)
        if owner == nil { faults.append("缺少case或unit，不知道是谁的记录。") }
        let kind = texts["kind"].flatMap(ActKind.init(rawValue:))
        if kind == nil { faults.append("不认识kind“\(texts["kind"] ?? "")”，种类见 yuanzhu export acts。") }
        let occurred = texts["occurred"].flatMap { Day(iso: $0) }
        if occurred == nil { faults.append("occurred“\(texts["occurred"] ?? "")”不是日期，应写成2026-02-13的样子。") }
        let recorded = texts["recorded"].flatMap(Self.moment)
        if let written = texts["recorded"], recorded == nil {
            faults.append("recorded“\(written)”不是时刻，应写成2026-02-13T10:00:00+08:00的样子。")
        }
        let fields = Self.fields(texts, of: kind, faults: &faults)
        guard faults.isEmpty, let owner, let kind, let occurred else { throw Fault(says: faults) }
        self.owner = owner
        self.kind = kind
        self.occurred = occurred
        self.recorded = recorded
        self.fields = fields
        label = texts["id"]
        refersTo = texts["refers_to"]
        withdraws = texts["withdraws"]
    }

    private static func owner(_ texts: [String: String]) -> JournalFile.Owner? {
        for key in ["case", "unit", "person"] {
            if let name = texts[key] { return JournalFile.Owner(key: key, name: name) }
        }
        return nil
    }

    /// A moment, or a day, which stands for its beginning.
    private static func moment(_ text: String) -> Instant? {
        Instant(rfc3339: text) ?? Day(iso: text).map { Instant(startOf: $0) }
    }

    private static func fields(
        _ texts: [String: String], of kind: ActKind?, faults: inout [String]
    ) -> Act.Fields {
        var fields = Act.Fields()
        for (key, value) in texts.sorted(by: { $0.key < $1.key }) where !ownKeys.contains(key) {
            guard let field = ActField(rawValue: key) else {
                faults.append("不认识“\(key)”这一项，栏目见 yuanzhu export acts。")
                continue
            }
            if let fault = field.fault(in: value) { faults.append("\(key)“\(value)”" + fault) }
            fields[field] = value
        }
        return fields
    }
}

extension ActField {
    /// What is wrong with a value; `nil` for a right one.
    fileprivate func fault(in value: String) -> String? {
        switch values {
        case .codes(let codes): codes.contains(value) ? nil : "只能是\(codes.joined(separator: "、"))。"
        case .number: Int(value) == nil ? "应是整数。" : nil
        case .day: Day(iso: value) == nil ? "不是日期，应写成2026-02-13的样子。" : nil
        case .text: nil
        }
    }
}

/// A JSON value that is no list and no object; truth values are yes and no, as fields say them.
private struct Scalar: Decodable {
    /// `nil` for `null`.
    let text: String?

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            text = nil
        } else if let said = try? container.decode(Bool.self) {
            text = said ? "yes" : "no"
        } else if let number = try? container.decode(Int.self) {
            text = String(number)
        } else {
            text = try container.decode(String.self)
        }
    }
}
