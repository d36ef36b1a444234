// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Ledger {
    /// 会议台账: consultations, panels and joint meetings of a unit and its towns, and weeks without need (06.r2, 11.c).
    static let meetings = Ledger(
        name: .meetings, title: "会议台账", content: "会商、专家会诊、政企联席会议，以及记明无须会商和社保核查的记录",
        clauses: ["06.w1", "06.r2", "11.w1", "11.c"], span: .days("会议日期"), unit: "次",
        headings: [
            LedgerHeading("会议", .name, width: 7), LedgerHeading("单位", width: 7),
            LedgerHeading("日期", .day, width: 6), LedgerHeading("地点", width: 7),
            LedgerHeading("主持人", width: 5), LedgerHeading("参会人员", .long, width: 12),
            LedgerHeading("议题人数", .number, width: 4), LedgerHeading("会议情况", .long, width: 20),
            LedgerHeading("议定事项", .long, width: 12), LedgerHeading("记录人", width: 5),
        ],
        tags: MeetingKind.allCases.map { LedgerTag($0.rawValue, .meeting($0)) } + [
            LedgerTag("none", .act(.consultationNotNeeded)),
            LedgerTag("contributions", .act(.contributionsReviewed)),
        ])
}

extension Office {
    /// The lines of a scope, newest first; units meet a few hundred times a year, so journals are read whole.
    func meetingLines(_ scope: Scope, _ period: LedgerPeriod) async throws -> [MeetingLine] {
        let names = try await names()
        var lines: [MeetingLine] = []
        for unit in offices(in: scope) {
            for entry in try await store.history(of: .unit(unit.id)) where period.contains(entry.occurred) {
                guard let meeting = MeetingEntry(entry, of: unit.id) else { continue }
                lines.append(
                    MeetingLine(place: MeetingPlace(meeting), line: line(of: meeting, unit, names)))
            }
        }
        return lines.sorted { $0.place > $1.place }
    }

    /// Those that meet: the district, the towns.
    private func offices(in scope: Scope) -> [Unit] {
        switch scope {
        case .nothing, .village: []
        case .town(let id): tree[id].map { [$0] } ?? []
        case .district:
            tree.district.map { [$0] + tree.units(at: .town, within: $0.id) } ?? []
        }
    }

    private func line(of entry: MeetingEntry, _ unit: Unit, _ names: [AccountID: String]) -> LedgerLine {
        let by = LedgerCell.words(names[entry.by])
        func line(_ tag: LedgerTag?, _ target: LedgerLine.Target, _ cells: [LedgerCell]) -> LedgerLine {
            let tag = tag ?? LedgerTag("", .empty)
            return LedgerLine(
                opens: target, tag: tag, cells: [tag.cell, .text(unit.name), .day(entry.on)] + cells + [by])
        }
        let ledger = Ledger.meetings
        switch entry.record {
        case .met(let minutes):
            return line(
                ledger.tag(minutes.kind.rawValue), .meeting(entry.unit, entry.id),
                [
                    .words(minutes.place), .words(minutes.chair), .words(minutes.attendants),
                    .number(minutes.items.count), .words(minutes.words), .words(minutes.resolution),
                ])
        case .notNeeded(let reason):
            return line(
                ledger.tag("none"), .unit(entry.unit),
                [.empty, .empty, .empty, .empty, .words(reason), .empty])
        case .contributionsReviewed(let month, let note):
            return line(
                ledger.tag("contributions"), .unit(entry.unit),
                [.empty, .empty, .empty, .empty, .words("\(month) \(note)"), .empty])
        }
    }
}

/// A line with its place in the list.
struct MeetingLine {
    let place: MeetingPlace
    let line: LedgerLine
}

/// Where a meeting stands in the list: by day, then unit and act; a page ends at one.
struct MeetingPlace: Comparable {
    let on: Day
    let unit: UnitID
    let act: ActID

    init(_ entry: MeetingEntry) {
        on = entry.on
        unit = entry.unit
        act = entry.id
    }

    /// Reads a page's end; `nil` for anything else.
    init?(_ cursor: Cursor) {
        let parts = cursor.text.split(separator: ".").map(String.init)
        guard parts.count == 3, let on = Day(iso: parts[0]), let unit = Int(parts[1]), let act = Int(parts[2])
        else { return nil }
        self.on = on
        self.unit = UnitID(unit)
        self.act = ActID(act)
    }

    var cursor: Cursor { Cursor("\(on.iso).\(unit.number).\(act.number)") }

    static func < (left: MeetingPlace, right: MeetingPlace) -> Bool {
        (left.on, left.unit, left.act) < (right.on, right.unit, right.act)
    }
}
