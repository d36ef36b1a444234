// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreMemory

/// The roll and the year's survey.
extension VillageHistory {
    /// The village's file, taken in as one import.
    mutating func takeRollIn() async throws {
        let rows = village.homes.flatMap { home in
            home.residents.map { (RollRow.Home.number(home.number), $0.roll) }
        }
        let office = office()
        let plan = try await office.planRoll(
            rows.enumerated().map { place, row in
                RollRow(row: place + 2, village: unit.id, home: row.0, facts: row.1)
            }, by: worker)
        let digest = (0..<4).map { _ in dice.hexadecimal() }.joined()
        _ = try await office.commit(
            plan, of: ImportedFile(kind: .roll, name: "\(unit.name)劳动力花名册.xlsx", digest: digest), by: worker)
    }

    /// Home after home within three weeks, some later or never, as the village keeps up.
    mutating func planSurvey() {
        var place = 0
        for home in village.homes {
            defer { place += home.residents.count }
            let isLate = dice.happens(pace.homesLate)
            if isLate, pace == .behind, dice.happens(650) { continue }
            let asked = workday(
                onOrAfter: setting.days.opened.adding(days: isLate ? dice.roll(33...43) : dice.roll(1...20)))
            let entered = workday(onOrAfter: asked.adding(days: entryLag()))
            for person in place..<place + home.residents.count {
                plan(.visitStep(person, asked, &dice), on: entered)
            }
        }
    }

    /// Most sheets are entered the same day; some from paper, a few too late (01.w2).
    private mutating func entryLag() -> Int {
        if dice.happens(550) { return 0 }
        return dice.happens(35) ? dice.roll(8...13) : dice.roll(1...3)
    }

    func person(_ place: Int) -> PersonID { PersonID(firstPerson + place) }

    mutating func interview(_ place: Int, on asked: Day) async throws {
        guard try await resident(place) != nil else { return }
        let office = office()
        let resident = village.residents[place]
        let sheet = resident.sheet(
            in: village.plan, form: setting.pack.form, interviewed: asked,
            schedule: setting.pack.hardship.schedule)
        let id = person(place)
        let entry = SheetEntry(
            sheet: "demo-\(round.number)-\(id.number)", round: round, person: id, personVersion: nil,
            answers: sheet.answers, confirmations: sheet.confirmations, interviewed: asked,
            interviewer: worker.name, source: asked == day ? .screen : .paper)
        guard case .taken = try await office.takeIn(entry, by: worker) else {
            throw StoreFailure.damaged("a sample sheet is incomplete")
        }
        if isWorthALook(resident.facts) { plan(.look(place), on: workday(in: dice.roll(1...3))) }
    }

    mutating func excuse(_ place: Int, _ reason: ExcuseReason, on asked: Day) async throws {
        let office = office()
        let id = person(place)
        guard let person = try await resident(place) else { return }
        let next = reason.asksForNextTry ? workday(in: dice.roll(10...20)) : nil
        _ = try await office.excuse(
            id, version: person.version,
            excuse: SurveyExcuse(round: round, reason: reason, note: reason.sampleNote, nextTry: next),
            on: asked, by: worker)
        if let next, dice.happens(400) { plan(.interview(place, on: next), on: next) }
    }

    /// Only these can fall into a category; the rest need not be looked up one by one.
    private func isWorthALook(_ facts: PersonFacts) -> Bool {
        switch facts.employment {
        case .unemployed, .unknown: true
        case .employed(let sector, _):
            sector == .primary || facts.hasAllowance == true || facts.disability != nil
        }
    }
}

extension VillageHistory.Step {
    /// What becomes of one person when the worker comes: asked, or not met with the reason.
    fileprivate static func visitStep(_ person: Int, _ day: Day, _ dice: inout Dice) -> Self {
        guard dice.happens(24) else { return .interview(person, on: day) }
        let reason = dice.pick(
            Weighted([(ExcuseReason.away, 60), (.refused, 12), (.notFound, 14), (.serving, 5), (.student, 9)])
        )
        return .excuse(person, reason, on: day)
    }
}

extension ExcuseReason {
    fileprivate var sampleNote: String {
        switch self {
        case .away: "家里人说在外地打工，过些天回来"
        case .refused: "本人说忙，不愿意填"
        case .notFound: "两次上门家中无人"
        case .serving: "现役军人，不在调查范围"
        case .student: "在校学生，不在调查范围"
        case .moved, .deceased: ""
        }
    }
}

extension Dice {
    /// Sixteen hexadecimal digits.
    fileprivate mutating func hexadecimal() -> String {
        let digits = String(next(), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
