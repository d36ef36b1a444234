// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Finding people and their files: L.05")
struct PeopleTests {
    @Test(arguments: [
        ("王秀兰", ["王秀兰"]), ("秀", ["王秀兰"]), ("赵", ["赵德福", "赵小鹏"]), ("wxl", ["王秀兰"]),
        ("wangxiu", ["王秀兰"]), ("WXL", ["王秀兰"]), ("zhao", ["赵德福", "赵小鹏"]), ("13900001001", ["王秀兰"]),
        ("139 0000 1002", ["李建国"]), ("刘玉梅", []), ("lym", []),
    ])
    func `one field finds by name, pinyin and phone within the scope, in the order of names`(
        typed: String, found: [String]
    ) async throws {
        let stage = try await Stage.set()
        let slice = try await stage.office().findPeople(
            typed: typed, in: nil, after: nil, by: Sample.shalingWorker.actor)
        #expect(slice.rows.map(\.name) == found)
    }

    @Test func `the same field finds by ID number and by its last four characters`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let number = try #require(Sample.wangXiulan.facts.identity).full
        for typed in [number, String(number.suffix(4)), number.lowercased()] {
            let slice = try await office.findPeople(
                typed: typed, in: nil, after: nil, by: Sample.shalingWorker.actor)
            #expect(slice.rows.map(\.name).contains("王秀兰"))
        }
    }

    @Test(arguments: [
        ("", PersonSearch.all), ("990000198205180021", .identity("990000198205180021")),
        ("110222820518002", .identity("110222820518002")), ("0021", .lastFour("0021")),
        ("002X", .lastFour("002X")),
        ("69441234", .phone("69441234")), ("张王李赵周吴郑陈褚卫蒋沈韩杨朱", .name("张王李赵周吴郑陈褚卫蒋沈韩杨朱")),
        ("abcdefghijklmno", .pinyin("abcdefghijklmno")),
    ])
    func `what was typed is told apart`(typed: String, search: PersonSearch) {
        #expect(PersonSearch(typed: typed) == search)
    }

    @Test func `00.levels: a unit outside one's own is refused, and an unknown one too`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        for unit in [Sample.hongsi, Sample.district, UnitID(99)] {
            await #expect(throws: Refusal.notAllowed(.seePeople)) {
                _ = try await office.findPeople(
                    typed: "", in: unit, after: nil, by: Sample.shalingWorker.actor)
            }
        }
        let town = try await office.findPeople(
            typed: "", in: Sample.hongsi, after: nil, by: Sample.yangzhenClerk.actor)
        #expect(town.rows.map(\.name) == ["刘长河", "刘玉梅"])
    }

    @Test func `lists are filtered by category and class of the live case`() async throws {
        let stage = try await Stage.set()
        try await stage.list(Sample.wangXiulan)
        try await stage.list(Sample.sunGuifang)
        let office = try await stage.office()
        func names(_ category: HardshipCategory?, _ visitClass: VisitClass?) async throws -> [String] {
            try await office.findPeople(
                typed: "", in: nil, category: category, visitClass: visitClass, after: nil,
                by: Sample.shalingWorker.actor
            ).rows.map(\.name)
        }
        #expect(try await names(.ageBand, nil) == ["孙桂芳", "王秀兰"])
        #expect(try await names(.longUnemployed, nil) == ["王秀兰"])
        #expect(try await names(.ageBand, .four) == ["孙桂芳"])
        #expect(try await names(nil, .one) == [])
    }

    @Test func `a list is walked page by page, and people entered meanwhile shift nobody`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let worker = Sample.shalingWorker.actor
        let first = try await office.findPeople(typed: "", in: nil, after: nil, limit: 3, by: worker)
        #expect(first.rows.map(\.name) == ["陈静", "李建国", "孙桂芳"])
        let round = try await stage.openRounds()
        var facts = Sample.chenJing.facts
        facts.name = Sample.name("陈一")
        facts.identity = .valid(Sample.identity(born: Sample.day(1985, 8, 30), sex: .female, sequence: 95))
        _ = try await office.takeIn(
            SheetEntry(
                sheet: "chen-yi", round: round, person: nil, personVersion: nil,
                answers: Sample.answers(of: facts), interviewed: Sample.today, interviewer: "",
                source: .screen),
            by: worker)
        let second = try await office.findPeople(typed: "", in: nil, after: first.next, limit: 4, by: worker)
        #expect(second.rows.map(\.name).prefix(4) == ["王秀兰", "赵德福", "赵小鹏", "郑国栋"])
        #expect(second.next != nil)
    }

    @Test func `L.05: lists and files are masked`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let worker = Sample.shalingWorker.actor
        let facts = Sample.liJianguo.facts
        let line = try #require(
            try await office.findPeople(typed: "李建国", in: nil, after: nil, by: worker).rows.first)
        let file = try await office.file(of: Sample.liJianguo.id, by: worker)
        for text in [line.identity, line.mobile, file.identity, file.mobile] {
            #expect(text.contains("****"))
            #expect(text != facts.identity?.full)
            #expect(text != facts.mobile?.full)
        }
        #expect(file.health == nil)
        #expect(!file.isUnmasked)
    }

    @Test func `L.05: unmasking needs a purpose and is on the audit before anything is shown`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let worker = Sample.shalingWorker.actor
        let subject = Subject.person(Sample.liJianguo.id)
        await #expect(throws: Refusal.reasonMissing) {
            _ = try await office.unmask(Sample.liJianguo.id, purpose: "", by: worker)
        }
        await #expect(throws: Refusal.notAllowed(.unmask)) {
            _ = try await office.unmask(Sample.liJianguo.id, purpose: "看看", by: Sample.hongsiWorker.actor)
        }
        #expect(try await stage.store.audit(of: subject, after: nil, limit: 9).rows.isEmpty)
        let file = try await office.unmask(Sample.liJianguo.id, purpose: "电话通知面试", by: worker)
        #expect(file.identity == Sample.liJianguo.facts.identity?.full)
        #expect(file.mobile == Sample.liJianguo.facts.mobile?.full)
        #expect(file.health?.disability == Disability(grade: 3, canWork: true))
        let notes = try await stage.store.audit(of: subject, after: nil, limit: 9).rows.map(\.note)
        #expect(notes.map(\.action) == [.unmasked])
        #expect(notes.map(\.detail) == ["电话通知面试"])
        #expect(notes.map(\.by) == [Sample.shalingWorker.id])
        #expect(notes.map(\.at) == [office.now])
    }

    @Test func `a file holds household, proposal, case, duties and history, newest first`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        try await stage.survey(Sample.sunGuifang, in: round)
        let found = try await stage.list(Sample.sunGuifang)
        try await stage.visit(found, on: try day("2026-03-04"))
        let file = try await stage.office(on: try day("2026-03-04")).file(
            of: Sample.sunGuifang.id, by: Sample.shalingWorker.actor)
        #expect(file.members.map(\.name) == ["赵德福", "赵小鹏"])
        #expect(file.household?.number == "41")
        #expect(file.town?.id == Sample.yangzhen)
        #expect(file.newestCase?.id == found.id)
        #expect(file.round?.id == round)
        #expect(file.history.first?.event.kind == .visited)
        #expect(file.history.last?.event.kind == .entered)
        #expect(Set(file.duties.map(\.obligation.rule.name)) == ["survey.entry", "visit.class4"])
        #expect(file.names[Sample.shalingWorker.id] == "张海燕")
        #expect(file.mayEdit)
        await #expect(throws: Refusal.notFound(.person)) {
            _ = try await stage.office().file(of: PersonID(999), by: Sample.shalingWorker.actor)
        }
    }
}
