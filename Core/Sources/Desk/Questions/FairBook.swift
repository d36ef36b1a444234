// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// One stand with its employer and vacancies as they are now.
public struct FairStandLine: Hashable, Sendable {
    public let stand: FairStand
    /// The entry that stands for the employer today.
    public let employer: Employer
    public let vacancies: [Vacancy]
    /// The day of the fair, on which a vacancy is offered or not.
    public let day: Day

    /// Those that people can be sent to on the day of the fair.
    public var offered: [Vacancy] { vacancies.filter { $0.isOffered(on: day) } }
}

/// 参会成果: the figures of a fair, all of them derived.
public struct FairFigures: Hashable, Sendable {
    public var stands = 0
    /// 岗位.
    public var posts = 0
    /// 招聘人数.
    public var places = 0
    public var invited = 0
    public var came = 0
    public var walkIns = 0
    /// As the employers told them.
    public var talked = 0
    public var intents = 0
    public var hired = 0
    /// Recommendations of invited people to vacancies of the fair, from its day on.
    public var recommended = 0

    public init() {}
}

/// One fair with everything that its page shows but the guests.
public struct FairFile: Sendable {
    public let fair: Fair
    public let standing: FairStanding
    public let unit: Unit?
    public let stands: [FairStandLine]
    public let figures: FairFigures
    /// Those still to be told of a change, by the villages that look after them.
    public let toBeTold: Int
    public let mayHold: Bool
    public let mayInvite: Bool

    /// The vacancy and the stand that offers it.
    public func vacancy(_ id: VacancyID) -> (line: FairStandLine, vacancy: Vacancy)? {
        for line in stands {
            if let vacancy = line.vacancies.first(where: { $0.id == id }) { return (line, vacancy) }
        }
        return nil
    }
}

/// Somebody invited, as whoever looks after the person sees it.
public struct FairGuestLine: Sendable {
    public let guest: FairGuest
    public let found: AssistanceCase
    /// Masked.
    public let person: PersonLine
    public let isToBeTold: Bool
    /// The newest recommendation to a vacancy of the fair since its day.
    public let recommended: VacancyID?
    /// Whether the actor may act for the person.
    public let isMine: Bool
    /// Whether the actor may recommend the person now: only the level that holds the case does.
    public let mayRecommend: Bool
}

/// One page of those invited.
public struct FairGuests: Sendable {
    public let rows: [FairGuestLine]
    /// How many the actor may see.
    public let count: Int
    /// Invited by others, outside the actor's scope: their number alone.
    public let others: Int
    /// The place of the next page's first line.
    public let next: Int?
}

extension Office {
    /// 招聘会 calendar, for whoever may see vacancies: a fair is everybody's.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func fairList(
        _ query: FairQuery, after: Cursor? = nil, limit: Int = 30, by actor: Actor
    ) async throws -> Slice<Fair> {
        guard actor.may(.seeVacancies) else { throw Refusal.notAllowed(.seeVacancies) }
        return try await store.fairs(query, after: after, limit: limit)
    }

    /// What everybody may read: fairs announced and still to come.
    ///
    /// - Throws: ``StoreFailure``.
    public func publicFairs(after: Cursor? = nil, limit: Int = 30) async throws -> Slice<Fair> {
        try await store.fairs(
            FairQuery(span: .from(today), isAnnounced: true), after: after, limit: limit)
    }

    /// One announced fair with its stands; `nil` for any other.
    ///
    /// - Throws: ``StoreFailure``.
    public func publicFair(_ id: FairID) async throws -> (fair: Fair, stands: [FairStandLine])? {
        guard let fair = try await store.fair(id), fair.isPublic(on: today) else { return nil }
        return (fair, try await stands(of: fair))
    }

    /// One fair.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func fairFile(_ id: FairID, by actor: Actor) async throws -> FairFile {
        guard actor.may(.seeVacancies) else { throw Refusal.notAllowed(.seeVacancies) }
        let fair = try await demand(fair: id)
        let stands = try await stands(of: fair)
        return FairFile(
            fair: fair, standing: fair.standing(on: today), unit: tree[fair.unit], stands: stands,
            figures: try await figures(of: fair, stands),
            toBeTold: fair.guests.count { fair.isToBeTold($0, on: today) },
            mayHold: actor.may(.holdFairs, at: fair.unit, in: tree), mayInvite: actor.may(.inviteToFairs))
    }

    /// What was done, newest first.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func fairHistory(
        _ id: FairID, by actor: Actor
    ) async throws -> (entries: [HistoryEntry], names: [AccountID: String]) {
        guard actor.may(.seeVacancies) else { throw Refusal.notAllowed(.seeVacancies) }
        return (try await store.history(of: .fair(id)).reversed(), try await names())
    }

    /// Keeps in the audit that papers with names went out.
    ///
    /// - Throws: ``StoreFailure``.
    public func notePrinting(_ words: String, of id: FairID, by actor: Actor) async throws {
        try await store.note([
            AuditNote(at: now, by: actor.account, action: .printed, subject: .fair(id), detail: words)
        ])
    }

    /// Those invited whom the actor may see, in the order of inviting.
    ///
    /// - Parameter only: narrows to those who came, did not come, or are to be told.
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func fairGuests(
        of fair: Fair, only: @Sendable (FairGuest) -> Bool = { _ in true }, from place: Int = 0,
        limit: Int = 100, by actor: Actor
    ) async throws -> FairGuests {
        var seen: [(guest: FairGuest, found: AssistanceCase)] = []
        var others = 0
        for guest in fair.guests where only(guest) {
            guard let found = try await store.assistanceCase(guest.caseID),
                actor.may(.seePeople, at: found.village, in: tree)
            else {
                others += 1
                continue
            }
            seen.append((guest, found))
        }
        var rows: [FairGuestLine] = []
        for (guest, found) in seen.dropFirst(place).prefix(limit) {
            rows.append(try await line(of: guest, in: found, at: fair, by: actor))
        }
        let end = place + rows.count
        return FairGuests(
            rows: rows, count: seen.count, others: others, next: end < seen.count ? end : nil)
    }

    private func line(
        of guest: FairGuest, in found: AssistanceCase, at fair: Fair, by actor: Actor
    ) async throws -> FairGuestLine {
        let vacancies = Set(fair.vacancies)
        let after = found.care.recommendations.last { told in
            told.on >= fair.facts.day
                && told.recommendation.vacancy.vacancyID.map(vacancies.contains) ?? false
        }
        let possible = found.possible(.recommend, on: today, numbers: pack.procedure)
        let desk = unit(at: possible.doer.level, of: found)
        return FairGuestLine(
            guest: guest, found: found, person: line(of: try await demand(person: found.person)),
            isToBeTold: fair.isToBeTold(guest, on: today),
            recommended: after?.recommendation.vacancy.vacancyID,
            isMine: actor.may(.inviteToFairs, at: found.village, in: tree),
            mayRecommend: possible.refusal == nil && actor.may(possible.doer.deed, at: desk, in: tree))
    }

    /// The stands with what they offer, employers' mergers followed.
    func stands(of fair: Fair) async throws -> [FairStandLine] {
        var lines: [FairStandLine] = []
        for stand in fair.stands {
            var vacancies: [Vacancy] = []
            for id in stand.vacancies { vacancies.append(try await demand(vacancy: id)) }
            lines.append(
                FairStandLine(
                    stand: stand, employer: try await survivor(of: stand.employer), vacancies: vacancies,
                    day: fair.facts.day))
        }
        return lines
    }

    private func figures(of fair: Fair, _ stands: [FairStandLine]) async throws -> FairFigures {
        var figures = FairFigures()
        figures.stands = stands.count
        let vacancies = stands.flatMap(\.vacancies)
        figures.posts = vacancies.count
        figures.places = vacancies.reduce(0) { $0 + $1.facts.headcount }
        figures.invited = fair.guests.count
        figures.came = fair.guests.count { $0.came != nil }
        figures.walkIns = fair.walkIns
        for result in fair.stands.compactMap(\.result) {
            figures.talked += result.talked
            figures.intents += result.intents
            figures.hired += result.hired
        }
        figures.recommended = try await recommended(since: fair, vacancies)
        return figures
    }

    /// Recommendations that stand, of guests, from the day of the fair on.
    private func recommended(since fair: Fair, _ vacancies: [Vacancy]) async throws -> Int {
        guard fair.facts.day <= today else { return 0 }
        let guests = Set(fair.guests.map(\.caseID))
        var count = 0
        for vacancy in vacancies {
            for told in vacancy.candidates
            where told.stage != .told && told.on >= fair.facts.day && guests.contains(told.caseID) {
                // One taken back leaves its place among the candidates, but none in the case.
                let found = try await store.assistanceCase(told.caseID)
                if found?.care.recommendation(told.act) != nil { count += 1 }
            }
        }
        return count
    }
}
