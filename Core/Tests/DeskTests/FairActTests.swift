// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("招聘会的办理：展位、匹配邀请、签到、成果 · 14.w3")
struct FairActTests {
    private let clerk = Sample.yangzhenClerk
    private let member = Sample.wangXiulan
    private static let day = Sample.today.adding(days: 5)

    private static func facts(_ change: (inout FairFacts) -> Void = { _ in }) -> FairFacts {
        var facts = FairFacts(
            title: "春季招聘会", day: day, hours: FairHours(opens: 540, closes: 690), place: "文化广场")
        change(&facts)
        return facts
    }

    private func employer(_ desk: CaseDesk, _ name: String = "测试机械厂") async throws -> EmployerID {
        let receipt = try await desk.office().registerEmployer(
            EmployerFacts(name: name, withoutCode: "家庭雇主"), on: Sample.today, by: clerk.actor)
        return EmployerID(receipt.subject.number)
    }

    private func post(
        _ desk: CaseDesk, of employer: EmployerID, _ name: String = "保洁员", pay: Int = 4000, through: Int = 40
    ) async throws -> VacancyID {
        let facts = VacancyFacts(
            post: name, occupation: name, headcount: 2, pay: Pay(from: pay, through: pay),
            place: WorkPlace(unit: Sample.yangzhen), validThrough: Sample.today.adding(days: through))
        let receipt = try await desk.office().postVacancy(
            facts, of: employer, verified: Verification(confirmedBy: "张经理"), on: Sample.today,
            by: clerk.actor)
        return VacancyID(receipt.subject.number)
    }

    private func plan(_ desk: CaseDesk, _ facts: FairFacts = facts()) async throws -> FairID {
        FairID(try await desk.office().planFair(facts, by: clerk.actor).subject.number)
    }

    private func fair(_ id: FairID, _ desk: CaseDesk) async throws -> Fair {
        try #require(try await desk.store.fair(id))
    }

    private func stand(
        _ number: Int, of id: FairID, _ employer: EmployerID, _ vacancies: [VacancyID], _ desk: CaseDesk
    ) async throws {
        _ = try await desk.office().setStand(
            number, of: id, version: try await fair(id, desk).version, for: employer, vacancies,
            by: clerk.actor)
    }

    /// Announced with one stand of one vacancy, the member helped by an aide.
    private func announced(
        _ desk: CaseDesk, _ facts: FairFacts = facts()
    ) async throws -> (fair: FairID, vacancy: VacancyID) {
        try await desk.help()
        let employer = try await employer(desk)
        let (vacancy, id) = (try await post(desk, of: employer), try await plan(desk, facts))
        try await stand(1, of: id, employer, [vacancy], desk)
        _ = try await desk.office().announceFair(id, version: 2, by: clerk.actor)
        return (id, vacancy)
    }

    private func invite(_ id: FairID, _ vacancy: VacancyID, _ desk: CaseDesk) async throws {
        let found = try await desk.found(member)
        _ = try await desk.office().invite(
            [FairInvitation(caseID: found.id, vacancies: [vacancy])], to: id, by: Sample.aide.actor)
    }

    private func refused(
        _ obstacle: FairObstacle, _ place: SourceLocation = #_sourceLocation,
        _ act: () async throws -> Void
    ) async {
        await #expect(throws: Refusal.procedure(.fair(obstacle)), sourceLocation: place) { try await act() }
    }

    // MARK: Who may

    @Test func `14.w3: an aide invites but holds no fair, and a stranger's town changes none`() async throws {
        let desk = try await CaseDesk.set()
        await #expect(throws: Refusal.notAllowed(.holdFairs)) {
            _ = try await desk.office().planFair(Self.facts(), by: Sample.aide.actor)
        }
        let id = try await plan(desk)
        await #expect(throws: Refusal.notAllowed(.holdFairs)) {
            _ = try await desk.office().cancelFair(
                id, version: 1, reason: "错", by: Sample.shalingWorker.actor)
        }
        #expect(try await fair(id, desk).unit == Sample.yangzhen)
    }

    @Test func `14.w3: the same form twice plans one fair, and a stale page is told to reload`() async throws
    {
        let desk = try await CaseDesk.set()
        let once = OnceKey("form")
        let office = try await desk.office()
        let first = try await office.planFair(Self.facts(), by: clerk.actor, once: once)
        let second = try await office.planFair(Self.facts(), by: clerk.actor, once: once)
        #expect(first.subject == second.subject && second.isRepeat)
        let id = FairID(first.subject.number)
        _ = try await office.correctFair(
            id, version: 1, to: Self.facts { $0.place = "镇政府" }, by: clerk.actor)
        await #expect(throws: StoreFailure.conflict(.fair(id))) {
            _ = try await office.correctFair(
                id, version: 1, to: Self.facts { $0.note = "带身份证" }, by: clerk.actor)
        }
    }

    // MARK: Stands

    @Test func `14.w3: a stand offers the employer's own vacancies that are open on the day`() async throws {
        let desk = try await CaseDesk.set()
        let (one, other) = (try await employer(desk), try await employer(desk, "赵家"))
        let id = try await plan(desk)
        let strange = try await post(desk, of: other)
        await refused(.vacancyOfAnother(strange)) { try await stand(1, of: id, one, [strange], desk) }
        let early = try await post(desk, of: one, "焊工", through: 4)
        await refused(.vacancyNotOffered(early)) { try await stand(1, of: id, one, [early], desk) }
        let good = try await post(desk, of: one, "库管", through: 5)
        try await stand(1, of: id, one, [good], desk)
        _ = try await desk.office().closeVacancy(
            good, version: 1, .cancelled, note: "", on: Sample.today, by: clerk.actor)
        let file = try await desk.office().fairFile(id, by: clerk.actor)
        #expect(file.stands.first?.vacancies.map(\.id) == [good])
        #expect(file.stands.first?.offered.isEmpty == true)
    }

    @Test func `14.w3: a merged employer keeps its stand under the entry that stays, and gets no second`()
        async throws
    {
        let desk = try await CaseDesk.set()
        let (old, kept) = (try await employer(desk), try await employer(desk, "测试机械厂（本部）"))
        let id = try await plan(desk)
        let vacancy = try await post(desk, of: old)
        try await stand(1, of: id, old, [vacancy], desk)
        _ = try await desk.office().mergeEmployer(
            old, version: 1, into: kept, reason: "重复", by: clerk.actor)
        let file = try await desk.office().fairFile(id, by: clerk.actor)
        #expect(file.stands.map(\.employer.id) == [kept])
        let next = try await post(desk, of: kept, "焊工")
        await refused(.employerHasStand(1)) { try await stand(2, of: id, old, [next], desk) }
        try await stand(1, of: id, old, [vacancy, next], desk)
        #expect(try await fair(id, desk).stand(1)?.employer == kept)
        let history = try await desk.store.history(of: .fair(id)).map(\.event.kind)
        #expect(history == [.fairPlanned, .fairStandSet, .fairStandSet, .fairStandSet])
    }

    // MARK: Proposals and invitations

    @Test
    func `14.w3: those are proposed whom a stand suits, nobody is invited by it, and the invited drop out`()
        async throws
    {
        let desk = try await CaseDesk.set()
        let (id, vacancy) = try await announced(desk)
        let found = try await desk.found(member)
        let office = try await desk.office()
        let proposed = try await office.fairProposals(for: id, by: Sample.aide.actor)
        #expect(proposed.rows.map(\.found.id) == [found.id])
        #expect(proposed.rows.first?.matches.map(\.vacancy.id) == [vacancy])
        #expect(try await fair(id, desk).guests.isEmpty)
        try await desk.act(
            .aid(.wishTold(level: .village, JobWish(pay: 5000))), of: member, by: Sample.aide)
        let now = try await office.fairProposals(for: id, by: Sample.aide.actor)
        #expect(now.rows.isEmpty && now.looked == 1)
        try await desk.act(
            .aid(.wishTold(level: .village, JobWish(pay: 3000))), of: member, by: Sample.aide,
            on: Sample.today)
        try await invite(id, vacancy, desk)
        let after = try await office.fairProposals(for: id, by: Sample.aide.actor)
        #expect(after.rows.isEmpty && after.looked == 0)
        await refused(.alreadyInvited) { try await invite(id, vacancy, desk) }
    }

    @Test func `14.w3: a special fair proposes only those it is for`() async throws {
        let desk = try await CaseDesk.set()
        func special(_ categories: [HardshipCategory], _ occupation: String? = nil) -> FairFacts {
            Self.facts {
                $0.kind = .special
                $0.audience = "专场"
                $0.categories = categories
                $0.occupation = occupation
            }
        }
        let (id, _) = try await announced(desk, special([]))
        let mine = try await desk.found(member).categories
        let others = HardshipCategory.allCases.filter { !mine.contains($0) }
        let office = try await desk.office()
        for (facts, count) in [(special(mine), 1), (special(others), 0), (special([], "开飞机"), 0)] {
            let version = try await fair(id, desk).version
            _ = try await office.correctFair(id, version: version, to: facts, by: clerk.actor)
            let proposed = try await office.fairProposals(for: id, by: Sample.aide.actor)
            #expect(proposed.rows.count == count)
        }
    }

    @Test func `14.w3: people of another village are counted, not shown, and nobody else invites them`()
        async throws
    {
        let desk = try await CaseDesk.set()
        let (id, vacancy) = try await announced(desk)
        try await invite(id, vacancy, desk)
        let office = try await desk.office()
        let mine = try await office.fairGuests(of: fair(id, desk), by: Sample.aide.actor)
        #expect(mine.rows.count == 1 && mine.others == 0)
        let strangers = Actor(
            account: AccountID(99), name: "外村", grants: [Grant(role: .villageWorker, unit: Sample.hongsi)])
        let seen = try await office.fairGuests(of: fair(id, desk), by: strangers)
        #expect(seen.rows.isEmpty && seen.others == 1)
        let found = try await desk.found(member)
        await #expect(throws: Refusal.notAllowed(.holdFairs)) {
            _ = try await office.withdrawInvitation(of: found.id, to: id, reason: "错", by: strangers)
        }
    }

    // MARK: 签到 and results

    @Test func `14.w3: the code signs in without a name, twice without harm, on the day only`() async throws {
        let desk = try await CaseDesk.set()
        let (id, vacancy) = try await announced(desk)
        try await invite(id, vacancy, desk)
        let guest = try await desk.found(member).id
        await refused(.notTheDay(Self.day)) {
            _ = try await desk.office().signInOneself(guest, at: id)
        }
        let office = try await desk.office(on: Self.day)
        #expect(try await office.signInOneself(guest, at: id).isRepeat == false)
        #expect(try await office.signInOneself(guest, at: id).isRepeat)
        #expect(try await office.signInByCode(guest, at: id, by: clerk.actor).isRepeat)
        let came = try #require(try await fair(id, desk).guest(guest)?.came)
        #expect(came.by == .own)
        #expect(try await desk.store.history(of: .fair(id)).last?.by == .system)
    }

    @Test func `14.w3: many who sign in at the same moment all get in`() async throws {
        let desk = try await CaseDesk.set()
        let (id, vacancy) = try await announced(desk)
        try await invite(id, vacancy, desk)
        let guest = try await desk.found(member).id
        let office = try await desk.office(on: Self.day)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { _ = try await office.signInOneself(guest, at: id) } }
            for place in 0..<3 {
                let seen = place
                group.addTask {
                    _ = try? await office.countWalkIns(
                        seen + 1, seen: seen, at: id, by: Sample.yangzhenClerk.actor)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await fair(id, desk).guest(guest)?.came != nil)
        #expect(try await desk.store.history(of: .fair(id)).count == fair(id, desk).version)
    }

    @Test func `14.w3: a number that a colleague changed meanwhile is not overwritten`() async throws {
        let desk = try await CaseDesk.set()
        let (id, _) = try await announced(desk)
        let office = try await desk.office(on: Self.day)
        _ = try await office.countWalkIns(12, seen: 0, at: id, by: clerk.actor)
        await #expect(throws: StoreFailure.conflict(.fair(id))) {
            _ = try await office.countWalkIns(9, seen: 0, at: id, by: clerk.actor)
        }
        let result = StandResult(talked: 3, intents: 1, hired: 0)
        _ = try await office.reportStand(1, result, seen: nil, at: id, by: clerk.actor)
        await #expect(throws: StoreFailure.conflict(.fair(id))) {
            _ = try await office.reportStand(1, result, seen: nil, at: id, by: clerk.actor)
        }
        #expect(try await fair(id, desk).walkIns == 12)
    }

    @Test func `14.w3: the figures follow from what was recorded, recommendations from the day on included`()
        async throws
    {
        let desk = try await CaseDesk.set()
        let (id, vacancy) = try await announced(desk)
        try await invite(id, vacancy, desk)
        let guest = try await desk.found(member).id
        let office = try await desk.office(on: Self.day)
        _ = try await office.signIn(guest, at: id, by: Sample.aide.actor)
        _ = try await office.noteResult(
            GuestResult(outcome: .intent, vacancy: vacancy), of: guest, at: id, by: Sample.aide.actor)
        _ = try await office.countWalkIns(7, seen: 0, at: id, by: clerk.actor)
        _ = try await office.reportStand(
            1, StandResult(talked: 6, intents: 2, hired: 1), seen: nil, at: id, by: clerk.actor)
        let note = VacancyNote(
            employer: "", post: "", place: "", pay: "", requirements: "", vacancyID: vacancy)
        try await desk.act(
            .aid(
                .recommended(
                    Recommendation(
                        level: .village, vacancy: note, confirmed: Self.day, confirmedBy: "张经理"))),
            of: member, by: Sample.aide, on: Self.day)
        let figures = try await office.fairFile(id, by: clerk.actor).figures
        var expected = FairFigures()
        (expected.stands, expected.posts, expected.places) = (1, 1, 2)
        (expected.invited, expected.came, expected.walkIns) = (1, 1, 7)
        (expected.talked, expected.intents, expected.hired, expected.recommended) = (6, 2, 1, 1)
        #expect(figures == expected)
        let lines = try await office.fairGuests(of: fair(id, desk), by: Sample.aide.actor)
        #expect(lines.rows.first?.recommended == vacancy)
        try await desk.withdraw(
            try await desk.newest(.recommended, of: member), of: member, by: Sample.aide, on: Self.day)
        #expect(try await office.fairFile(id, by: clerk.actor).figures.recommended == 0)
    }

    @Test func `14.w3: a cancelled fair leaves the public list after its day, and says who is to be told`()
        async throws
    {
        let desk = try await CaseDesk.set()
        let (id, vacancy) = try await announced(desk)
        try await invite(id, vacancy, desk)
        let office = try await desk.office()
        #expect(try await office.publicFairs().rows.map(\.id) == [id])
        _ = try await office.cancelFair(id, version: 4, reason: "停电", by: clerk.actor)
        #expect(try await office.fairFile(id, by: clerk.actor).toBeTold == 1)
        #expect(try await office.publicFair(id) != nil)
        #expect(try await desk.office(on: Self.day.adding(days: 1)).publicFair(id) == nil)
        _ = try await office.tellGuest(try await desk.found(member).id, of: id, by: Sample.aide.actor)
        #expect(try await office.fairFile(id, by: clerk.actor).toBeTold == 0)
    }

    @Test func `14.w3: a person's case shows the fair that invited and the one that could`() async throws {
        let desk = try await CaseDesk.set()
        let (id, vacancy) = try await announced(desk)
        let found = try await desk.found(member)
        let office = try await desk.office()
        let before = try await office.caseFairs(found.id, by: Sample.aide.actor)
        #expect(before.open.map(\.fair.id) == [id] && before.invited.isEmpty && before.mayInvite)
        #expect(before.open.first?.matches.map(\.vacancy.id) == [vacancy])
        try await invite(id, vacancy, desk)
        let after = try await office.caseFairs(found.id, by: Sample.aide.actor)
        #expect(after.open.isEmpty && after.invited.map(\.fair.id) == [id])
    }

    @Test func `14.w3: a fair that is only planned is nobody's to read without a login`() async throws {
        let desk = try await CaseDesk.set()
        let id = try await plan(desk)
        #expect(try await desk.office().publicFair(id) == nil)
        #expect(try await desk.office().publicFairs().rows.isEmpty)
    }
}
