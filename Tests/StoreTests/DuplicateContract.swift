// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("疑似重复与超龄 duplicates: two entries that may be one person, people past working age")
struct DuplicateContract {
    private func pairs(_ store: any Store, _ scope: Scope) async throws -> [String] {
        try await walk { try await store.duplicatePairs(scope, after: $0, limit: 1) }.map { pair in
            let signs = pair.signs.map(\.rawValue).sorted().joined(separator: "+")
            return "\(pair.first.id.number)-\(pair.second.id.number) \(signs)"
        }
    }

    @Test(arguments: Driver.allCases)
    func `pairs are found by name and birth, phone or number`(driver: Driver) async throws {
        let store = try await driver.filled()
        let before = Set(try await pairs(store, .district))
        let wang = Sample.wangXiulan.facts
        let add = { (id: Int, name: String, village: UnitID, change: @escaping (inout PersonFacts) -> Void) in
            _ = try await store.commit(
                Changes.entering(id, name, in: village, household: 1, change: change))
        }
        try await add(601, "王秀兰", Sample.shaling) { $0.born = wang.born }
        try await add(602, "王秀兰", Sample.shaling) { $0.born = wang.born?.adding(days: 1) }
        try await add(603, "王秀兰", Sample.shaling) { _ in }
        try await add(604, "刘一", Sample.taiping) { $0.mobile = Sample.liJianguo.facts.mobile }
        try await add(605, "刘二", Sample.shaling) { $0.mobile = wang.mobile }
        try await add(606, "陈二", Sample.shaling) {
            $0.identity = Sample.chenJing.facts.identity
            $0.mobile = Sample.chenJing.facts.mobile
        }
        let news = try await pairs(store, .district).filter { !before.contains($0) }
        // 605 lives in 王秀兰's household, the first one, and shares its phone rightly.
        #expect(news == ["1-601 name-birth", "2-604 phone", "6-606 identity+phone"])
        let village = try await pairs(store, .village(Sample.shaling)).filter { !before.contains($0) }
        #expect(village == ["1-601 name-birth", "6-606 identity+phone"])
        let town = try await pairs(store, .town(Sample.nancai)).filter { !before.contains($0) }
        #expect(town == [])
        #expect(try await pairs(store, .nothing) == [])
    }

    @Test(arguments: Driver.allCases)
    func `28 and 29 February are two birthdays`(driver: Driver) async throws {
        let store = try await driver.filled()
        for (id, born) in [(601, Sample.day(2000, 2, 29)), (602, Sample.day(2000, 3, 1))] {
            _ = try await store.commit(Changes.entering(id, "吴一", in: Sample.shaling, born: born))
        }
        let found = try await pairs(store, .village(Sample.shaling))
        #expect(!found.contains { $0.hasPrefix("601-602") })
    }

    @Test(arguments: Driver.allCases)
    func `00.age people past working age come by number`(driver: Driver) async throws {
        let store = try await driver.filled()
        let past = Sample.cast.filter { $0.facts.workingSpan().upperBound < Sample.today }
        let expected = past.map(\.id).sorted()
        #expect(!expected.isEmpty)
        let all = try await store.people(pastWorkingAge: Sample.today, after: nil, limit: 100)
        #expect(all.map(\.id) == expected)
        let last = try #require(expected.last)
        let edge = try #require(past.first { $0.id == last }).facts.workingSpan().upperBound
        let onLast = try await store.people(pastWorkingAge: edge, after: nil, limit: 100).map(\.id)
        #expect(!onLast.contains(last))
        let after = try await store.people(pastWorkingAge: edge.adding(days: 1), after: nil, limit: 100)
        #expect(after.map(\.id).contains(last))
        #expect(try await store.people(pastWorkingAge: Sample.today, after: last, limit: 100).isEmpty)
    }

    @Test(arguments: Driver.allCases)
    func `a person has one live case and a village one round a year`(driver: Driver) async throws {
        let store = try await driver.filled()
        let wang = Sample.wangXiulan.id
        _ = try await store.commit(Changes.listing(1, wang, in: Sample.shaling, [.ageBand]))
        await #expect(throws: StoreFailure.conflict(.person(wang))) {
            try await store.commit(Changes.listing(2, wang, in: Sample.shaling, [.ageBand]))
        }
        _ = try await store.commit(Changes.opening(1, in: Sample.shaling))
        await #expect(throws: StoreFailure.conflict(.round(RoundID(1)))) {
            try await store.commit(Changes.opening(2, in: Sample.shaling))
        }
        _ = try await store.commit(Changes.opening(2, in: Sample.shaling, year: 2027))
        let live = try #require(try await store.assistanceCase(CaseID(1)))
        var change = Changes.listing(3, wang, in: Sample.shaling, [.longUnemployed])
        let end = Changes.acting(.ended(.stable, note: ""), on: live)
        change.acts += end.acts
        change.states += end.states
        _ = try await store.commit(change)
        #expect(try await store.newestCase(of: wang)?.id == CaseID(3))
    }

    @Test(arguments: Driver.allCases)
    func `many are asked for at once`(driver: Driver) async throws {
        let store = try await driver.filled()
        let numbers = [Sample.liJianguo, Sample.chenJing].compactMap { $0.facts.identity?.full }
        let found = try await store.people(withIdentities: numbers + ["nobody"])
        #expect(Set(found.map(\.id)) == [Sample.liJianguo.id, Sample.chenJing.id])
        #expect(
            try await store.people(of: Sample.shaling).map(\.id)
                == Sample.cast(of: Sample.shaling).map(\.id).sorted())
        #expect(try await store.households(of: Sample.shaling).allSatisfy { $0.village == Sample.shaling })
        let subjects = [Subject.person(PersonID(1)), .person(PersonID(2)), .person(PersonID(99_999))]
        #expect(try await store.journals(of: subjects).count == 2)
        #expect(try await store.histories(of: subjects)[subjects[0]]?.map(\.id) == [1])
        _ = try await store.commit(Changes.listing(1, PersonID(1), in: Sample.shaling, [.ageBand]))
        #expect(try await store.newestCases(of: [PersonID(1), PersonID(2)]).keys.map(\.number) == [1])
        let once = Changes.entering(900, "吴新", in: Sample.shaling, once: "token")
        #expect(try await store.answer(to: OnceKey("token")) == nil)
        _ = try await store.commit(once)
        #expect(try await store.answer(to: OnceKey("token")) == .person(PersonID(900)))
    }
}
