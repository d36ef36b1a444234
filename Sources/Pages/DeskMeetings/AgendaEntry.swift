// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// One case in the form of a meeting: why it is on the agenda, and what the meeting settles.
public struct AgendaEntry: Sendable {
    public var caseID: CaseID
    public var heading: String
    /// 负责人, 上交天数, 走访分类 in one line.
    public var standing: String
    public var reasons: [String]
    public var isTicked: Bool
    public var version: Int
    /// 意见, 决定, 确定专员.
    public var fields: [Field]

    public init(
        caseID: CaseID, heading: String, standing: String, reasons: [String], isTicked: Bool, version: Int,
        fields: [Field]
    ) {
        self.caseID = caseID
        self.heading = heading
        self.standing = standing
        self.reasons = reasons
        self.isTicked = isTicked
        self.version = version
        self.fields = fields
    }

    /// The name of one of its fields.
    public static func field(_ name: String, _ id: CaseID) -> String { "\(name)-\(id.number)" }

    func html(_ faults: [FieldFault]) -> HTML {
        .element(
            "fieldset", [.class("part")], .element("legend", [], .a(.assistanceCase(caseID), heading)),
            .hidden(Self.field("version", caseID), String(version)),
            .p(.each(reasons) { .tag(Tag($0, .orange)) + " " }, .small(standing)),
            .tick(Self.field("on", caseID), "上会", isTicked: isTicked),
            .fields(fields.marked(with: faults)))
    }
}

extension AgendaItem {
    /// 临时负责人：韩雪梅 · 上交6天 · 第四类.
    public func standing(at level: Level, on today: Day) -> String {
        let helper = assistanceCase.care.assignment(at: level)
        let words = [
            helper.map { ($0.isInterim ? "临时负责人：" : "\(level.helperWord)：") + $0.name },
            handedUp.map { "上交\(today.days(since: $0))天" }, assistanceCase.visitClass?.word,
            assistanceCase.care.number > 1 ? "第\(assistanceCase.care.number)轮" : nil,
        ]
        return words.compactMap(\.self).joined(separator: " · ")
    }
}
