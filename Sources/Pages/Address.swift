// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

/// Where things stand on the site: the one place that spells addresses, for links and redirects alike.
extension Link {
    public static let work: Link = "/work"
    public static let people: Link = "/people"

    public static func person(_ id: PersonID) -> Link { Link("/people/\(id.number)") }

    /// A tab of a person's file.
    public static func person(_ id: PersonID, tab: String) -> Link {
        Link("/people/\(id.number)", query: [("tab", tab)])
    }

    /// A page or act beneath a person: `hardship`, `correction`, `move` …
    public static func person(_ id: PersonID, _ part: String) -> Link { Link("/people/\(id.number)/\(part)") }

    /// A page or act beneath a case: `visits`, `escorts`, `registration` …
    public static func assistanceCase(_ id: CaseID, _ part: String) -> Link {
        Link("/cases/\(id.number)/\(part)")
    }

    /// The page of a case.
    public static func assistanceCase(_ id: CaseID) -> Link { Link("/cases/\(id.number)") }

    /// A tab of a case's page; `step` narrows its course to one step.
    public static func assistanceCase(_ id: CaseID, tab: String, step: Int? = nil) -> Link {
        Link(
            "/cases/\(id.number)",
            query: [("tab", tab)] + (step.map { [("step", String($0))] } ?? []))
    }

    /// The form of an act in a case, after which the reader comes back to a tab of its page.
    public static func act(_ act: ProcedureAct, in id: CaseID, tab: String) -> Link {
        Link("/cases/\(id.number)/acts/\(act.rawValue)", query: [("tab", tab)])
    }

    /// A scan that belongs to a case.
    public static func scan(_ attachment: Attachment, of id: CaseID) -> Link {
        Link("/cases/\(id.number)/scans/\(attachment.digest)")
    }

    /// The form of an act in a case.
    public static func act(_ act: ProcedureAct, in id: CaseID) -> Link {
        Link("/cases/\(id.number)/acts/\(act.rawValue)")
    }

    public static func round(_ id: RoundID) -> Link { Link("/survey/rounds/\(id.number)") }
}

extension Link {
    /// 援助对象: the list of cases, narrowed to those who came exactly so far, and to a unit.
    public static func cases(goal: GoalStep? = nil, unit: UnitID? = nil) -> Link {
        let goals = goal.map { [(name: "goal", value: String($0.rawValue))] } ?? []
        return Link("/cases", query: goals + (unit.map { [(name: "unit", value: String($0.number))] } ?? []))
    }

    /// 督办 of a unit, or of what it owes as an office.
    public static func supervision(_ unit: UnitID, _ part: String? = nil, isOwn: Bool = false) -> Link {
        let own = isOwn ? [(name: "own", value: "1")] : []
        return Link(
            "/supervision" + (part.map { "/" + $0 } ?? ""),
            query: [("unit", String(unit.number))] + own)
    }

    /// The lines behind a figure of 督办.
    public static func owedWork(
        _ span: WorkSpan, rule: RuleKey? = nil, in unit: UnitID, isUnassigned: Bool = false,
        after: String? = nil
    ) -> Link {
        var query = [(name: "unit", value: String(unit.number)), (name: "span", value: span.rawValue)]
        if let rule { query.append((name: "rule", value: rule.name)) }
        if isUnassigned { query.append((name: "unassigned", value: "1")) }
        if let after { query.append((name: "after", value: after)) }
        return Link("/supervision/list", query: query)
    }

    /// 四个“一个” of a unit.
    public static func goal(_ unit: UnitID) -> Link { Link("/goal", query: [("unit", String(unit.number))]) }
}
