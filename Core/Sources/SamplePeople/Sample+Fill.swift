// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Sample {
    /// Puts units, accounts and the cast into an empty store, as acts of the software.
    ///
    /// - Throws: ``StoreFailure`` when the store is not empty or refuses.
    public static func fill(_ store: any Store) async throws {
        for (kind, count) in [
            (SubjectKind.unit, units.count), (.account, accounts.count), (.person, cast.count),
            (.household, homes.count),
        ] {
            guard try await store.allocate(kind, count: count) == 1 else {
                throw StoreFailure.damaged("the sample needs an empty store")
            }
        }
        try await store.commitAll(units.map(change) + accounts.map(change) + homes.map(change))
    }

    /// The household of a member of the cast, as ``fill(_:)`` numbers it.
    public static func household(of member: CastMember) -> HouseholdID {
        let place = homes.firstIndex { $0.village == member.village && $0.number == member.household }
        guard let place else { preconditionFailure("everybody of the cast lives somewhere") }
        return HouseholdID(place + 1)
    }

    /// The homes of the cast in the order of their first members.
    private static let homes: [Household] = cast.reduce(into: []) { homes, member in
        guard !homes.contains(where: { $0.village == member.village && $0.number == member.household })
        else { return }
        homes.append(
            Household(
                id: HouseholdID(homes.count + 1), village: member.village, number: member.household,
                address: "\(member.household)号"))
    }

    private static func change(_ unit: Unit) -> Change {
        var change = blank(.unit(unit.id), on: unit.since)
        change.append(
            .unit(.founded(level: unit.level, parent: unit.parent, name: unit.name, code: unit.code)),
            to: .unit(unit.id), after: 0, on: unit.since)
        change.states.append(.unit(unit))
        change.duties = duties(of: unit, after: change)
        return change
    }

    /// What an office owes from the day of its founding (01.w1).
    private static func duties(of unit: Unit, after change: Change) -> [DutyList] {
        let acts = change.acts.map {
            Act($0.event, id: $0.id, occurred: $0.occurred, recorded: change.recorded)
        }
        let found = obligations(
            of: Journal(acts: acts), under: pack.owed, calendar: calendar,
            through: enrolled.adding(days: 45))
        guard !found.isEmpty else { return [] }
        return [
            DutyList(subject: .unit(unit.id), unit: unit.id, person: nil, hardness: 0, obligations: found)
        ]
    }

    private static func change(_ account: Account) -> Change {
        var change = blank(.account(account.id), on: enrolled)
        change.append(
            .account(.created(login: account.login, name: account.name, grants: account.grants)),
            to: .account(account.id), after: 0, on: enrolled)
        change.states.append(.account(account))
        return change
    }

    private static func change(_ home: Household) -> Change {
        var change = blank(.household(home.id), on: enrolled)
        change.append(
            .household(.founded(village: home.village, number: home.number, address: home.address)),
            to: .household(home.id), after: 0, on: enrolled)
        change.states.append(.household(home))
        for member in cast where household(of: member) == home.id {
            let event = PersonEvent.entered(
                member.facts, village: member.village, household: home.id, source: .roll)
            change.append(.person(event), to: .person(member.id), after: 0, on: enrolled)
            change.states.append(.person(member.person(in: home.id)))
        }
        return change
    }

    private static func blank(_ answer: Subject, on day: Day) -> Change {
        Change(by: .system, recorded: Instant(startOf: max(day, enrolled)), answer: answer)
    }
}
