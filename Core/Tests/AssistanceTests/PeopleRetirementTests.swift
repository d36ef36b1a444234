// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("法定退休年龄 · L.07")
struct PeopleRetirementTests {
    static let vectors: [(String, Sex, RetirementKind?, String)] = [
        ("1964-12-31", .male, nil, "2024-12"), ("1965-01-01", .male, nil, "2025-02"),
        ("1965-04-30", .male, nil, "2025-05"), ("1965-05-01", .male, nil, "2025-07"),
        ("1965-12-15", .male, nil, "2026-03"), ("1976-08-31", .male, nil, "2039-07"),
        ("1976-09-01", .male, nil, "2039-09"), ("1995-12-01", .male, nil, "2058-12"),
        ("1969-12-31", .female, .cadre, "2024-12"), ("1970-01-01", .female, .cadre, "2025-02"),
        ("1971-04-01", .female, .cadre, "2026-08"), ("1981-09-01", .female, .cadre, "2039-09"),
        ("1974-12-31", .female, .worker, "2024-12"), ("1975-01-01", .female, .worker, "2025-02"),
        ("1975-02-28", .female, .worker, "2025-03"), ("1975-03-01", .female, .worker, "2025-05"),
        ("1976-11-01", .female, .worker, "2027-11"), ("1984-10-01", .female, .worker, "2039-09"),
        ("1984-11-01", .female, .worker, "2039-11"), ("1990-02-28", .female, .worker, "2045-02"),
        ("1975-01-01", .female, nil, "2025-02"),
    ]

    @Test(arguments: vectors)
    func `L.07 adds months by month of birth`(
        born: String, sex: Sex, kind: RetirementKind?, retires: String
    ) throws {
        let born = try #require(Day(iso: born))
        #expect(RetirementSchedule.law.retirementMonth(born: born, sex: sex, kind: kind).iso == retires)
    }

    @Test func `L.07 makes nobody retire before somebody older of the same group`() {
        let groups: [(Sex, RetirementKind?)] = [(.male, nil), (.female, .worker), (.female, .cadre)]
        for (sex, kind) in groups {
            let months = (0..<900).map { step in
                let born = YearMonth(year: 1930, month: 1).adding(months: step).firstDay
                return RetirementSchedule.law.retirementMonth(born: born, sex: sex, kind: kind)
            }
            #expect(zip(months, months.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test func `L.07 is a dated parameter, another schedule gives another month`() throws {
        let old = RetirementSchedule(
            begins: YearMonth(year: 2025, month: 1),
            men: .init(ageBefore: 60, monthsPerStep: 4, mostMonths: 0),
            womenWorkers: .init(ageBefore: 50, monthsPerStep: 2, mostMonths: 0),
            womenCadres: .init(ageBefore: 55, monthsPerStep: 4, mostMonths: 0))
        let born = try #require(Day(iso: "1980-06-15"))
        #expect(old.retirementMonth(born: born, sex: .male, kind: nil).iso == "2040-06")
        #expect(
            RetirementSchedule.law.retirementMonth(born: born, sex: .male, kind: nil).iso == "2043-06")
    }
}

@Suite("劳动年龄 · 00.age, L.07")
struct PeopleWorkingAgeTests {
    @Test(arguments: [
        ("2010-05-20", "2026-05-19", false), ("2010-05-20", "2026-05-20", true),
        ("2010-05-20", "2026-05-21", true), ("2012-02-29", "2028-02-28", false),
        ("2012-02-29", "2028-02-29", true),
    ])
    func `00.age begins on the sixteenth birthday`(born: String, day: String, isWithin: Bool) throws {
        let born = try #require(Day(iso: born))
        let standing = WorkingAge.law.standing(
            born: born, sex: .male, kind: nil, on: try #require(Day(iso: day)))
        #expect(standing.isWithin == isWithin)
        if !isWithin { #expect(standing == .tooYoung(until: born.adding(years: 16))) }
    }

    @Test(arguments: [
        ("1965-12-15", "2026-02-28", true), ("1965-12-15", "2026-03-01", true),
        ("1965-12-15", "2026-03-31", true), ("1965-12-15", "2026-04-01", false),
    ])
    func `00.age ends with the last day of the retirement month`(
        born: String, day: String, isWithin: Bool
    ) throws {
        let standing = WorkingAge.law.standing(
            born: try #require(Day(iso: born)), sex: .male, kind: nil, on: try #require(Day(iso: day)))
        let expected: WorkingAge.Standing =
            isWithin
            ? .within(until: YearMonth(year: 2026, month: 3), assumed: false)
            : .over(since: YearMonth(year: 2026, month: 4), assumed: false)
        #expect(standing == expected)
    }

    @Test func `L.07 takes a woman of unknown kind for a worker and says so`() throws {
        let born = try #require(Day(iso: "1976-11-05"))
        let before = try #require(Day(iso: "2027-11-30"))
        let after = try #require(Day(iso: "2027-12-01"))
        let age = WorkingAge.law
        #expect(
            age.standing(born: born, sex: .female, kind: nil, on: before)
                == .within(until: YearMonth(year: 2027, month: 11), assumed: true))
        #expect(
            age.standing(born: born, sex: .female, kind: nil, on: after)
                == .over(since: YearMonth(year: 2027, month: 12), assumed: true))
        #expect(
            age.standing(born: born, sex: .female, kind: .worker, on: before)
                == .within(until: YearMonth(year: 2027, month: 11), assumed: false))
        #expect(age.standing(born: born, sex: .female, kind: .cadre, on: after).isWithin)
    }

    @Test(arguments: [
        ("1990-06-15", "2026-06-14", 35), ("1990-06-15", "2026-06-15", 36), ("1990-06-15", "2026-06-16", 36),
        ("2000-02-29", "2026-02-28", 25), ("2000-02-29", "2026-03-01", 26), ("2000-02-29", "2028-02-28", 27),
        ("2000-02-29", "2028-02-29", 28), ("2026-01-02", "2026-01-02", 0), ("2026-01-02", "2025-01-01", 0),
    ])
    func `00.age counts full years on the birthday, 29 February on 1 March`(
        born: String, day: String, years: Int
    ) throws {
        #expect(Age.years(born: try #require(Day(iso: born)), on: try #require(Day(iso: day))) == years)
    }
}
