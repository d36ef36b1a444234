// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Visits by class: 01.w4, 01.r2")
struct VisitTests {
    @Test(arguments: [
        (VisitClass.one, "2026-06-30"), (.two, "2026-06-30"), (.three, "2026-03-31"), (.four, "2026-03-15"),
    ])
    func `01.w4: the class sets the window of the next visit, the next quarter where this one is nearly over`(
        visitClass: VisitClass, due text: String
    )
        async throws
    {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan, as: visitClass)
        let rule = "visit.class\(visitClass.rawValue)"
        let all = try await stage.store.duties(of: .assistanceCase(found.id))
        #expect(Set(all.map(\.rule.name)) == [rule])
        #expect(all.first?.due == (try day(text)))
        #expect(all.first?.clause == "01.w4")
    }

    @Test(arguments: [
        ("2026-03-02", true), ("2026-03-15", true), ("2026-03-16", false), ("2026-03-31", false),
    ])
    func `01.w4: class 4 is visited once in each half of the month`(on text: String, meetsFirst: Bool)
        async throws
    {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.sunGuifang, as: .four)
        let visited = try day(text)
        try await stage.visit(found, on: visited)
        let halves = try await stage.duties("visit.class4", of: .assistanceCase(found.id))
        let first = try #require(halves.first)
        let second = try #require(halves.dropFirst().first)
        #expect(first.due == (try day("2026-03-15")))
        #expect(second.due == (try day("2026-03-31")))
        #expect((first.metOn == visited) == meetsFirst)
        #expect((second.metOn == visited) == !meetsFirst)
        #expect(first.standing(on: try day("2026-03-16")) == (meetsFirst ? .met : .overdue))
    }

    @Test(arguments: [("2026-03-19", false), ("2026-03-20", true)])
    func `01.w4: two visits that both count for class 4 lie five days apart`(on text: String, counts: Bool)
        async throws
    {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.sunGuifang, as: .four)
        try await stage.visit(found, on: try day("2026-03-15"))
        try await stage.visit(found, on: try day(text))
        let second = try #require(
            try await stage.duties("visit.class4", of: .assistanceCase(found.id)).dropFirst().first)
        #expect((second.metOn != nil) == counts)
    }

    @Test func `01.w4: a visit that met nobody is on record and meets nothing`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.sunGuifang, as: .four)
        try await stage.visit(found, on: Sample.today, .missed)
        let duty = try #require(try await stage.duties("visit.class4", of: .assistanceCase(found.id)).first)
        #expect(duty.standing(on: try day("2026-03-16")) == .overdue)
        #expect(try await stage.liveCase(Sample.sunGuifang).visits.count == 1)
    }

    @Test func `01.w4: another class ends the duties of the old one`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan, as: .three)
        try await stage.list(Sample.wangXiulan, on: try day("2026-03-20"), as: .two)
        let threes = try await stage.duties("visit.class3", of: .assistanceCase(found.id))
        #expect(threes.allSatisfy { !$0.standing(on: Sample.today.adding(days: 60)).isPending })
        let twos = try await stage.duties("visit.class2", of: .assistanceCase(found.id))
        #expect(twos.contains { $0.due == Sample.day(2026, 6, 30) })
    }

    @Test func `01.r2: the whole visit is kept, and an empty one refused`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        let empty = VisitRecord(
            manner: .atHome, wasMet: true, visitors: "张海燕", situation: "", family: "三口人", services: "",
            agreed: "", wish: nil, isUrgent: nil)
        await #expect(throws: Refusal.visitEmpty) { try await stage.visit(found, on: Sample.today, empty) }
        let nothing = VisitRecord(
            manner: .atHome, wasMet: false, visitors: "张海燕", situation: "", family: "", services: "",
            agreed: "", wish: nil, isUrgent: nil)
        await #expect(throws: Refusal.visitEmpty) { try await stage.visit(found, on: Sample.today, nothing) }
        try await stage.visit(found, on: Sample.today)
        let volume = try await stage.office().visitVolume(
            of: Sample.shaling, from: Sample.today, through: Sample.today, by: Sample.shalingWorker.actor)
        #expect(volume.visits.map(\.name) == ["王秀兰"])
        #expect(volume.visits.map(\.visit.event) == [.visited(.met)])
        #expect(volume.names[Sample.shalingWorker.id] == "张海燕")
    }

    @Test func `01.r2: the same words under the same day are one visit`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        try await stage.visit(found, on: Sample.today)
        await #expect(throws: Refusal.visitRepeated) { try await stage.visit(found, on: Sample.today) }
        try await stage.visit(found, on: Sample.today, .missed)
        try await stage.visit(found, on: Sample.today.adding(days: 1))
        #expect(try await stage.liveCase(Sample.wangXiulan).visits.count == 3)
    }

    @Test func `01.r2: the volume of a period holds its first and last day and leaves out the withdrawn`()
        async throws
    {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        let days = try ["2026-03-02", "2026-03-03", "2026-03-10", "2026-03-11"].map(day)
        for one in days { try await stage.visit(found, on: one) }
        let now = try await stage.liveCase(Sample.wangXiulan)
        let office = try await stage.office(on: try day("2026-03-12"))
        _ = try await office.withdraw(
            now.visits[1], in: found.id, version: now.version, reason: "记错了人",
            by: Sample.shalingWorker.actor)
        let volume = try await office.visitVolume(
            of: Sample.shaling, from: days[0], through: days[2], by: Sample.shalingWorker.actor)
        #expect(volume.visits.map(\.visit.occurred) == [days[0], days[2]])
        await #expect(throws: Refusal.villageUnknown) {
            _ = try await office.visitVolume(
                of: Sample.yangzhen, from: days[0], through: days[2], by: Sample.yangzhenClerk.actor)
        }
    }

    @Test func `01.w4: what a visit learns of wish and need changes the roll in the same act`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.chenJing)
        try await stage.visit(found, on: Sample.today, .told(wish: .wanted, isUrgent: true))
        let person = try await stage.person(Sample.chenJing)
        #expect(person.facts.wish == .wanted)
        #expect(person.facts.isUrgent)
        let entry = try #require(try await stage.store.history(of: .person(person.id)).last)
        #expect(entry.event.kind == .corrected)
    }

    @Test func `a visit is refused in the future, too late, from a stale page and in an ended case`()
        async throws
    {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        let tomorrow = Sample.today.adding(days: 1)
        await #expect(throws: Refusal.inTheFuture(tomorrow)) {
            try await stage.visit(found, on: tomorrow, entered: Sample.today)
        }
        let late = Sample.today.adding(days: 31)
        await #expect(throws: Refusal.tooLate(occurred: Sample.today, window: 30)) {
            try await stage.visit(found, on: Sample.today, entered: late)
        }
        try await stage.visit(found, on: Sample.today, entered: Sample.today.adding(days: 30))
        await #expect(throws: StoreFailure.conflict(.assistanceCase(found.id))) {
            _ = try await stage.office().recordVisit(
                .met, in: found.id, version: found.version, on: Sample.today, by: Sample.shalingWorker.actor)
        }
        let version = try await stage.liveCase(Sample.wangXiulan).version
        _ = try await stage.office().endCase(
            found.id, version: version, reason: .ineligible, note: "核实后不符合", on: Sample.today,
            by: Sample.shalingWorker.actor)
        await #expect(throws: Refusal.caseClosed(.ineligible)) {
            try await stage.visit(found, on: Sample.today)
        }
        await #expect(throws: Refusal.notFound(.assistanceCase)) {
            _ = try await stage.office().recordVisit(
                .met, in: CaseID(99), version: 1, on: Sample.today, by: Sample.shalingWorker.actor)
        }
    }
}
