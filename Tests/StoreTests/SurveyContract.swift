// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Questionnaire
import SamplePeople
import Testing

@Suite("入户调查 survey: rounds, sheets, drafts")
struct SurveyContract {
    private let today = Sample.today

    @Test(arguments: Driver.allCases)
    func `01.r1 a round is counted over people of working age`(driver: Driver) async throws {
        let store = try await driver.filled()
        _ = try await store.commit(Changes.opening(1, in: Sample.shaling))
        let wang = try #require(try await store.person(Sample.wangXiulan.id))
        _ = try await store.commit(Changes.surveying(wang, round: 1, sheet: "a"))
        let li = try #require(try await store.person(Sample.liJianguo.id))
        let excuse = SurveyExcuse(round: RoundID(1), reason: .away, note: "", nextTry: today.adding(days: 7))
        _ = try await store.commit(Changes.acting(.excused(excuse), on: li))
        let ofAge = Sample.cast(of: Sample.shaling).filter { $0.facts.workingSpan().contains(today) }
        let counts = try await store.surveyCounts(.village(Sample.shaling), year: 2026, on: today)
        #expect(counts.map(\.roll) == [ofAge.count])
        #expect(counts.map(\.surveyed) == [1])
        #expect(counts.map(\.excused) == [1])
        #expect(counts.map(\.missing) == [ofAge.count - 2])
        #expect(counts.first?.round?.id == RoundID(1))
        let before = try await store.surveyCounts(.village(Sample.shaling), year: 2025, on: today)
        #expect(before.map(\.surveyed) == [0])
        #expect(before.first?.round == nil)
        let villages = try await store.surveyCounts(.district, year: 2026, on: today).map(\.village)
        #expect(villages == [Sample.shaling, Sample.hongsi, Sample.qianfengbo, Sample.taiping])
        #expect(try await store.surveyCounts(.town(Sample.nancai), year: 2026, on: today).count == 2)
        #expect(try await store.surveyCounts(.nothing, year: 2026, on: today).isEmpty)
    }

    @Test(arguments: [(-1, 0), (0, 1), (1, 1)])
    func `00.age somebody counts from the day of turning sixteen`(offset: Int, roll: Int) async throws {
        for driver in Driver.allCases {
            let store = try await driver.filled()
            let born = Sample.day(2010, 3, 2)
            _ = try await store.commit(
                Changes.entering(810, "吴新", in: Sample.taiping, born: born, sex: .female))
            let before = try await driver.filled().surveyCounts(
                .village(Sample.taiping), year: 2026, on: today.adding(days: offset))
            let counts = try await store.surveyCounts(
                .village(Sample.taiping), year: 2026, on: today.adding(days: offset))
            #expect(counts[0].roll - before[0].roll == roll)
        }
    }

    @Test(arguments: Driver.allCases)
    func `the parts of a roll make up the roll, by name`(driver: Driver) async throws {
        let store = try await driver.filled()
        _ = try await store.commit(Changes.opening(1, in: Sample.shaling))
        for (number, member) in Sample.cast(of: Sample.shaling).prefix(3).enumerated() {
            let person = try #require(try await store.person(member.id))
            _ = try await store.commit(Changes.surveying(person, round: 1, sheet: "sheet-\(number)"))
        }
        let counts = try await store.surveyCounts(.village(Sample.shaling), year: 2026, on: today)[0]
        var seen: [Int] = []
        for (part, count) in [
            (RollPart.missing, counts.missing), (.surveyed, counts.surveyed), (.excused, counts.excused),
        ] {
            let rows = try await walk {
                try await store.roll(of: RoundID(1), part: part, on: today, after: $0, limit: 2)
            }
            #expect(rows.count == count)
            let order = rows.map { Sample.names($0.name).order }
            #expect(order == order.sorted())
            seen += rows.map(\.id.number)
        }
        #expect(Set(seen).count == counts.roll)
    }

    @Test(arguments: Driver.allCases)
    func `01.w2 a sheet entered after the last day is counted as late`(driver: Driver) async throws {
        let store = try await driver.filled()
        _ = try await store.commit(Changes.opening(1, in: Sample.shaling))
        for (member, entered) in [(Sample.wangXiulan, 6), (Sample.liJianguo, 5)] {
            let person = try #require(try await store.person(member.id))
            var change = Changes.surveying(person, round: 1, sheet: "s\(member.id.number)")
            let due = today.adding(days: 5)
            let duty = Changes.duty(
                "survey.entry", anchor: 2, due: due, clause: "01.w2",
                outcome: .met(on: today, entered: today.adding(days: entered), by: 2, inTime: entered <= 5))
            change.duties.append(
                DutyList(
                    subject: .person(person.id), unit: person.village, person: person.id, hardness: 0,
                    obligations: [duty]))
            _ = try await store.commit(change)
        }
        let counts = try await store.surveyCounts(.district, year: 2026, on: today)
        #expect(counts.map(\.enteredLate) == [1, 0, 0, 0])
    }

    @Test(arguments: Driver.allCases)
    func `a sheet is taken in once and found again`(driver: Driver) async throws {
        let store = try await driver.filled()
        _ = try await store.commit(Changes.opening(1, in: Sample.shaling))
        let person = try #require(try await store.person(Sample.wangXiulan.id))
        _ = try await store.commit(Changes.surveying(person, round: 1, sheet: "once"))
        #expect(try await store.place(ofSheet: "once") == SheetPlace(person: person.id, act: 2))
        #expect(try await store.place(ofSheet: "never") == nil)
        let other = try #require(try await store.person(Sample.liJianguo.id))
        await #expect(throws: StoreFailure.conflict(.person(other.id))) {
            try await store.commit(Changes.surveying(other, round: 1, sheet: "once"))
        }
    }

    @Test(arguments: Driver.allCases)
    func `a draft is kept for its worker until the sheet is sent`(driver: Driver) async throws {
        let store = try await driver.filled()
        _ = try await store.commit(Changes.opening(1, in: Sample.shaling))
        func draft(_ sheet: String, _ day: Day, _ answer: String) -> SheetDraft {
            SheetDraft(
                sheet: sheet, round: RoundID(1), person: Sample.wangXiulan.id, personVersion: 1,
                account: Sample.shalingWorker.id, answers: ["q1": .text(answer)],
                confirmations: [.init("Q-DATE", item: "born", reason: "户口本如此")], interviewed: day,
                source: .paper, saved: Changes.now)
        }
        try await store.save(draft("late", today, "A"))
        try await store.save(draft("early", today.adding(days: -3), "A"))
        try await store.save(draft("late", today, "B"))
        #expect(try await store.drafts(of: Sample.shalingWorker.id).map(\.sheet) == ["early", "late"])
        #expect(try await store.draft("late") == draft("late", today, "B"))
        #expect(try await store.drafts(of: Sample.hongsiWorker.id).isEmpty)
        let person = try #require(try await store.person(Sample.wangXiulan.id))
        var change = Changes.surveying(person, round: 1, sheet: "late")
        change.finishedDraft = "late"
        _ = try await store.commit(change)
        #expect(try await store.draft("late") == nil)
        try await store.discardDraft("early")
        #expect(try await store.drafts(of: Sample.shalingWorker.id).isEmpty)
    }

    @Test(arguments: Driver.allCases)
    func `a round is found by village and year`(driver: Driver) async throws {
        let store = try await driver.filled()
        _ = try await store.commit(Changes.opening(1, in: Sample.shaling))
        #expect(try await store.round(of: Sample.shaling, year: 2026)?.id == RoundID(1))
        #expect(try await store.round(of: Sample.shaling, year: 2025) == nil)
        #expect(try await store.round(of: Sample.hongsi, year: 2026) == nil)
        #expect(try await store.round(RoundID(1))?.opened == today)
    }
}
