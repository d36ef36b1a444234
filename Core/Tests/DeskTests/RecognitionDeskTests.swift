// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("The counter's registers, checks and notices: 02.w1 02.w3 02.r1 L.02 L.03")
struct RecognitionDeskTests {
    private let clerk = Sample.yangzhenClerk
    private let enter = CaseEvent.recognition(.registerEntered(note: ""))
    private let issue = CaseEvent.recognition(.certificateIssued(number: ""))

    /// Listed and received at the counter, the register asked for last.
    private func received(_ members: CastMember...) async throws -> CaseDesk {
        let desk = try await CaseDesk.set()
        for member in members {
            try await desk.stage.list(member)
            try await desk.act(.registrationReceived(note: ""), of: member, by: clerk)
        }
        return desk
    }

    private func lines(_ name: LedgerName, _ desk: CaseDesk, on day: Day = Sample.today) async throws -> (
        view: LedgerView, tags: [String]
    ) {
        let view = try await desk.office(on: day).ledgerView(name, by: clerk.actor)
        return (view, view.lines.map(\.tag.key))
    }

    private func cell(_ title: String, _ view: LedgerView) throws -> LedgerCell {
        let place = try #require(view.ledger.headings.firstIndex { $0.title == title })
        return try #require(view.lines.first).cells[place]
    }

    /// The facts of somebody, changed.
    private func correct(
        _ member: CastMember, in desk: CaseDesk, on day: Day = Sample.today,
        _ change: (inout PersonFacts) -> Void = { $0.registration = .lostWork }
    ) async throws {
        let person = try await desk.stage.person(member)
        var facts = person.facts
        change(&facts)
        guard facts != person.facts else { return }
        _ = try await desk.office(on: day).correctPerson(
            member.id, version: person.version, facts: facts, reason: "核实", on: day,
            by: Sample.yangzhenClerk.actor)
    }

    @Test func `02.w3: certificates of a town are numbered one after the other, each year anew`() async throws
    {
        let desk = try await received(Sample.wangXiulan, Sample.liJianguo)
        for member in [Sample.wangXiulan, Sample.liJianguo] {
            try await correct(member, in: desk)
            try await desk.act(enter, of: member, by: clerk)
            try await desk.act(issue, of: member, by: clerk)
        }
        let first = try await desk.found(Sample.wangXiulan).recognition.certificate
        let second = try await desk.found(Sample.liJianguo).recognition.certificate
        #expect(first.hasPrefix("S") && first.hasSuffix("-\(Sample.today.year)-00001"))
        #expect(second.hasSuffix("-\(Sample.today.year)-00002"))
        let next = try #require(Day(year: Sample.today.year + 1, month: 1, day: 4))
        try await desk.act(
            .recognition(.certificateReplaced(number: "", reason: "遗失")), of: Sample.wangXiulan, by: clerk,
            on: next)
        let found = try await desk.found(Sample.wangXiulan).recognition
        #expect(found.certificate.hasSuffix("-\(next.year)-00001"))
        #expect(found.certificates?.map(\.number) == [first, found.certificate])
        #expect(try await desk.store.lastSerial(of: Sample.yangzhen, .unemployment, year: next.year) == 1)
    }

    @Test func `02.w3: clerks who issue at the same moment get numbers without gap or double`() async throws {
        let cast = [Sample.wangXiulan, Sample.liJianguo, Sample.zhaoDefu, Sample.sunGuifang]
        let desk = try await CaseDesk.set()
        for member in cast {
            try await desk.stage.list(member)
            try await desk.act(.registrationReceived(note: ""), of: member, by: clerk)
            try await correct(member, in: desk)
            try await desk.act(enter, of: member, by: clerk)
        }
        let (issue, clerk) = (issue, clerk)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for member in cast {
                group.addTask { _ = try await desk.act(issue, of: member, by: clerk) }
            }
            try await group.waitForAll()
        }
        var numbers: [String] = []
        for member in cast { numbers.append(try await desk.found(member).recognition.certificate) }
        #expect(Set(numbers.map { $0.suffix(5) }) == ["00001", "00002", "00003", "00004"])
    }

    @Test func `02.w3: a number that was refused with its act is not used up`() async throws {
        let desk = try await received(Sample.wangXiulan)
        await #expect(throws: Refusal.procedure(.notInRegister)) {
            try await desk.act(issue, of: Sample.wangXiulan, by: clerk)
        }
        #expect(
            try await desk.store.lastSerial(
                of: Sample.yangzhen, .unemployment, year: Sample.today.year) == 0)
        try await desk.act(enter, of: Sample.wangXiulan, by: clerk)
        try await desk.act(issue, of: Sample.wangXiulan, by: clerk)
        let act = try await desk.newest(.certificateIssued, of: Sample.wangXiulan)
        // An act taken back leaves its number where it was: the next certificate has another.
        try await desk.withdraw(act, of: Sample.wangXiulan, by: clerk)
        #expect(try await desk.found(Sample.wangXiulan).recognition.certificate.isEmpty)
        try await desk.act(issue, of: Sample.wangXiulan, by: clerk, on: Sample.today)
        #expect(try await desk.found(Sample.wangXiulan).recognition.certificate.hasSuffix("00002"))
    }

    @Test func `02.w1: who has work, or belongs in the other register, is not registered, and is told why`()
        async throws
    {
        let desk = try await received(Sample.wangXiulan)
        try await correct(Sample.wangXiulan, in: desk) {
            $0.registration = .ruralSurplus
            $0.employment = .employed(sector: nil, form: nil)
        }
        let wrong = CaseEvent.recognition(.registerEntered(note: "", kind: .unemployment))
        await #expect(throws: Refusal.procedure(.cannotRegister([.belongsIn(.transfer), .employed]))) {
            try await desk.act(wrong, of: Sample.wangXiulan, by: clerk)
        }
    }

    @Test func `02.w3: the register shows who is in it, whose check is due, and who left it`() async throws {
        let desk = try await received(Sample.wangXiulan)
        #expect(try await lines(.unemployed, desk).tags.isEmpty)
        try await desk.act(
            .recognition(.registerEntered(note: "", kind: .unemployment)), of: Sample.wangXiulan, by: clerk)
        #expect(try await lines(.unemployed, desk).tags == ["entered"])
        #expect(try await lines(.transferred, desk).tags.isEmpty)
        try await desk.act(issue, of: Sample.wangXiulan, by: clerk)
        #expect(try await lines(.unemployed, desk).tags == ["certified"])
        let next = try #require(Day(year: Sample.today.year + 1, month: 1, day: 4))
        #expect(try await lines(.unemployed, desk, on: next).tags == ["check-due"])
        try await desk.act(
            .recognition(.certificateChecked(note: "如实报告")), of: Sample.wangXiulan, by: clerk, on: next)
        #expect(try await lines(.unemployed, desk, on: next).tags == ["certified"])
        try await desk.act(
            .recognition(.registrationEnded(.noContact, note: "")), of: Sample.wangXiulan, by: clerk, on: next
        )
        let (view, tags) = try await lines(.unemployed, desk, on: next)
        #expect(tags == ["ended"])
        #expect(try cell("注销原因", view) == .registrationEnd(.noContact))
    }

    @Test func `02.r1: the service ledger tells how many days somebody waited for the decision`() async throws
    {
        let desk = try await received(Sample.wangXiulan)
        let later = Sample.today.adding(days: 4)
        #expect(try cell("等候天数", try await lines(.service, desk, on: later).view) == .number(4))
        try await desk.check(on: later)
        try await desk.act(.recognition(.accepted(note: "")), of: Sample.wangXiulan, by: clerk, on: later)
        try await desk.act(
            .recognition(.recognised(number: "1", note: "")), of: Sample.wangXiulan, by: clerk, on: later)
        let much = Sample.today.adding(days: 40)
        #expect(try cell("等候天数", try await lines(.service, desk, on: much).view) == .number(4))
    }

    @Test func `L.03: when facts no longer bear a category out, the town is asked to check, once`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.recognise(Sample.liJianguo)
        #expect(try await desk.office().raiseRechecks() == 0)
        try await correct(Sample.liJianguo, in: desk) { $0.disability = nil }
        #expect(try await desk.office().raiseRechecks() == 1)
        let found = try await desk.found(Sample.liJianguo)
        #expect(found.recognition.recheckRaised == Sample.today)
        #expect(try await desk.history(Sample.liJianguo).last?.by == .system)
        #expect(try await desk.office().raiseRechecks() == 0)
        // Nothing ends by it: a person decides.
        #expect(found.isLive)
        try await desk.act(
            .recognition(.rechecked(stillHolds: true, note: "新证在办")), of: Sample.liJianguo, by: clerk)
        #expect(try await desk.office().raiseRechecks() == 0)
    }

    @Test func `L.03: leaving and coming back are two lines of the register of recognitions`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.recognise()
        let member = Sample.wangXiulan
        let left = Sample.today.adding(days: 20)
        try await desk.act(
            .recognition(.rechecked(stillHolds: false, note: "收入超过标准")), of: member, by: clerk, on: left)
        let ended = try await desk.stage.store.newestCase(of: member.id)
        let found = try #require(ended)
        #expect(found.ended?.reason == .ineligible)
        let back = left.adding(days: 30)
        _ = try await desk.office(on: back).reopenCase(
            found.id, version: found.version, reason: "又失业了", on: back, by: Sample.shalingWorker.actor)
        #expect(try await lines(.register, desk, on: back).tags == ["ineligible"])
        try await desk.check(on: back)
        try await desk.act(.recognition(.accepted(note: "")), of: member, by: clerk, on: back)
        try await desk.act(.recognition(.recognised(number: "2", note: "")), of: member, by: clerk, on: back)
        let (view, tags) = try await lines(.register, desk, on: back)
        #expect(tags == ["ineligible", "on"])
        #expect(try cell("退出日期", view) == .day(left))
        // As it stood before the exit, there is one line, and the person on it.
        let then = try await desk.office(on: back).ledgerView(
            .register, LedgerFilter(period: LedgerPeriod(through: left.adding(days: -1))), by: clerk.actor)
        #expect(then.lines.map(\.tag.key) == ["on"])
    }

    @Test func `L.02: the district's clerk answers a request, and the ledger of reviews follows it`()
        async throws
    {
        let desk = try await received(Sample.wangXiulan)
        let member = Sample.wangXiulan
        try await desk.check()
        try await desk.act(.recognition(.accepted(note: "")), of: member, by: clerk)
        try await desk.act(.recognition(.refused(reason: "在缴社保")), of: member, by: clerk)
        try await desk.act(.recognition(.decisionReceived), of: member, by: clerk)
        try await desk.act(
            .recognition(.reviewRequested(note: "是亲戚代缴")), of: member, by: Sample.districtClerk)
        #expect(try await lines(.reviews, desk).tags == ["pending"])
        let decide = CaseEvent.recognition(.reviewDecided(.recognised, number: "9", words: "情况属实"))
        await #expect(throws: Refusal.notAllowed(.assistDistrict)) {
            try await desk.act(decide, of: member, by: clerk)
        }
        try await desk.act(decide, of: member, by: Sample.districtClerk)
        let (view, tags) = try await lines(.reviews, desk)
        #expect(tags == ["recognised"])
        #expect(try cell("原决定", view) == .text("不予认定"))
        #expect(try cell("复核意见", view) == .text("情况属实"))
        #expect(try await desk.found(member).care.holder == .village)
    }

    @Test func `02.w3: the ledger of notices keeps objections and what came too late, without names`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.recognise()
        let member = Sample.wangXiulan
        let worker = Sample.shalingWorker
        try await desk.act(.recognition(.verifiedInVillage(finding: "属实")), of: member, by: worker)
        try await desk.act(.recognition(.noticePosted(place: "公开栏")), of: member, by: worker)
        try await desk.act(
            .recognition(.objectionReceived(ObjectionWords(by: "王大明", words: "有车"))), of: member, by: worker)
        #expect(try await lines(.publicNotices, desk).tags == ["running", "open"])
        let act = try await desk.newest(.objectionReceived, of: member)
        try await desk.act(
            .recognition(.objectionSettled(act, isUpheld: false, words: "借的车")), of: member, by: clerk)
        let over = Sample.today.adding(days: 7)
        try await desk.act(
            .recognition(.noticeEnded(isUpheld: false, note: "")), of: member, by: worker, on: over)
        let after = over.adding(days: 1)
        try await desk.act(
            .recognition(.reportReceived(ObjectionWords(by: "", words: "有铺面"))), of: member, by: clerk,
            on: after)
        let (view, tags) = try await lines(.publicNotices, desk, on: after)
        #expect(tags == ["over", "settled", "report"])
        let place = try #require(view.ledger.headings.firstIndex { $0.title == "反映人" })
        #expect(view.lines.map { $0.cells[place] } == [.empty, .text("王*明"), .text("匿名")])
        try await desk.act(.recognition(.cardIssued(number: "")), of: member, by: clerk, on: after)
        #expect(try await desk.found(member).recognition.card.hasPrefix("K"))
    }
}
