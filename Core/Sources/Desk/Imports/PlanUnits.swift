// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// One village of a list of units, its town found.
public struct UnitRow: Hashable, Sendable {
    public let row: Int
    public let town: UnitID
    public let name: String
    /// The statistical code; empty where the file gives none.
    public let code: String

    public init(row: Int, town: UnitID, name: String, code: String) {
        self.row = row
        self.town = town
        self.name = name
        self.code = code
    }
}

extension Office {
    /// 单位导入预览: villages that a list would found, rename or give a code.
    ///
    /// A village is known by its name in its town, otherwise by its code. Nothing is written.
    /// - Throws: ``StoreFailure``.
    public func planUnits(_ rows: [UnitRow], by actor: Actor) async throws -> ImportPlan {
        var planning = UnitPlanning(office: self, actor: actor, after: try await newestBatch())
        for row in rows { planning.take(row) }
        return planning.plan
    }
}

private struct UnitPlanning {
    let office: Office
    let actor: Actor
    var plan: ImportPlan
    private var named: [UnitID: [String: Unit]] = [:]
    private var coded: [String: Unit] = [:]
    private var firstRows: [String: Int] = [:]

    init(office: Office, actor: Actor, after: BatchID) {
        self.office = office
        plan = ImportPlan(after: after)
        self.actor = actor
        for unit in office.tree.all {
            if let code = unit.code { coded[code] = unit }
            guard unit.level == .village, let town = unit.parent else { continue }
            // A village that exists wins a name from one that does not.
            for name in [unit.name] + unit.formerNames
            where named[town]?[name]?.exists(on: office.today) != true {
                named[town, default: [:]][name] = unit
            }
        }
    }

    mutating func take(_ row: UnitRow) {
        plan.counts.rows += 1
        plan.counts.villages[row.town, default: 0] += 1
        if let fault = fault(of: row) { return plan.leaveOut([fault]) }
        if let known = named[row.town]?[row.name] ?? (row.code.isEmpty ? nil : coded[row.code]) {
            change(known, by: row)
        } else {
            found(row)
        }
    }

    private mutating func fault(of row: UnitRow) -> RowFault? {
        guard actor.may(.changeUnits, at: row.town, in: office.tree) else {
            return RowFault(row: row.row, at: .village, .outsideScope(row.town))
        }
        let keys = ["\(row.town.number) " + row.name] + (row.code.isEmpty ? [] : [row.code])
        if let first = keys.compactMap({ firstRows[$0] }).first {
            return RowFault(row: row.row, at: .village, .sameUnit(row: first))
        }
        for key in keys { firstRows[key] = row.row }
        guard !row.code.isEmpty, let holder = coded[row.code] else { return nil }
        let isSame = holder.level == .village && holder.parent == row.town
        let other = named[row.town]?[row.name]
        return isSame && (other == nil || other?.id == holder.id)
            ? nil : RowFault(row: row.row, at: .code, .codeTaken(holder.id))
    }

    private mutating func found(_ row: UnitRow) {
        plan.counts.added += 1
        let event = UnitEvent.founded(
            level: .village, parent: row.town, name: row.name, code: row.code.isEmpty ? nil : row.code)
        plan.steps.append(PlannedStep(subject: .newUnit(event), events: [], day: office.today))
    }

    private mutating func change(_ known: Unit, by row: UnitRow) {
        var events: [PlannedEvent] = []
        if !known.exists(on: office.today) { events.append(.unit(.restored)) }
        if known.name != row.name { events.append(.unit(.renamed(to: row.name))) }
        if !row.code.isEmpty, known.code != row.code { events.append(.unit(.codeGiven(row.code))) }
        guard !events.isEmpty else { return plan.counts.unchanged += 1 }
        plan.counts.changed += 1
        plan.steps.append(PlannedStep(subject: .knownUnit(known), events: events, day: office.today))
    }
}
