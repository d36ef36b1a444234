// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension AssistanceCase {
    /// Who by name each owner of this case's duties is.
    var accounts: [Owner: AccountID] {
        Owner.allCases.reduce(into: [:]) { $0[$1] = account(of: $1) }
    }
}

extension Office {
    /// Derives the duties that follow from a change and writes everything in one transaction.
    ///
    /// - Throws: ``StoreFailure`` when somebody else wrote first or the store is away.
    func commit(_ change: Change) async throws -> Receipt {
        try await store.commit(try await withDuties(change))
    }

    /// The change with the duties and messages that follow from it.
    func withDuties(_ change: Change) async throws -> Change {
        var whole = change
        for subject in subjectsWithDuties(in: change) {
            guard let list = try await duties(of: subject, after: change) else { continue }
            whole.duties.append(list)
        }
        whole.messages += messages(of: change)
        return whole
    }

    /// Subjects among a change's acts in whose journals rules look for such acts, or whose duties pass to
    /// another village, each once.
    private func subjectsWithDuties(in change: Change) -> [Subject] {
        var seen: Set<Subject> = []
        return change.acts.filter { act in
            let kind = act.event.kind
            return kind == .moved || Self.handing.contains(kind) || act.event.withdraws != nil
                || pack.owed.concerns(kind)
        }
        .map(\.subject).filter { seen.insert($0).inserted }
    }

    /// Acts that say who owes: duties pass to other hands with them, whether or not a rule looks for them.
    private static let handing: Set<ActKind> = [
        .aideAssigned, .specialistAppointed, .expertAppointed, .handedUp, .handUpReceived, .handedBack,
        .caseReopened,
    ]

    private func duties(of subject: Subject, after change: Change) async throws -> DutyList? {
        guard let frame = try await frame(of: subject, in: change.states) else { return nil }
        let news = change.acts.filter { $0.subject == subject }
            .map { Act($0.event, id: $0.id, occurred: $0.occurred, recorded: change.recorded) }
        let isNew = news.first?.id == ActID(1)
        let before = isNew ? Journal(acts: []) : try await store.journal(of: subject)
        return duties(of: subject, in: Journal(acts: before.acts + news), frame: frame)
    }

    /// Where a subject's duties are shown.
    struct DutyFrame {
        let unit: UnitID
        let person: PersonID?
        let hardness: Int
        var accounts: [Owner: AccountID] = [:]
    }

    func duties(of subject: Subject, in journal: Journal, frame: DutyFrame) -> DutyList {
        let found = Assistance.obligations(
            of: journal, under: pack.owed, calendar: pack.calendar,
            through: today.adding(days: Self.horizonDays))
        return DutyList(
            subject: subject, unit: frame.unit, person: frame.person, hardness: frame.hardness,
            accounts: frame.accounts, obligations: found)
    }

    /// The frame of a subject, from the state just decided or else from the store; `nil` where nothing is owed,
    /// as by a round of a village that is no more.
    func frame(of subject: Subject, in states: [SubjectState]) async throws -> DutyFrame? {
        switch subject {
        case .person(let id):
            let decided = states.compactMap {
                if case .person(let person) = $0, person.id == id { person } else { nil }
            }
            guard let person = if let last = decided.last { last } else { try await store.person(id) }
            else { return nil }
            return DutyFrame(unit: person.village, person: id, hardness: 0)
        case .assistanceCase(let id):
            let decided = states.compactMap {
                if case .assistanceCase(let found) = $0, found.id == id { found } else { nil }
            }
            guard let found = if let last = decided.last { last } else { try await store.assistanceCase(id) }
            else { return nil }
            return DutyFrame(
                unit: found.village, person: found.person, hardness: found.visitClass?.rawValue ?? 0,
                accounts: found.accounts)
        case .round(let id):
            let decided = states.compactMap {
                if case .round(let round) = $0, round.id == id { round } else { nil }
            }
            guard let round = if let last = decided.last { last } else { try await store.round(id) }
            else { return nil }
            guard tree[round.village]?.until == nil else { return nil }
            return DutyFrame(unit: round.village, person: nil, hardness: 0)
        case .unit(let id): return DutyFrame(unit: id, person: nil, hardness: 0)
        case .policy:
            return tree.district.map { DutyFrame(unit: $0.id, person: nil, hardness: 0) }
        case .household, .account, .batch, .employer, .vacancy, .fair: return nil
        }
    }
}
