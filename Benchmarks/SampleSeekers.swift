// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

/// Made-up seekers and vacancies with the variety of a district's: 25 towns of 17 villages each, 24 trades.
struct SampleSeekers {
    private(set) var askers: [FitBoard.Asker] = []
    private(set) var vacancies: [Vacancy] = []
    let rules: FitRules

    private static let towns = 25
    private static let villages = 17

    init(people: Int, vacancies count: Int, seed: UInt64) {
        let ways = (0..<Self.towns).map { town in
            (from: "t\(town)", to: "t\((town + 1) % Self.towns)", kilometres: 4 + town % 5)
        }
        let usual = FitRules.usual
        rules = FitRules(
            version: "b", most: usual.most, crowding: usual.crowding,
            related: (0..<8).map { ["trade \($0 * 3)", "trade \($0 * 3 + 1)"] },
            travel: TravelTable(ways: ways))
        var random = SampleDice(seed)
        askers = (0..<people).map { _ in Self.asker(&random) }
        vacancies = (1...count).map { Self.vacancy($0, &random) }
    }

    /// Villages are numbered town by town.
    func spot(_ unit: UnitID) -> Spot? { Self.spot(unit.number) }

    private static func spot(_ number: Int) -> Spot {
        Spot(town: "t\(number / villages % towns)", village: "v\(number)")
    }

    private static func asker(_ random: inout SampleDice) -> FitBoard.Asker {
        let village = random.below(towns * villages)
        var wish = JobWish(mode: TravelMode.allCases[random.below(4)])
        wish.occupations = (0..<random.below(3)).map { _ in "trade \(random.below(24))" }
        if random.below(3) > 0 { wish.pay = 2_500 + 250 * random.below(12) }
        if random.below(2) == 0 { wish.minutes = 20 + 10 * random.below(8) }
        if random.below(3) == 0 { wish.shifts = [.day] }
        if random.below(4) == 0 { wish.licence = "C1" }
        let seeker = Seeker(
            village: UnitID(village), education: Education.allCases[random.below(Education.allCases.count)],
            skills: Set((0..<random.below(3)).map { _ in "trade \(random.below(24))" }),
            health: [.healthy, .fair, .frail][random.below(3)], wish: wish,
            mustBeNearby: random.below(5) == 0)
        return FitBoard.Asker(seeker, home: spot(village))
    }

    private static func vacancy(_ number: Int, _ random: inout SampleDice) -> Vacancy {
        let day = Day(daysSince1970: 20_500)
        let (trade, pay) = (random.below(24), 2_600 + 100 * random.below(40))
        var asks: [Requirement] = []
        if random.below(2) == 0 { asks.append(Requirement(.education(Education.allCases[random.below(4)]))) }
        if random.below(4) == 0 { asks.append(Requirement(.skill("trade \(trade)"))) }
        if random.below(5) == 0 { asks.append(Requirement(.drivingLicence("C1"), .nice)) }
        var facts = VacancyFacts(
            post: "post \(random.below(60))", occupation: "trade \(trade)", headcount: 1 + random.below(5),
            pay: Pay(from: pay, through: pay + 100 * random.below(10)),
            place: WorkPlace(unit: UnitID(random.below(towns * villages))), requirements: asks,
            validThrough: day.adding(days: 30))
        facts.shift = Shift.allCases[random.below(3)]
        facts.insurance = Insurance.allCases[random.below(3)]
        return Vacancy(
            posting: facts, of: EmployerID(1), unit: UnitID(1), verified: Verification(confirmedBy: "b"),
            on: day, id: VacancyID(number))
    }
}
