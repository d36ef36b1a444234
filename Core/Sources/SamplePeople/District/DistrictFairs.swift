// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// Job fairs of a made-up district: one held with its results, one today, and a special one to come (14.w3).
struct DistrictFairs {
    let setting: DistrictSetting
    let store: any Store
    var dice: Dice

    private var today: Day { setting.days.today }

    /// - Throws: ``Refusal`` or ``StoreFailure``.
    mutating func write() async throws {
        let stalls = try await stalls()
        guard stalls.count >= 6, let village = setting.villages.first else { return }
        let (clerk, district) = (setting.clerk(of: village), setting.helpers.districtClerk)
        let town = setting.tree.unit(at: .town, above: village.id)?.name ?? ""
        let known = stalls.filter { $0.since <= today.adding(days: -21) }
        if !known.isEmpty {
            try await hold(Array(known.prefix(8)), named: "\(town)就业援助招聘会", by: clerk, inviting: clerk)
        }
        let open = FairFacts(
            title: "\(town)岗位进村招聘会", day: today, hours: FairHours(opens: 9 * 60, closes: 16 * 60 + 30),
            place: "\(town)公共就业服务大厅", note: "请带身份证。现场可以咨询社会保险补贴和培训。", phone: Self.phone)
        let now = try await plan(
            open, Array(stalls.dropFirst(1).prefix(6)), on: today.adding(days: -6), by: clerk)
        let guests = try await invite(12, to: now, on: today.adding(days: -4), by: clerk)
        for guest in guests.prefix(2) { _ = try await office(on: today).signIn(guest, at: now, by: clerk) }
        let special = FairFacts(
            title: "就业困难人员专场招聘会", kind: .special, audience: "就业困难人员",
            day: today.adding(days: 9), hours: FairHours(opens: 9 * 60, closes: 11 * 60 + 30),
            place: "区人力资源公共服务中心一层", note: "招聘单位现场面试。", phone: Self.phone)
        let coming = try await plan(
            special, Array(stalls.dropFirst(stalls.count / 2)), on: today.adding(days: -1), by: district)
        _ = try await invite(8, to: coming, on: today, by: clerk)
    }

    private static let phone = "010-80400000"

    /// An employer with those of its vacancies that are open.
    private struct Stall {
        let employer: EmployerID
        let vacancies: [VacancyID]
        /// When the last of them was collected.
        let since: Day
    }

    private func stalls() async throws -> [Stall] {
        let clock = VacancyClock(today: today, verifiedDays: setting.pack.procedure.verifiedDays)
        let rows = try await store.vacancies(
            VacancyQuery(standing: .open), at: clock, after: nil, limit: 200
        ).rows.filter { $0.vacancy.isOffered(on: today.adding(days: 9)) }
        let byEmployer = Dictionary(grouping: rows, by: \.employer.id)
        return byEmployer.keys.sorted().prefix(16).map { id in
            let vacancies = (byEmployer[id] ?? []).map(\.vacancy)
            return Stall(
                employer: id, vacancies: vacancies.map(\.id), since: vacancies.map(\.posted).max() ?? today)
        }
    }

    /// A fair of two weeks ago: people came, employers told their numbers, some met understanding.
    private mutating func hold(
        _ stalls: [Stall], named title: String, by clerk: Actor, inviting: Actor
    ) async throws {
        let day = today.adding(days: -14)
        let facts = FairFacts(
            title: title, day: day, hours: FairHours(opens: 9 * 60, closes: 12 * 60),
            place: "镇文化广场", note: "招聘单位现场面试。", phone: Self.phone)
        let id = try await plan(facts, stalls, on: day.adding(days: -7), by: clerk)
        let guests = try await invite(10, to: id, on: day.adding(days: -5), by: inviting)
        let office = office(on: day)
        guard var fair = try await store.fair(id) else { return }
        for guest in guests {
            let vacancy = dice.pick(fair.guest(guest)?.vacancies ?? fair.vacancies)
            let came = dice.happens(700)
            if came { _ = try await office.signIn(guest, at: id, by: clerk) }
            let outcome = came ? dice.pick([GuestOutcome.talked, .intent, .talked, .looked]) : .absent
            let result = GuestResult(
                outcome: outcome, vacancy: outcome == .talked || outcome == .intent ? vacancy : nil)
            _ = try await office.noteResult(result, of: guest, at: id, by: inviting)
        }
        _ = try await office.countWalkIns(dice.roll(20...80), seen: 0, at: id, by: clerk)
        for stall in fair.stands {
            let talked = dice.roll(3...14)
            _ = try await office.reportStand(
                stall.number, StandResult(talked: talked, intents: min(talked, dice.roll(0...3)), hired: 0),
                seen: nil, at: id, by: clerk)
        }
        fair = try await store.fair(id) ?? fair
        _ = try await self.office(on: day.adding(days: 1)).closeFair(id, version: fair.version, by: clerk)
    }

    private func plan(
        _ facts: FairFacts, _ stalls: [Stall], on day: Day, by actor: Actor
    ) async throws -> FairID {
        let office = office(on: day)
        let id = FairID(try await office.planFair(facts, by: actor).subject.number)
        for (place, stall) in stalls.enumerated() {
            _ = try await office.setStand(
                place + 1, of: id, version: place + 1, for: stall.employer, stall.vacancies, by: actor)
        }
        _ = try await office.announceFair(id, version: stalls.count + 1, by: actor)
        return id
    }

    /// Invites the first that the matching proposes and that were listed by then.
    private func invite(_ most: Int, to id: FairID, on day: Day, by actor: Actor) async throws -> [CaseID] {
        let office = office(on: day)
        var found: [FairProposal] = []
        for proposal in try await office.fairProposals(for: id, limit: 400, by: actor).rows
        where found.count < most {
            let first = try await store.history(of: .assistanceCase(proposal.found.id)).first
            if let first, first.occurred <= day { found.append(proposal) }
        }
        let chosen = found.map {
            FairInvitation(caseID: $0.found.id, vacancies: $0.matches.map(\.vacancy.id))
        }
        guard !chosen.isEmpty else { return [] }
        _ = try await office.invite(chosen, to: id, by: actor)
        return chosen.map(\.caseID)
    }

    private func office(on day: Day) -> Office {
        Office(
            store: store, pack: setting.pack, tree: setting.tree,
            now: Instant(startOf: day).adding(seconds: 10 * 3600), today: day)
    }
}
