// SPDX-License-Identifier: Apache-2.0

import Questionnaire

extension Form {
    /// 题目的叫法: how a clerk names an item: by its number on the paper, otherwise by its words.
    public func name(of id: ItemID) -> String {
        guard let item = item(id) else { return "“\(id)”" }
        if let number = item.number { return "第\(number)题" }
        guard let number = item.parent.flatMap({ self.item($0)?.number }) else { return "“\(item.label)”" }
        return "第\(number)题的“\(item.label)”"
    }

    /// What a finding says to the person who mends it: where, what, and what to do.
    public func sentence(_ finding: Finding) -> String {
        let place = name(of: finding.item)
        let values = finding.values
        switch finding.rule {
        case .required: return "\(place)没有填，请补填\(none(finding))。"
        case .offPath: return "\(place)不该填：" + turning(finding)
        case .unknownItem: return "问卷里没有“\(finding.item)”这道题，请核对题名。"
        case .unknownOption: return "\(place)没有“\(list(values))”这个选项，请从\(codes(finding.item))中选。"
        case .several: return "\(place)只能填一个，却填了\(list(values))，请只留一个。"
        case .repeated: return "\(place)的“\(list(values))”重复了，请只留一个。"
        case .exclusive: return "\(place)选了“\(list(values))”就不能再选别的，请核实后改正。"
        case .exactly: return "\(place)要正好选\(at(0, values))项，现在是\(at(1, values))项，请改正。"
        case .noneNotAllowed: return "\(place)不能填“无”，请填写实际内容。"
        case .length: return "\(place)应为\(at(0, values))到\(at(1, values))个字，现在是\(at(2, values))个字，请改正。"
        case .characters: return "\(place)里有不该有的字符“\(list(values))”，请改正。"
        case .number: return "\(place)应填整数，现在是“\(list(values))”，请改正。"
        case .range: return "\(place)应在\(at(0, values))到\(at(1, values))之间，请改正。"
        case .date: return "\(place)的“\(list(values))”不是正确的日期，请按\(dateShape(finding.item))的样子填写。"
        case .order: return "\(place)早于\(finding.other.map(name) ?? "起始时间")，请核对。"
        case .place: return "\(place)没有填全，请依次填写\(list(values))。"
        case .phone: return "\(place)不是正确的电话号码，" + phoneShape(finding.item)
        case .residentID: return "\(place)应是18位，前17位是数字，最后一位是数字或X，请照户口本核对。"
        case .checked: return checked(finding, place)
        case .contradiction:
            let says = contradiction(finding.code)?.says ?? "\(place)与别的回答对不上。"
            return says + "请核实，情况属实的写明原因。"
        case .household:
            return "\(place)填的是“\(at(0, values))”，同户的人填的是“\(list(Array(values.dropFirst())))”，"
                + "应当一致。请核实，确实不同的写明原因。"
        }
    }

    /// What the interviewer is asked before a change that takes answers off the path; `nil` when none go.
    public func question(about change: AnswerChange) -> String? {
        guard change.needsConsent else { return nil }
        return
            "改了\(name(of: change.item))，下面的回答就用不上了，会被清空：\(change.leaving.map(name).joined(separator: "、"))。"
            + "确定要改吗？"
    }

    private func turning(_ finding: Finding) -> String {
        guard let other = finding.other else { return "按前面的回答不问这道题，请核实后删去。" }
        return "\(name(of: other))的回答不走到这道题。请核对\(name(of: other))；它没有错的，把\(name(of: finding.item))清空。"
    }

    private func checked(_ finding: Finding, _ place: String) -> String {
        let fault = identityFaults[finding.code.uppercased()] ?? "\(place)没有通过核对（\(finding.code)），请照证件核对。"
        return finding.isConfirmable ? fault + "户口本上确实如此的，写明原因后照录，由上级核定。" : fault
    }

    /// The checks of an identity number, by their codes.
    private var identityFaults: [String: String] {
        [
            "Q-ID-CHECK": "身份证号的校验码不对，请照户口本逐位核对。",
            "Q-ID-DATE": "身份证号里的出生日期不存在，请照户口本核对第7至14位。",
            "Q-ID-FUTURE": "身份证号里的出生日期还没有到，请照户口本核对第7至14位。",
            "Q-ID-PROVINCE": "身份证号开头的地区代码不存在，请照户口本核对前6位。",
        ]
    }

    private func none(_ finding: Finding) -> String {
        item(finding.item)?.allowsNone == true ? "，没有的填“无”" : ""
    }

    private func codes(_ id: ItemID) -> String {
        let options = item(id)?.kind.options.map(\.code) ?? []
        return options.count > 12 ? "问卷列出的选项" : options.joined(separator: "、")
    }

    private func dateShape(_ id: ItemID) -> String { item(id)?.kind == .day ? "2026-02-13" : "2026-02" }

    private func phoneShape(_ id: ItemID) -> String {
        item(id)?.kind == .mobile ? "手机号码是1开头的11位数字；没有手机填“无”。" : "只写数字，区号、分机用“-”隔开；没有电话填“无”。"
    }

    private func list(_ values: [String]) -> String { values.joined(separator: "、") }

    private func at(_ position: Int, _ values: [String]) -> String {
        values.indices.contains(position) ? values[position] : "？"
    }
}

extension Finding.Severity {
    /// 错误 or 待核实.
    public var words: String {
        switch self {
        case .error: "错误"
        case .warning: "待核实"
        }
    }
}
