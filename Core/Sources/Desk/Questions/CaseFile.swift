// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 援助情况: everything that the page of one case shows, each thing read once.
public struct CaseFile: Sendable {
    public let found: AssistanceCase
    public let person: Person
    /// Masked, as they stand on papers that go along with a case.
    public let identity: String
    public let mobile: String
    public let village: Unit?
    public let town: Unit?
    /// Oldest first, with withdrawals and what they took back.
    public let history: [Recorded<CaseEvent>]
    /// Met ones included, by due day.
    public let duties: [DutyRow]
    /// What is owed next, three at most, by due day.
    public var nextDuties: [DutyRow] {
        let pending = Set(duties.map(\.obligation).pending(on: today))
        return Array(duties.filter { pending.contains($0.obligation) }.prefix(3))
    }
    public let names: [AccountID: String]
    /// Every act of the procedure, with what stands in its way and whether the reader is the one to do it.
    public let acts: [OfferedAct]
    /// What the reader may do in the case's village, for the small acts that are no step's own.
    public let rights: Set<Deed>
    /// Records that the reader may take back.
    public let mayWithdraw: Set<ActID>
    /// A hand-up that a person has to decide on (L.04, L.11).
    public let dueHandUp: HandUpCause?
    /// 14.r3: three without a job at the district, and nobody has handed the case to welfare placement yet.
    public let isWelfareDue: Bool
    public let today: Day
    /// 紧急查看: the pass through which alone the case is seen; `nil` within the reader's own scope.
    public let pass: Pass?

    /// An act with its doer as the reader sees it.
    public struct OfferedAct: Sendable {
        public let possible: PossibleAct
        public let isMine: Bool
        /// The office that does it.
        public let office: Unit?

        public var act: ProcedureAct { possible.act }
        public var level: Level { possible.doer.level }
        /// The step at the level that does it, 0 for none.
        public var step: Int { possible.act.step(at: level) }
    }
}

extension CaseFile {
    /// The journal as the obligation engine reads it.
    public var journal: Journal {
        Journal(
            acts: history.map {
                Act(.assistanceCase($0.event), id: $0.id, occurred: $0.occurred, recorded: $0.recorded)
            })
    }

    /// What the reader may do now.
    public var mine: [OfferedAct] { acts.filter { $0.isMine && $0.possible.refusal == nil } }

    /// 04.r2: the last mood noted and the better one before it, when it became worse.
    public var worseMood: (before: Mood, now: Mood, on: Day)? {
        let moods = history.standing.compactMap { entry -> (mood: Mood, on: Day, act: ActID)? in
            switch entry.event {
            case .aid(.contacted(let contact)): contact.mood.map { ($0, entry.occurred, entry.id) }
            case .work(.followedUp(let visit)): visit.mood.map { ($0, entry.occurred, entry.id) }
            case _: nil
            }
        }.sorted { ($0.on, $0.act) < ($1.on, $1.act) }
        guard let last = moods.last, let before = moods.dropLast().last, last.mood.isWorse(than: before.mood)
        else { return nil }
        return (before.mood, last.mood, last.on)
    }
}

extension Office {
    /// The case with all that belongs to it, for those who may look at its person.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func caseFile(_ id: CaseID, by actor: Actor) async throws -> CaseFile {
        let found = try await demand(case: id)
        let person = try await demand(person: found.person)
        try requireSight(of: person, by: actor)
        let history = try await store.history(of: .assistanceCase(id)).caseEvents
        let duties = try await store.duties(of: .assistanceCase(id))
        return CaseFile(
            found: found, person: person, identity: person.facts.identity?.masked ?? "",
            mobile: person.facts.mobile?.masked ?? "", village: tree[found.village],
            town: tree.unit(at: .town, above: found.village), history: history,
            duties: duties.map { row(of: $0, in: found, person) }.sorted {
                $0.obligation.due < $1.obligation.due
            }, names: try await names(), acts: offered(in: found, to: actor),
            rights: Set(Deed.allCases.filter { actor.may($0, at: found.village, in: tree) }),
            mayWithdraw: withdrawable(history, in: found, by: actor),
            dueHandUp: dueHandUp(of: found), isWelfareDue: isWelfareDue(of: found),
            today: today, pass: pass(to: person, of: actor))
    }

    /// 援助档案 on paper: the same, and the audit keeps that it was printed (L.06).
    ///
    /// - Throws: as ``caseFile(_:by:)``.
    public func printedFile(_ id: CaseID, by actor: Actor) async throws -> CaseFile {
        let file = try await caseFile(id, by: actor)
        try await store.note([
            AuditNote(
                at: now, by: actor.account, action: .printed, subject: .assistanceCase(id), detail: "援助档案")
        ])
        return file
    }

    /// Above the district there is nobody: its case goes to welfare placement.
    private func dueHandUp(of found: AssistanceCase) -> HandUpCause? {
        guard let holder = found.care.holder, holder.above != nil else { return nil }
        return found.dueHandUp(at: holder, numbers: pack.procedure)
    }

    private func isWelfareDue(of found: AssistanceCase) -> Bool {
        let care = found.care
        return care.holder == .district && care.handUp == nil && care.job == nil
            && care.handedToWelfare == nil && care.failures(at: .district) >= pack.procedure.failures
    }

    private func row(of duty: Obligation, in found: AssistanceCase, _ person: Person) -> DutyRow {
        DutyRow(
            subject: .assistanceCase(found.id), unit: found.village, person: person.id,
            name: person.facts.name.full, hardness: found.visitClass?.rawValue ?? 0,
            account: found.account(of: duty.owedBy), obligation: duty)
    }

    private func offered(in found: AssistanceCase, to actor: Actor) -> [CaseFile.OfferedAct] {
        guard found.isLive else { return [] }
        return found.possibleActs(on: today, numbers: pack.procedure).map { possible in
            let office = unit(at: possible.doer.level, of: found)
            return CaseFile.OfferedAct(
                possible: possible, isMine: actor.may(possible.doer.deed, at: office, in: tree),
                office: tree[office])
        }
    }

    /// Whoever may do an act may withdraw it; the first stands for the case itself, a relocation is moved back.
    private func withdrawable(
        _ history: [Recorded<CaseEvent>], in found: AssistanceCase, by actor: Actor
    ) -> Set<ActID> {
        var acts: Set<ActID> = []
        for entry in history.standing.dropFirst() {
            if case .relocated = entry.event { continue }
            let doer = found.doer(of: entry.event)
            if actor.may(doer.deed, at: unit(at: doer.level, of: found), in: tree) { acts.insert(entry.id) }
        }
        return acts
    }
}
