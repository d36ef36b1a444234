// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// A subject whose stored duties were not what its journal says.
public struct DutyDifference: Hashable, Sendable {
    public let subject: Subject
    public let stored: [Obligation]
    public let derived: [Obligation]
}

/// What the nightly derivation found.
public struct Rederivation: Hashable, Sendable {
    public init() {}

    /// How many journals were derived.
    public var subjects = 0
    /// How many lists only grew by later periods, since time has passed.
    public var extended = 0
    /// Lists that differed otherwise: a calendar or rule was changed, or a row was damaged.
    public var differences: [DutyDifference] = []
}

extension Office {
    /// 夜间核对: derives every journal's duties anew, replaces what differs, and tells what differed (design
    /// decision 2; 01.r1, 01.w4).
    ///
    /// A daily act: a second run on the same day finds nothing.
    /// - Parameter page: how many subjects are taken at a time.
    /// - Throws: ``StoreFailure``.
    public func rederiveDuties(page: Int = 500) async throws -> Rederivation {
        var found = Rederivation()
        var last: Subject?
        while true {
            let subjects = try await store.dutySubjects(after: last, limit: page)
            let bearers = subjects.filter(\.mayBearDuties)
            let journals = try await store.journals(of: bearers)
            var changed: [DutyList] = []
            for subject in bearers {
                let journal = journals[subject] ?? Journal(acts: [])
                if let list = try await renewed(subject, journal, &found) { changed.append(list) }
            }
            if !changed.isEmpty { try await store.replace(changed) }
            found.subjects += subjects.count
            guard subjects.count == page, let end = subjects.last else { return found }
            last = end
        }
    }

    /// The list that has to be written; `nil` when the stored one is right.
    private func renewed(
        _ subject: Subject, _ journal: Journal, _ found: inout Rederivation
    ) async throws -> DutyList? {
        let stored = try await store.duties(of: subject)
        let frame = try await frame(of: subject, in: [])
        guard frame != nil || !stored.isEmpty else { return nil }
        let list =
            frame.map { duties(of: subject, in: journal, frame: $0) }
            ?? DutyList(subject: subject, unit: UnitID(0), person: nil, hardness: 0, obligations: [])
        guard Set(stored) != Set(list.obligations) else { return nil }
        let concerned = journal.acts.filter { pack.owed.concerns($0.kind) }
        let told = concerned.map(\.recorded).max()?.day ?? today
        if list.obligations.onlyExtend(stored, beyond: told.adding(days: Self.horizonDays)) {
            found.extended += 1
        } else {
            found.differences.append(
                DutyDifference(subject: subject, stored: stored, derived: list.obligations))
        }
        return list
    }
}

extension [Obligation] {
    /// Whether all of `stored` stand unchanged and everything new is a period that was out of sight when the
    /// journal's newest act with duties was entered.
    fileprivate func onlyExtend(_ stored: [Obligation], beyond sight: Day) -> Bool {
        let known = Set(stored)
        guard known.isSubset(of: self) else { return false }
        return allSatisfy { duty in
            known.contains(duty) || duty.period.map { $0.first > sight } ?? false
        }
    }
}

extension Subject {
    /// Nothing is owed by employers and vacancies, of which there may be many.
    fileprivate var mayBearDuties: Bool {
        switch self {
        case .employer, .vacancy, .fair: false
        case .person, .household, .unit, .round, .assistanceCase, .account, .batch, .policy: true
        }
    }
}
