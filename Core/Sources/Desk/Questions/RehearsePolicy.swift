// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 政策演练: what another pack would make of the district's live duties, on one day.
public struct PolicyRehearsal: Hashable, Sendable {
    /// In what the packs differ.
    public let difference: PolicyDifference
    /// The day on which both are looked at.
    public let day: Day
    /// What changes, by unit and rule.
    public internal(set) var sum = RehearsalSum()
    /// Some of those for whom something falls late, the hardest first; empty for whoever may not see people.
    public internal(set) var late: [RehearsedLateness] = []
}

/// What changes in one unit under one rule.
public struct RehearsedGroup: Hashable, Sendable {
    public let unit: UnitID
    public let rule: RuleKey
    public let tally: RehearsalTally
}

extension PolicyRehearsal {
    /// What changes, by unit in the order of the tree, then by rule.
    public func groups(in tree: UnitTree) -> [RehearsedGroup] {
        let places = Dictionary(
            tree.all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return sum.groups
            .map { RehearsedGroup(unit: $0.unit, rule: $0.rule, tally: $1) }
            .sorted {
                (places[$0.unit] ?? .max, $0.unit.number, $0.rule)
                    < (places[$1.unit] ?? .max, $1.unit.number, $1.rule)
            }
    }
}

/// What falls late by a change of the pack in one journal under one rule.
public struct RehearsedLateness: Hashable, Sendable {
    public let subject: Subject
    public let unit: UnitID
    public let person: PersonID?
    public internal(set) var name: String?
    public let hardness: Int
    /// The one that is due first.
    public let change: RehearsedChange
    /// How many there are.
    public let count: Int
}

extension Office {
    /// 演练: derives every journal's duties under the pack in force and under another one, and tells what
    /// differs (design decision 6). It writes nothing; the other pack is not in force afterwards.
    ///
    /// - Parameters:
    ///   - day: the day on which duties are looked at; acts after it have not happened.
    ///   - most: for how many what falls late is told one by one.
    ///   - page: how many subjects are taken at a time.
    ///   - tell: hears how many journals were looked at.
    /// - Throws: ``Refusal/notAllowed(_:)`` for whoever does not see the policy for the whole district,
    ///   ``StoreFailure``.
    public func rehearse(
        _ new: PolicyPack, asOf day: Day, by actor: Actor, keeping most: Int = 200, page: Int = 500,
        tell: (Int) -> Void = { _ in }
    ) async throws -> PolicyRehearsal {
        guard let district = tree.district else { throw Refusal.notAllowed(.seePolicy) }
        try actor.require(.seePolicy, at: district.id, in: tree)
        let comparison = Rehearsal(
            from: pack.terms, to: new.terms, on: day, through: day.adding(days: Self.horizonDays))
        var found = PolicyRehearsal(difference: PolicyDifference(from: pack, to: new), day: day)
        var examples = LateExamples(most: most)
        var last: Subject?
        while found.difference.touchesDuties {
            let subjects = try await store.dutySubjects(after: last, limit: page)
            let journals = try await store.journals(of: subjects)
            for subject in subjects {
                let effect = comparison.effect(on: journals[subject] ?? Journal(acts: []))
                guard effect.live > 0 || !effect.changes.isEmpty,
                    let frame = try await frame(of: subject, in: [])
                else { continue }
                found.sum.add(effect, of: frame.unit)
                guard actor.may(.seePeople, at: frame.unit, in: tree) else { continue }
                examples.add(effect.changes, of: subject, frame)
            }
            tell(found.sum.journals)
            guard subjects.count == page, let end = subjects.last else { break }
            last = end
        }
        found.late = try await named(examples.hardest)
        return found
    }

    private func named(_ examples: [RehearsedLateness]) async throws -> [RehearsedLateness] {
        var named = examples
        for index in named.indices {
            guard let id = named[index].person else { continue }
            named[index].name = try await store.person(id)?.facts.name.full
        }
        return named
    }
}

/// Keeps the hardest of many, so that a district does not fill the memory with its people.
private struct LateExamples {
    let most: Int
    private var kept: [RehearsedLateness] = []

    init(most: Int) { self.most = max(most, 0) }

    /// The hardest, then those that would have been due first.
    var hardest: [RehearsedLateness] {
        Array(
            kept.sorted { left, right in
                let (first, second) = (left.change.dueAfter, right.change.dueAfter)
                return (-left.hardness, first ?? .latest, left.unit.number, left.change.id.description)
                    < (-right.hardness, second ?? .latest, right.unit.number, right.change.id.description)
            }.prefix(most))
    }

    mutating func add(_ changes: [RehearsedChange], of subject: Subject, _ frame: Office.DutyFrame) {
        let byRule = Dictionary(grouping: changes.filter(\.fallsLate), by: \.id.rule)
        for late in byRule.values {
            guard let first = late.min(by: { ($0.dueAfter ?? .latest) < ($1.dueAfter ?? .latest) }) else {
                continue
            }
            kept.append(
                RehearsedLateness(
                    subject: subject, unit: frame.unit, person: frame.person, name: nil,
                    hardness: frame.hardness, change: first, count: late.count))
        }
        if kept.count > 2 * most + 64 { kept = hardest }
    }
}
