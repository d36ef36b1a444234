// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Questionnaire
import Wording

/// What is said of one answer sheet: its path, its findings, and what is derived from it alone.
struct SheetReport {
    let line: Int
    private let form: Form
    private let verdict: Verdict?
    private let derived: SheetDerived?
    /// Faults of the line itself, each at a key or at none.
    private let faults: [(code: String, item: String?, says: String)]

    init(_ text: String, line: Int, pack: PolicyPack, today: Day) {
        self.line = line
        form = pack.form
        guard let sheet = SheetLine(text, form: pack.form) else {
            verdict = nil
            derived = nil
            faults = [("Q-JSON", nil, "这一行不是一份JSON答卷，请检查引号、逗号和括号。")]
            return
        }
        let day = sheet.interviewed ?? today
        let verdict = Self.verdict(of: sheet, on: day, pack: pack)
        self.verdict = verdict
        derived = SheetDerived(sheet.answers, along: verdict.walk.asked, on: day, pack: pack)
        faults = sheet.misshapen.map { key in
            let says = "“\(key)”的内容读不懂：应是文字、数字或文字的列表，日期写成2026-02-13的样子。"
            return ("Q-SHAPE", key, says)
        }
    }

    private static func verdict(of sheet: SheetLine, on day: Day, pack: PolicyPack) -> Verdict {
        let rules = pack.identity.asOf(day)
        let facts = SurveyDerivation.checkFacts(
            sheet.answers, interviewed: day, schedule: pack.hardship.schedule)
        let check: @Sendable (String) -> CheckFault? = { text in
            IdentityNumber.faults(in: text, rules: rules).first.map {
                CheckFault("Q-ID-" + $0.code, isConfirmable: true)
            }
        }
        return pack.form.assess(
            sheet.answers, facts: facts, checks: ["id_number": check], confirmations: sheet.confirmations)
    }

    /// Whether the sheet could be taken in but for oddities that somebody must still confirm.
    var isSound: Bool {
        faults.isEmpty && verdict.map { !$0.open.contains { $0.severity == .error } } ?? false
    }

    var json: JSONValue {
        let odd = faults.map { fault -> JSONValue in
            [
                "code": .text(fault.code), "item": .orNull(fault.item), "severity": "error",
                "says": .text(fault.says),
            ]
        }
        let open = verdict?.open ?? []
        let found = (verdict?.findings ?? []).map { finding -> JSONValue in
            [
                "code": .text(finding.code), "item": .text(finding.item.name),
                "severity": .text(finding.severity.rawValue), "says": .text(form.sentence(finding)),
                "other": .optional(finding.other?.name),
                "confirmed": open.contains(finding) ? .absent : .bool(true),
            ]
        }
        return [
            "line": .number(line), "path": .texts(verdict?.path.map(\.name) ?? []),
            "findings": .list(odd + found), "derived": derived?.json ?? .null,
        ]
    }

    var lines: [String] {
        guard let verdict else { return faults.map { "第\(line)行：\($0.says)" } }
        let path = verdict.path.map { String($0.name.dropFirst()) }.joined(separator: " ")
        let findings = verdict.findings.map { finding in
            let isOpen = verdict.open.contains(finding)
            return "  \(finding.severity.words)\(isOpen ? "" : "（已核实）")：\(form.sentence(finding))"
        }
        return ["第\(line)行：答到第 \(path) 题"] + faults.map { "  错误：\($0.says)" } + findings
            + (derived?.lines ?? []).map { "  " + $0 }
    }
}
