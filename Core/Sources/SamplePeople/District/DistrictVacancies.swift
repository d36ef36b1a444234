// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreMemory

/// Employers and vacancies of a made-up district: collected at all three levels, most of them verified lately, some
/// stale, filled elsewhere or past their term (05.w2, 10.w2, 14.w2).
struct DistrictVacancies {
    let setting: DistrictSetting
    let store: any Store
    var dice: Dice

    /// An employer for every seventy people, so that a small demonstration has some and a whole district not too
    /// many to look through.
    private var employers: Int { min(max(setting.plan.people / 70, 12), 600) }

    /// - Throws: ``Refusal`` or ``StoreFailure``.
    mutating func write() async throws {
        let draft = MemoryStore(recordingFrom: [:])
        for place in 0..<employers { try await found(place, in: draft) }
        try await store.commitAll(draft.takeRecorded().settled())
        try await recommend()
    }

    private mutating func found(_ place: Int, in draft: MemoryStore) async throws {
        let stock = dice.pick(Self.stock)
        let keeper = keeper()
        let registered = day(between: setting.days.founded, and: setting.days.opened)
        let town = dice.pick(setting.clerks.keys.sorted())
        let name = "\(dice.pick(Self.firstNames))\(dice.pick(Self.secondNames))\(stock.kind)"
        let facts = EmployerFacts(
            name: "\(name)（演示\(place + 1)）", code: code(of: place), industry: stock.industry,
            address: "\(dice.pick(Self.streets))\(dice.roll(1...98))号", place: town,
            contacts: [
                EmployerContact(
                    name: "\(dice.pick(Self.surnames))\(dice.pick(["经理", "主任", "女士", "先生"]))",
                    position: "人事", phone: "010-8040\(pad(dice.roll(0...9999)))")
            ], isRegular: dice.happens(250), sources: [dice.pick(VacancySource.allCases)])
        let receipt = try await office(on: registered, draft).registerEmployer(
            facts, on: registered, by: keeper)
        guard case .employer(let id) = receipt.subject else { return }
        try await keepUp(id, by: keeper, in: draft)
        for post in dice.pick(min(dice.roll(1...3), stock.posts.count), of: stock.posts) {
            try await self.post(post, of: id, at: town, facts, by: keeper, in: draft)
        }
    }

    /// Visits and monthly reports, of some.
    private mutating func keepUp(
        _ id: EmployerID, by keeper: Actor, in draft: MemoryStore
    ) async throws {
        guard dice.happens(500) else { return }
        let visited = day(between: setting.days.opened, and: setting.days.today)
        _ = try await office(on: visited, draft).callOn(
            id, version: 1,
            EmployerVisit(
                means: .atOffice, met: "人事负责人", words: "了解用工需求，介绍援助对象情况", policies: "招用就业困难人员社会保险补贴"),
            on: visited, by: keeper)
        guard dice.happens(500) else { return }
        let day = setting.days.today
        _ = try await office(on: day, draft).reportVacancies(
            of: id, version: 2,
            VacancyReport(month: YearMonth(day), places: dice.roll(0...12), words: "", reportedBy: "人事负责人"),
            on: day, by: keeper)
    }

    private mutating func post(
        _ post: Post, of id: EmployerID, at town: UnitID, _ employer: EmployerFacts, by keeper: Actor,
        in draft: MemoryStore
    ) async throws {
        let today = setting.days.today
        let posted = day(between: max(setting.days.opened, today.adding(days: -50)), and: today)
        let from = post.pay + dice.roll(-2...6) * 100
        var asked: [Requirement] = []
        if dice.happens(600) {
            asked.append(Requirement(.education(dice.pick([.junior, .junior, .senior]))))
        }
        if let certificate = post.certificate { asked.append(Requirement(.certificate(certificate))) }
        if dice.happens(300) {
            asked.append(Requirement(.experience(months: dice.pick([6, 12, 24]), in: post.trade), .nice))
        }
        let facts = VacancyFacts(
            post: post.name, occupation: post.trade, headcount: dice.roll(1...8),
            pay: Pay(from: from, through: from + dice.roll(0...5) * 300),
            place: WorkPlace(unit: town, words: employer.address), requirements: asked,
            shift: dice.pick([.day, .day, .day, .rotating, .night]), weeklyHours: 40,
            insurance: dice.happens(850) ? .full : .injury, term: dice.happens(850) ? .lasting : .temporary,
            source: employer.sources.first ?? .counter,
            validThrough: posted.adding(days: dice.roll(25...120)),
            description: post.words)
        let isAsked = dice.happens(900)
        let receipt = try await office(on: posted, draft).postVacancy(
            facts, of: id,
            verified: isAsked ? Verification(confirmedBy: employer.contacts.first?.name ?? "人事") : nil,
            on: posted, isConfirmed: true, by: keeper)
        guard case .vacancy(let vacancy) = receipt.subject, isAsked, facts.validThrough >= today else {
            return
        }
        try await followUp(vacancy, posted: posted, by: keeper, in: draft)
    }

    /// Three in four are asked about again, one in twelve is gone by then.
    private mutating func followUp(
        _ id: VacancyID, posted: Day, by keeper: Actor, in draft: MemoryStore
    ) async throws {
        let today = setting.days.today
        guard today.days(since: posted) > 7, dice.happens(750) else { return }
        let asked = day(between: max(posted, today.adding(days: -12)), and: today)
        let office = office(on: asked, draft)
        if dice.happens(80) {
            _ = try await office.closeVacancy(
                id, version: 1, .filledElsewhere, note: "", on: asked, by: keeper)
        } else {
            _ = try await office.confirmVacancy(
                id, version: 1, Verification(confirmedBy: "人事负责人", words: "还在招，要求没有变"), on: asked,
                by: keeper)
        }
    }

    // MARK: Recommendations

    /// Some of those who are helped and wait for a vacancy are sent to one today.
    private mutating func recommend() async throws {
        let office = office(on: setting.days.today, store)
        let cases = try await store.cases(
            CaseQuery(scope: .district, stages: [.village, .town]), after: nil, limit: 200
        ).rows.map(\.assistanceCase)
        let accounts = Dictionary(
            setting.helpers.accounts.map { ($0.id, $0.actor) }, uniquingKeysWith: { $1 })
        var left = min((cases.count + 1) / 2, 24)
        for found in cases where left > 0 {
            let level = found.care.holder ?? .village
            let can = found.possible(.recommend, on: office.today, numbers: setting.pack.procedure)
            guard can.refusal == nil, found.care.since.map({ $0 <= office.today }) ?? true,
                let helper = found.care.assignment(at: level), let actor = accounts[helper.account]
            else { continue }
            let openings = try await office.openings(for: found.id, by: actor)
            guard !openings.list.chosen.isEmpty else { continue }
            let vacancy = dice.pick(openings.list.chosen).vacancy
            let note = VacancyNote(
                employer: openings.employers[vacancy.employer]?.facts.name ?? "", post: vacancy.facts.post,
                place: vacancy.facts.place.words,
                pay: "\(vacancy.facts.pay.from)—\(vacancy.facts.pay.through)元/月", requirements: "",
                vacancyID: vacancy.id)
            _ = try await office.act(
                .aid(
                    .recommended(
                        Recommendation(
                            level: level, vacancy: note, confirmed: vacancy.verifiedOn ?? office.today,
                            confirmedBy: vacancy.verified?.confirmedBy ?? "人事"))), in: found.id,
                version: found.version, on: office.today, isConfirmed: true, by: actor)
            left -= 1
        }
    }

    // MARK: Chance

    /// Who collected it: a town's clerk mostly, a village's worker or the district's.
    private mutating func keeper() -> Actor {
        switch dice.roll(0...9) {
        case 0...1: return setting.helpers.districtClerk
        case 2...4: return dice.pick(setting.workers)
        case _:
            let towns = setting.clerks.keys.sorted()
            return setting.clerks[dice.pick(towns)] ?? setting.helpers.districtClerk
        }
    }

    private mutating func day(between first: Day, and last: Day) -> Day {
        first.adding(days: dice.roll(0...max(0, last.days(since: first))))
    }

    /// Codes under the region 990100, which no real employer has.
    private func code(of place: Int) -> CreditCode? {
        let body = "91990100MA9Y\(pad(place, 5))"
        guard let check = CreditCode.check(of: body) else { return nil }
        return try? CreditCode(body + String(check))
    }

    private func pad(_ number: Int, _ width: Int = 4) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private func office(on day: Day, _ store: any Store) -> Office {
        Office(
            store: store, pack: setting.pack, tree: setting.tree,
            now: Instant(startOf: day).adding(seconds: 15 * 3600), today: day)
    }
}
