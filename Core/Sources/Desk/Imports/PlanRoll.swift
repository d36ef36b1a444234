// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 花名册导入预览: everything that rows of a roll would change, and everything that is wrong with them.
    ///
    /// Somebody is known by the ID number alone. Nothing is written.
    /// - Throws: ``StoreFailure``.
    public func planRoll(_ rows: [RollRow], by actor: Actor) async throws -> ImportPlan {
        let after = try await newestBatch()
        var planning = RollPlanning(
            office: self, actor: actor, plan: ImportPlan(after: after),
            bearers: try await Bearers(of: rows.compactMap { $0.facts.identity?.full }, in: store),
            homes: try await Homes(of: Set(rows.map(\.village)), in: store))
        for row in rows { planning.take(row) }
        return planning.finished()
    }
}

/// The rows of a roll, taken one after the other.
private struct RollPlanning {
    let office: Office
    let actor: Actor
    var plan: ImportPlan
    let bearers: Bearers
    var homes: Homes
    var firstRows: [String: Int] = [:]
    var allowed: [UnitID: Bool] = [:]

    mutating func take(_ row: RollRow) {
        plan.counts.rows += 1
        plan.counts.villages[row.village, default: 0] += 1
        if let fault = fault(of: row) { return plan.leaveOut([fault]) }
        let number = row.facts.identity?.full ?? ""
        if let first = firstRows.updateValue(row.row, forKey: number) {
            firstRows[number] = first
            return plan.leaveOut([RowFault(row: row.row, at: .identity, .sameIdentity(row: first))])
        }
        switch bearers[number] {
        case .nobody: enter(row)
        case .gone(let reason): plan.leaveOut([RowFault(row: row.row, at: .identity, reason)])
        case .left(let person): change(person, by: row, returns: true)
        case .onRoll(let person):
            guard person.village == row.village else {
                return plan.leaveOut([
                    RowFault(row: row.row, at: .identity, .onRollElsewhere(person.village))
                ])
            }
            change(person, by: row, returns: false)
        }
    }

    private mutating func fault(of row: RollRow) -> RowFault? {
        let may =
            allowed[row.village] ?? actor.may(.importRoll, at: row.village, in: office.tree)
        allowed[row.village] = may
        return may ? nil : RowFault(row: row.row, at: .village, .outsideScope(row.village))
    }

    private mutating func enter(_ row: RollRow) {
        let home = homes.home(row.home, in: row.village, address: row.facts.livesAt ?? "")
        plan.counts.added += 1
        plan.steps.append(
            PlannedStep(
                subject: .new(row.facts, village: row.village, home: home, source: .roll), events: [],
                day: office.today))
    }

    private mutating func change(_ person: Person, by row: RollRow, returns: Bool) {
        guard row.isAsRegistered || person.facts.name == row.facts.name else {
            return plan.leaveOut([
                RowFault(row: row.row, at: .name, .nameDiffers(onRoll: person.facts.name))
            ])
        }
        var events: [PlannedEvent] = returns ? [.returned] : []
        let home = home(of: person, by: row, returns: returns)
        if let home { events.append(.moved(village: row.village, home: home)) }
        let facts = person.facts.taking(row)
        let fields = facts.differences(from: person.facts)
        if !fields.isEmpty { events.append(.corrected(facts)) }
        guard !events.isEmpty else { return plan.counts.unchanged += 1 }
        plan.count(fields, isMoved: home != nil, isReturned: returns)
        plan.differences.append(
            RowDifference(
                row: row.row, person: person.id, fields: fields, isMoved: home != nil, isReturned: returns))
        plan.steps.append(PlannedStep(subject: .known(person), events: events, day: office.today))
    }

    /// The household that a known person comes into; `nil` when they stay where they are.
    private mutating func home(of person: Person, by row: RollRow, returns: Bool) -> HomeRef? {
        if case .row = row.home, !returns { return nil }
        let home = homes.home(row.home, in: row.village, address: row.facts.livesAt ?? "")
        return home == .known(person.household) && person.village == row.village ? nil : home
    }

    func finished() -> ImportPlan {
        var plan = plan
        plan.homes = homes.founded
        plan.counts.householdsFounded = homes.founded.count
        return plan
    }
}

extension ImportPlan {
    mutating func count(_ fields: [FactField], isMoved: Bool, isReturned: Bool) {
        counts.changed += 1
        counts.moved += isMoved ? 1 : 0
        counts.returned += isReturned ? 1 : 0
        for field in fields { counts.fields[field, default: 0] += 1 }
    }
}
