// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("Holding a district against all vacancies: 05.w2 10.w3 14.w3")
struct FitBoardTests {
    private static let rules = FitRules(
        version: "t", most: FitRules.usual.most, crowding: 110,
        related: [["库管", "叉车司机"], ["保洁员", "家政服务员"]],
        travel: TravelTable(within: 3, ways: [("a", "b", 9), ("b", "c", 12)], seats: ["a1": 7]))

    private static let trades = ["库管", "叉车司机", "保洁员", "家政服务员", "电工"]
    private static let spots: [Spot?] = [
        nil, Spot(town: "a", village: "a1"), Spot(town: "a"), Spot(town: "b"), Spot(town: "c"),
        Spot(town: "z"),
    ]

    private static func spot(_ unit: UnitID) -> Spot? { spots[unit.number % spots.count] }

    private static func vacancy(_ number: Int, _ random: inout SeededNumbers) throws -> Vacancy {
        let day = try #require(Day(iso: "2026-03-02"))
        let asks: [Requirement.Ability] = [
            .education(.senior), .certificate("电工证"), .skill("库管"), .experience(months: 6, in: ""),
            .ableBody("能久站"), .drivingLicence("C1"),
        ]
        let pay = 2600 + 200 * random.next(12)
        let weights: [Requirement.Weight] = [.must, .nice, .points(3)]
        var facts = VacancyFacts(
            post: trades[random.next(5)], occupation: trades[random.next(5)], headcount: 1 + random.next(4),
            pay: Pay(from: pay, through: pay + 300 * random.next(4)),
            place: WorkPlace(unit: random.next(5) == 0 ? nil : UnitID(random.next(6))),
            validThrough: day.adding(days: 30))
        facts.requirements = (0..<random.next(3)).map { _ in
            Requirement(asks[random.next(6)], weights[random.next(3)])
        }
        facts.shift = random.next(4) == 0 ? nil : Shift.allCases[random.next(3)]
        facts.term = random.next(4) == 0 ? nil : VacancyTerm.allCases[random.next(4)]
        facts.insurance = random.next(4) == 0 ? nil : Insurance.allCases[random.next(3)]
        facts.level = VacancyLevel.allCases[random.next(4)]
        return Vacancy(
            posting: facts, of: EmployerID(1), unit: UnitID(2), verified: Verification(confirmedBy: "甲"),
            on: day, id: VacancyID(number))
    }

    private static func asker(_ random: inout SeededNumbers) -> FitBoard.Asker {
        var wish = JobWish(mode: TravelMode.allCases[random.next(4)])
        wish.occupations = (0..<random.next(3)).map { _ in trades[random.next(5)] }
        if random.next(2) == 0 { wish.pay = 2500 + 250 * random.next(10) }
        if random.next(2) == 0 { wish.minutes = 20 + 10 * random.next(8) }
        if random.next(3) == 0 { wish.shifts = [Shift.allCases[random.next(3)]] }
        if random.next(3) == 0 { wish.terms = [VacancyTerm.allCases[random.next(4)]] }
        wish.licence = [nil, "", "C1", "B2"][random.next(4)]
        if random.next(5) == 0 { wish.cannot = "不能久站" }
        let healths: [Health?] = [nil, .healthy, .frail, .disabled]
        let seeker = Seeker(
            village: UnitID(4), education: [nil, .primary, .junior, .senior, .college][random.next(5)],
            skills: Set((0..<random.next(3)).map { _ in trades[random.next(5)] }),
            health: healths[random.next(4)],
            disability: random.next(6) == 0 ? Disability(grade: 2, canWork: random.next(2) == 0) : nil,
            wish: wish, mustBeNearby: random.next(4) == 0, mayTakeWelfare: random.next(2) == 0,
            told: random.next(3) == 0 ? [VacancyID(1 + random.next(40))] : [])
        return FitBoard.Asker(seeker, home: spots[random.next(6)])
    }

    @Test(arguments: [1, 2, 3])
    func `10.w3: a batch scores and forbids exactly what the explanation of each pair says`(seed: UInt64)
        throws
    {
        var random = SeededNumbers(seed)
        let vacancies = try (1...40).map { try Self.vacancy($0, &random) }
        var board = FitBoard(vacancies, rules: Self.rules, spots: Self.spot)
        var (allowed, forbidden) = (0, 0)
        for _ in 0..<150 {
            let asker = Self.asker(&random)
            let fits = vacancies.map { vacancy in
                Self.rules.fit(
                    asker.seeker, vacancy, home: asker.home,
                    place: vacancy.facts.place.unit.flatMap(Self.spot))
            }
            let found = board.allowed(for: asker.seeker, from: asker.home)
            #expect(found.map(\.vacancy) == fits.indices.filter { fits[$0].isAllowed })
            #expect(found.map(\.score) == fits.filter(\.isAllowed).map(\.score))
            allowed += found.count
            forbidden += fits.count - found.count
        }
        #expect(allowed > 500 && forbidden > 500, "\(allowed) \(forbidden)")
    }

    @Test func `14.w3: of everybody the best and the uncrowded are kept, each of them allowed`() throws {
        var random = SeededNumbers(9)
        let vacancies = try (1...40).map { try Self.vacancy($0, &random) }
        let askers = (0..<60).map { _ in Self.asker(&random) }
        var board = FitBoard(vacancies, rules: Self.rules, spots: Self.spot)
        let lists = board.candidates(of: askers, length: 3)
        for (asker, list) in zip(askers, lists) {
            let all = board.allowed(for: asker.seeker, from: asker.home)
            #expect(list.allSatisfy { all.contains($0) })
            #expect((min(3, all.count)...6).contains(list.count) || list.count == all.count)
            let best = all.map(\.score).max()
            #expect(list.map(\.score).max() == best)
        }
        // Where everybody wants the same post, the uncrowded ones bring others in.
        let seen = Set(lists.flatMap { $0.map(\.vacancy) })
        let bestOnly = Set(
            askers.flatMap { asker in
                board.allowed(for: asker.seeker, from: asker.home).sorted { $0.score > $1.score }.prefix(3)
                    .map(\.vacancy)
            })
        #expect(seen.count > bestOnly.count)
    }

    @Test func `14.r1: what keeps somebody from most posts is named, one step before several`() throws {
        var random = SeededNumbers(5)
        var post = try Self.vacancy(1, &random)
        post.facts = VacancyFacts(
            post: "电工", occupation: "电工", pay: Pay(from: 3000, through: 3000),
            place: WorkPlace(unit: UnitID(3)), requirements: [Requirement(.certificate("电工证"))],
            validThrough: post.facts.validThrough)
        var board = FitBoard([post], rules: Self.rules, spots: Self.spot)
        func barrier(_ skills: Set<String>, _ wish: JobWish) -> FitBoard.Barrier? {
            board.barrier(
                for: Seeker(village: UnitID(4), skills: skills, wish: wish), from: Spot(town: "c"))
        }
        #expect(barrier([], JobWish()) == .ability)
        #expect(barrier(["电工"], JobWish(mode: .walk, minutes: 30)) == .way)
        #expect(barrier(["电工"], JobWish(pay: 9000)) == .terms)
        #expect(barrier([], JobWish(pay: 9000)) == .several)
        #expect(barrier(["电工"], JobWish()) == nil)
    }
}

/// Numbers that look random and are the same each time.
private struct SeededNumbers {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
