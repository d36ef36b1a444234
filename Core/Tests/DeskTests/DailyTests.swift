// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Daily acts: 00.age, 01.w4")
struct DailyTests {
    @Test func `01.w4: as time passes lists only grow, and a second run finds nothing`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.sunGuifang, as: .four)
        try await stage.openRounds()
        #expect(try await stage.office().rederiveDuties().extended == 0)
        let office = try await stage.office(on: try day("2026-05-01"))
        let night = try await office.rederiveDuties()
        #expect(night.extended == 1)
        #expect(night.differences.isEmpty)
        #expect(try await office.rederiveDuties() == Rederivation(found: night.subjects))
        let last = try await stage.duties("visit.class4", of: .assistanceCase(found.id)).last
        #expect(last?.due == Sample.day(2026, 6, 15))
    }

    @Test(arguments: [1, 2, 500])
    func `a row that is not what its journal says is told and mended, whatever the page`(page: Int)
        async throws
    {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.sunGuifang, as: .four)
        let other = try await stage.list(Sample.wangXiulan)
        let subject = Subject.assistanceCase(found.id)
        let right = try await stage.store.duties(of: subject)
        try await stage.store.replace([
            DutyList(
                subject: subject, unit: Sample.shaling, person: Sample.sunGuifang.id, hardness: 4,
                obligations: Array(right.dropFirst()))
        ])
        let night = try await stage.office().rederiveDuties(page: page)
        #expect(night.differences.map(\.subject) == [subject])
        #expect(night.differences.first?.derived.count == right.count)
        #expect(try await stage.store.duties(of: subject) == right)
        #expect(!(try await stage.store.duties(of: .assistanceCase(other.id))).isEmpty)
    }

    @Test func `a row that no journal knows is told and taken away`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.sunGuifang, as: .four)
        let other = try await stage.list(Sample.wangXiulan, as: .three)
        let subject = Subject.assistanceCase(found.id)
        let right = try await stage.store.duties(of: subject)
        let stray = try await stage.store.duties(of: .assistanceCase(other.id))
        try await stage.store.replace([
            DutyList(
                subject: subject, unit: Sample.shaling, person: Sample.sunGuifang.id, hardness: 4,
                obligations: right + stray)
        ])
        #expect(try await stage.office().rederiveDuties().differences.map(\.subject) == [subject])
        #expect(try await stage.store.duties(of: subject) == right)
    }

    @Test func `all daily acts run in turn and report what they did`() async throws {
        let stage = try await Stage.set()
        let first = try await stage.office().runDaily()
        #expect(first.map(\.act) == DailyAct.allCases)
        #expect(first.map(\.done) == [1, 0, 0])
        #expect(try await stage.office().runDaily().map(\.done) == [0, 0, 0])
    }
}

extension Rederivation {
    /// A night that derived so many journals and found nothing.
    fileprivate init(found subjects: Int) {
        self.init()
        self.subjects = subjects
    }
}
