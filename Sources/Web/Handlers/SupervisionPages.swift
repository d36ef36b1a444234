// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Sheets
import Wording

/// 督办 and the lines behind its figures.
enum SupervisionPages {
    static let routes: [Routes.Entry] = [
        .get("/supervision", .seeFigures, show),
        .get("/supervision/list", .seeFigures, list),
        .get("/supervision/table.csv", .seeFigures, table),
    ]

    static func show(_ ask: Ask) async throws -> Reply {
        let found = try await found(ask)
        let mayReassign = ask.actor.may(.handOver) && Routes.pages.contains("/handover")
        return .page(
            SupervisionPage(
                found: found, titles: titles(ask),
                above: ask.unitsAbove(found.unit, for: .seeFigures).map {
                    ($0.name, .supervision($0.id))
                } + (found.isOwn ? [(found.unit.name, .supervision(found.unit.id))] : []),
                reassign: mayReassign ? "/handover" : nil))
    }

    static func list(_ ask: Ask) async throws -> Reply {
        let unit = ask.unit.flatMap { ask.office.tree[$0] }
        guard let unit = unit ?? ask.actor.unit(for: .seePeople, in: ask.office.tree) else {
            throw PageMissing()
        }
        let span = ask.query["span"].flatMap(WorkSpan.init) ?? .all
        let rule = ask.query["rule"]
        let isUnassigned = ask.query.isOn("unassigned")
        let found = try await ask.office.owedWork(
            span: span, rule: rule, in: unit.id, isUnassigned: isUnassigned, after: ask.after, by: ask.actor)
        return .page(
            OwedWorkPage(
                unit: unit.name, span: span, matter: rule.map { titles(ask)[RuleKey($0)] ?? $0 },
                isUnassigned: isUnassigned, count: found.count[span],
                lines: try await ask.lines(found.rows, from: nil),
                next: found.next.map {
                    .owedWork(
                        span, rule: rule.map { RuleKey($0) }, in: unit.id, isUnassigned: isUnassigned,
                        after: $0.text)
                }, back: .supervision(unit.id), showsVillage: unit.level != .village))
    }

    /// The figures as a table file: units first, then matters.
    static func table(_ ask: Ask) async throws -> Reply {
        let found = try await found(ask)
        let titles = titles(ask)
        let head: [SheetValue] = ["单位", "事项", "由谁办理", "应办未办", "已超期", "其中未落实到人"]
        func row(_ words: [String], _ owed: Supervision.Owed) -> [SheetValue] {
            words.map { .text($0) } + [.integer(owed.open), .integer(owed.late), .integer(owed.unassigned)]
        }
        let parts = found.parts.map { part in
            row(
                [part.unit.id == found.unit.id ? part.unit.name + "（本级）" : part.unit.name, "", ""], part.owed)
        }
        let matters = found.matters.map {
            row([found.unit.name, titles[$0.rule] ?? $0.rule.name, $0.owner.words], $0.owed)
        }
        let sum = row([found.unit.name, "合计", ""], found.total)
        let bytes = try CSVWriter.bytes([head] + parts + matters + [sum])
        return .file(bytes, name: "\(found.unit.name)督办\(ask.office.today.iso).csv", type: .csv)
    }

    private static func found(_ ask: Ask) async throws -> Supervision {
        try await ask.office.supervision(of: ask.unit, isOwn: ask.query.isOn("own"), by: ask.actor)
    }

    private static func titles(_ ask: Ask) -> [RuleKey: String] {
        Dictionary(
            ask.office.pack.rules.rules.map { ($0.key, $0.title) }, uniquingKeysWith: { $1 })
    }
}

extension WorkCount {
    /// The number of a span; ``WorkSpan/ahead`` is not counted and stands for all.
    fileprivate subscript(span: WorkSpan) -> Int {
        switch span {
        case .overdue: overdue
        case .today: today
        case .week: week
        case .all, .ahead: all
        }
    }
}

extension Ask {
    /// The units above one, from the widest that the asker may look at.
    func unitsAbove(_ unit: Unit, for deed: Deed) -> [Unit] {
        var above: [Unit] = []
        var parent = unit.parent
        while let id = parent, let next = office.tree[id], actor.may(deed, at: id, in: office.tree) {
            above.insert(next, at: 0)
            parent = next.parent
        }
        return above
    }
}
