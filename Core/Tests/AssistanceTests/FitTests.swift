// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite(
    "Matching one person: limits, parts of the score, the mixed list: 05.w1 05.w2 05.r2 10.w3 14.w3 14.r1 L.11"
)
struct FitTests {
    private static let rules = FitRules(
        version: "t", most: FitRules.usual.most, crowding: 110,
        related: [["库管", "叉车司机"], ["保洁员", "家政服务员"]],
        travel: TravelTable(within: 3, ways: [("a", "b", 9), ("b", "c", 12)]))

    private func vacancy(
        _ id: Int = 1, _ occupation: String = "库管", headcount: Int = 2,
        pay: Pay = Pay(from: 4000, through: 5000),
        _ change: (inout VacancyFacts) -> Void = { _ in }
    ) throws -> Vacancy {
        let day = try #require(Day(iso: "2026-03-02"))
        var facts = VacancyFacts(
            post: occupation, occupation: occupation, headcount: headcount, pay: pay,
            place: WorkPlace(unit: UnitID(2)), shift: .day, insurance: .full,
            validThrough: day.adding(days: 30))
        change(&facts)
        return Vacancy(
            posting: facts, of: EmployerID(1), unit: UnitID(2), verified: Verification(confirmedBy: "甲"),
            on: day,
            id: VacancyID(id))
    }

    private func seeker(
        education: Education? = .junior, skills: Set<String> = ["库管"], health: Health? = .healthy,
        disability: Disability? = nil, wish: JobWish = JobWish(), told: Set<VacancyID> = []
    ) -> Seeker {
        Seeker(
            village: UnitID(4), education: education, skills: skills, health: health, disability: disability,
            wish: wish, told: told)
    }

    private func states(_ seeker: Seeker, _ vacancy: Vacancy) -> [FitLimit.Kind: FitLimit.State] {
        let fit = Self.rules.fit(seeker, vacancy, home: Spot(town: "a"), place: Spot(town: "b"))
        return Dictionary(fit.limits.map { ($0.kind, $0.state) }, uniquingKeysWith: { $1 })
    }

    @Test(arguments: [
        (Requirement.Ability.education(.junior), FitLimit.State.met), (.education(.senior), .failed),
        (.certificate("库管证"), .met), (.certificate("电工证"), .failed), (.skill("库管"), .met),
        (.skill("焊工"), .failed), (.experience(months: 12, in: "仓库"), .unknown),
        (.ableBody("能搬运20公斤"), .met), (.drivingLicence("C1"), .unknown),
    ])
    func `05.r2: each demand of a post is met, failed or to be asked, with both facts`(
        ability: Requirement.Ability, state: FitLimit.State
    ) throws {
        let vacancy = try vacancy { $0.requirements = [Requirement(ability)] }
        let fit = Self.rules.fit(seeker(), vacancy, home: Spot(town: "a"), place: Spot(town: "b"))
        #expect(fit.limits.map(\.state) == [state])
        #expect(fit.limits[0].vacancy != .open)
        #expect(fit.isAllowed == (state != .failed))
    }

    @Test func `05.r2: what is unknown of a person is asked, never taken for granted`() throws {
        let vacancy = try vacancy {
            $0.requirements = [Requirement(.education(.junior)), Requirement(.ableBody("能久站"))]
        }
        let nobody = seeker(education: nil, health: .frail)
        #expect(states(nobody, vacancy) == [.education: .unknown, .body: .unknown])
        let disabled = seeker(health: .disabled, disability: Disability(grade: 2, canWork: false))
        #expect(states(disabled, vacancy)[.body] == .failed)
        let told = seeker(wish: JobWish(cannot: "不能久站"))
        #expect(states(told, vacancy)[.body] == .unknown, "the person's own words are put beside the demand")
    }

    @Test(arguments: [
        (JobWish(pay: 5000), FitLimit.Kind.pay, FitLimit.State.met), (JobWish(pay: 5001), .pay, .failed),
        (JobWish(mode: .bus, minutes: 51), .distance, .met),
        (JobWish(mode: .bus, minutes: 50), .distance, .failed),
        (JobWish(mode: .car, minutes: 25), .distance, .met), (JobWish(shifts: [.night]), .shift, .failed),
        (JobWish(shifts: [.day]), .shift, .met), (JobWish(terms: [.lasting]), .term, .unknown),
    ])
    func `05.w1: a wish is a limit to its last yuan and minute`(
        wish: JobWish, kind: FitLimit.Kind, state: FitLimit.State
    ) throws {
        // 9 km of road and 3 within: 36 minutes at 20 km an hour, 15 of waiting; by car 20 and 5.
        #expect(try states(seeker(wish: wish), vacancy()) == [kind: state])
    }

    @Test func `05.w2: told before is not told again, and a welfare post is for whoever is entitled`() throws
    {
        #expect(try states(seeker(told: [VacancyID(1)]), vacancy()) == [.told: .failed])
        #expect(try states(seeker(), vacancy { $0.level = .welfare }) == [.welfare: .failed])
    }

    @Test func `10.w3: the score is the sum of its parts, none beyond its most, 1000 at best`() throws {
        let perfect = seeker(wish: JobWish(occupations: ["库管"], pay: 3000, mode: .car, minutes: 600))
        let fit = try Self.rules.fit(perfect, vacancy(), home: Spot(town: "a"), place: Spot(town: "a"))
        #expect(fit.parts.map(\.key) == FitPart.Key.allCases)
        #expect(fit.parts.allSatisfy { (0...$0.most).contains($0.points) })
        #expect(fit.score == fit.parts.map(\.points).reduce(0, +) && fit.score > 950 && fit.score <= 1000)
        #expect(FitRules.usual.most.values.reduce(0, +) == 1000)
    }

    @Test(arguments: [
        ("库管", 260), ("叉车司机", 208), ("焊工", 156),
    ])
    func `10.w3: the own trade counts more than a related one, that more than another`(
        occupation: String, points: Int
    ) throws {
        let fit = try Self.rules.fit(
            seeker(), vacancy(1, occupation), home: Spot(town: "a"), place: Spot(town: "a"))
        #expect(fit.parts[0].points == points)
    }

    @Test func `L.11: the same inputs give the same explanation, which carries the weights' version`() throws
    {
        let once = try Self.rules.fit(seeker(), vacancy(), home: Spot(town: "a"), place: Spot(town: "c"))
        #expect(
            try once == Self.rules.fit(seeker(), vacancy(), home: Spot(town: "a"), place: Spot(town: "c")))
        #expect(once.rules == "t")
    }

    @Test func `14.w3: the list mixes the best with the uncrowded, and nobody hides a failed limit`() throws {
        var crowded = try vacancy(1, headcount: 1)
        for number in 1...7 {
            crowded.apply(.told(CaseID(number), act: ActID(1), isLetter: true), on: crowded.posted)
        }
        let free = try vacancy(2, headcount: 4, pay: Pay(from: 3900, through: 4900))
        let weld = try vacancy(3, "焊工") { $0.requirements = [Requirement(.skill("焊工"))] }
        let list = Self.rules.shortlist(
            for: seeker(wish: JobWish(pay: 4500)), from: [crowded, free, weld], home: Spot(town: "a"),
            spots: { _ in Spot(town: "b") }
        )
        #expect(list.chosen.map(\.vacancy.id) == [VacancyID(1), VacancyID(2)])
        // Seven sent to one place: three doublings.
        #expect(list.chosen[0].fit.score - list.chosen[0].uncrowded == 330)
        #expect(list.failed.map(\.vacancy.id) == [VacancyID(3)])
        #expect(list.failed[0].fit.failed.map(\.kind) == [.skill])
    }

    @Test func `14.r1: where nothing fits, each wish says how many posts and places it stands in the way of`()
        throws
    {
        let night = try vacancy(1, headcount: 5) { $0.shift = .night }
        let poor = try vacancy(2, headcount: 3, pay: Pay(from: 3000, through: 3500))
        let both = try vacancy(3, headcount: 9, pay: Pay(from: 3000, through: 3500)) { $0.shift = .night }
        let school = try vacancy(4, headcount: 7) { $0.requirements = [Requirement(.education(.bachelor))] }
        let list = Self.rules.shortlist(
            for: seeker(wish: JobWish(pay: 4500, shifts: [.day])), from: [night, poor, both, school],
            home: Spot(town: "a"), spots: { _ in Spot(town: "b") })
        #expect(list.chosen.isEmpty)
        #expect(
            list.relaxations == [
                Shortlist.Relaxation(kind: .shift, posts: 1, places: 5),
                Shortlist.Relaxation(kind: .pay, posts: 1, places: 3),
            ])
    }

    @Test func `05.w2: the way between towns is the shortest chain of roads, the same both ways`() {
        let table = TravelTable(within: 2, ways: [("a", "b", 10), ("b", "c", 10), ("a", "c", 30)])
        let (a, c) = (Spot(town: "a"), Spot(town: "c"))
        #expect(table.minutes(from: a, to: c, by: .car) == table.minutes(from: c, to: a, by: .car))
        #expect(table.minutes(from: a, to: c, by: .walk) == 22 * 60 / 4)
        #expect(table.minutes(from: a, to: a, by: .bicycle) == 8)
        #expect(table.minutes(from: a, to: Spot(town: "z"), by: .car) == nil)
    }

    @Test(arguments: [
        ("a1", "b", 10 + 6 + 1), ("a2", "b", 10 + 1 + 1), ("a1", "a2", 6 + 1), ("a1", "a1", 1),
        ("a2", "a2", 1), ("a1", "b1", 10 + 6 + 9),
    ])
    func `05.w2: a village's own way to its town's seat counts where it is known`(
        from: String, to: String, kilometres: Int
    ) {
        let table = TravelTable(within: 2, ways: [("a", "b", 10)], seats: ["a1": 6, "b1": 9])
        func spot(_ code: String) -> Spot {
            Spot(town: String(code.prefix(1)), village: code.count > 1 ? code : nil)
        }
        #expect(table.minutes(from: spot(from), to: spot(to), by: .walk) == kilometres * 60 / 4)
        #expect(table.minutes(from: spot(to), to: spot(from), by: .walk) == kilometres * 60 / 4)
    }
}
