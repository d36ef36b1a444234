// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Ledgers as views on the journal: 02.w2 02.r6 10.r3 17.w1 06.r2 L.03")
struct LedgerViewTests {
    private let clerk = Sample.yangzhenClerk.actor

    private func view(
        _ name: LedgerName, _ desk: CaseDesk, _ filter: LedgerFilter = LedgerFilter(),
        on day: Day = Sample.today, by actor: Actor? = nil
    ) async throws -> LedgerView {
        try await desk.office(on: day).ledgerView(name, filter, by: actor ?? clerk)
    }

    private func cell(_ title: String, _ line: LedgerLine, _ view: LedgerView) throws -> LedgerCell {
        line.cells[try #require(view.ledger.headings.firstIndex { $0.title == title })]
    }

    private func names(_ view: LedgerView) throws -> [LedgerCell] {
        try view.lines.map { try cell("姓名", $0, view) }
    }

    private func through(_ day: Day) -> LedgerFilter { LedgerFilter(period: LedgerPeriod(through: day)) }

    // MARK: The counter's service

    @Test func `02.w2: whoever is only listed is not in the service ledger, the registered is`() async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.stage.list(Sample.wangXiulan)
        #expect(try await view(.service, desk).lines.isEmpty)
        try await desk.act(.registrationReceived(note: ""), of: Sample.wangXiulan, by: Sample.yangzhenClerk)
        let ledger = try await view(.service, desk)
        #expect(try names(ledger) == [.text("王秀兰")])
        #expect(ledger.lines.map(\.tag.key) == ["registered"])
        #expect(try cell("登记日期", ledger.lines[0], ledger) == .day(Sample.today))
        #expect(try cell("认定日期", ledger.lines[0], ledger) == .empty)
    }

    @Test func `02.w2: the service ledger follows each step to the card`() async throws {
        let desk = try await CaseDesk.set()
        let clerk = Sample.yangzhenClerk
        try await desk.stage.list(Sample.wangXiulan)
        try await desk.act(.registrationReceived(note: ""), of: Sample.wangXiulan, by: clerk)
        func tag() async throws -> [String] { try await view(.service, desk).lines.map(\.tag.key) }
        try await desk.act(.recognition(.noticeGiven(missing: ["户口簿"])), of: Sample.wangXiulan, by: clerk)
        #expect(try await tag() == ["short"])
        let short = try await view(.service, desk)
        #expect(try cell("尚缺材料", short.lines[0], short) == .lines([.text("户口簿")]))
        try await desk.check()
        try await desk.act(.recognition(.accepted(note: "")), of: Sample.wangXiulan, by: clerk)
        #expect(try await tag() == ["accepted"])
        try await desk.act(
            .recognition(.recognised(number: "990000-7", note: "")), of: Sample.wangXiulan, by: clerk)
        #expect(try await tag() == ["recognised"])
        let ledger = try await view(.service, desk)
        #expect(try cell("认定编号", ledger.lines[0], ledger) == .text("990000-7"))
        #expect(try cell("一次性告知", ledger.lines[0], ledger) == .number(1))
    }

    @Test(arguments: [(-1, 0), (0, 1), (1, 0)])
    func `02.w2: both ends of a period belong to it`(shift: Int, lines: Int) async throws {
        let desk = try await CaseDesk.set()
        try await desk.recognise()
        let day = Sample.today.adding(days: shift)
        let ledger = try await view(
            .service, desk, LedgerFilter(period: LedgerPeriod(from: day, through: day)))
        #expect(ledger.lines.count == lines)
        #expect(ledger.all == lines)
    }

    @Test func `02.w1 02.r2: the ledger of notices tells what was brought, and what was asked for too late`()
        async throws
    {
        let desk = try await CaseDesk.set()
        let (wang, clerk) = (Sample.wangXiulan, Sample.yangzhenClerk)
        try await desk.stage.list(wang)
        try await desk.act(.registrationReceived(note: ""), of: wang, by: clerk)
        let required = try await desk.office().requiredPapers(of: desk.found(wang))
        let (first, second) = (required[0], required[1])
        func notice(without paper: RequiredPaper, on day: Day) async throws {
            let check = PapersCheck(
                required.map {
                    CheckedPaper($0, originals: $0 == paper ? 0 : $0.originals, copies: $0.copies)
                })
            try await desk.act(.recognition(.papersChecked(check)), of: wang, by: clerk, on: day)
            try await desk.act(
                .recognition(.noticeGiven(missing: [paper.name])), of: wang, by: clerk, on: day)
        }
        let today = Sample.today
        try await notice(without: first, on: today)
        #expect(try await view(.notices, desk).lines.map(\.tag.key) == ["waiting"])
        let later = today.adding(days: 1)
        try await notice(without: second, on: later)
        let office = try await desk.office(on: later)
        func ledger() async throws -> LedgerView {
            try await office.ledgerView(.notices, by: Sample.supervisor.actor)
        }
        #expect(try await ledger().lines.map(\.tag.key) == ["waiting", "late"])
        let lines = try await ledger()
        #expect(try cell("第一次漏告的", lines.lines[1], lines) == .lines([.text(second.name)]))
        #expect(try cell("第几次", lines.lines[1], lines) == .number(2))
        try await desk.check(wang, on: later)
        try await desk.act(.recognition(.accepted(note: "")), of: wang, by: clerk, on: later)
        #expect(try await ledger().lines.map(\.tag.key) == ["supplied", "late"])
    }

    // MARK: Help

    @Test func `02.r6: recognition opens the assistance ledger and the status record the same day`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.stage.list(Sample.liJianguo)
        try await desk.recognise()
        for name in [LedgerName.help, .status] {
            let ledger = try await view(name, desk)
            #expect(try names(ledger) == [.text("王秀兰")])
            let opened = name == .help ? "认定日期" : "建单日期"
            #expect(try cell(opened, ledger.lines[0], ledger) == .day(Sample.today))
        }
    }

    @Test func `10.r3: the assistance ledger has who helps, how often, and how it goes on`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        try await desk.act(.recommend(.village, on: Sample.today), of: Sample.wangXiulan, by: Sample.aide)
        let act = try await desk.newest(.recommended, of: Sample.wangXiulan)
        try await desk.act(.outcome(act, .postGone), of: Sample.wangXiulan, by: Sample.aide)
        try await desk.act(.handUp(from: .village), of: Sample.wangXiulan, by: Sample.aide)
        let ledger = try await view(.help, desk)
        let line = try #require(ledger.lines.first)
        #expect(try cell("援助员", line, ledger) == .text(Sample.aide.name))
        #expect(try cell("助理专员", line, ledger) == .empty)
        #expect(try cell("联系次数", line, ledger) == .number(1))
        #expect(try cell("推荐次数", line, ledger) == .number(1))
        #expect(line.tag.key == CaseStage.townIntake.rawValue)
        guard case .lines(let outcomes) = try cell("推荐及结果", line, ledger),
            case .recommendation(let made) = try #require(outcomes.first),
            case .lines(let handUps) = try cell("上交情况", line, ledger),
            case .handUp(let handUp, let day) = try #require(handUps.first)
        else {
            Issue.record("no recommendation or no hand-up in the line")
            return
        }
        #expect(made.outcome?.code == .postGone)
        #expect(handUp.cause == .beyondLevel && day == Sample.today)
    }

    @Test func `02.r6: one person's record tells recognition, hand-up and work in the order of days`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help()
        try await desk.employ()
        let id = try await desk.found(Sample.wangXiulan).id
        let record = try await desk.office().statusRecord(of: id, by: clerk)
        let kinds = record.changes.map(\.event.kind)
        #expect(kinds.contains(.recognised) && !kinds.contains(.contacted))
        #expect(kinds.last == .recommendationEnded || kinds.last == .employed)
        #expect(record.person.identity == Sample.wangXiulan.facts.identity?.masked)
        let ledger = try await view(.status, desk)
        #expect(ledger.lines.map(\.tag.key) == ["employed"])
        #expect(try cell("变动次数", ledger.lines[0], ledger) == .number(record.changes.count))
    }

    @Test func `02.r6: before recognition there is no status record, and none outside one's scope`()
        async throws
    {
        let desk = try await CaseDesk.set()
        let listed = try await desk.stage.list(Sample.liJianguo)
        await #expect(throws: Refusal.notFound(.assistanceCase)) {
            _ = try await desk.office().statusRecord(of: listed.id, by: clerk)
        }
        let found = try await desk.recognise()
        await #expect(throws: Refusal.notAllowed(.seePeople)) {
            _ = try await desk.office().statusRecord(of: found.id, by: Sample.nancaiClerk.actor)
        }
    }

    // MARK: The register

    @Test func `L.03: the register of an earlier day is replayed, whatever came after`() async throws {
        let desk = try await CaseDesk.set()
        let first = Sample.today.adding(days: -20)
        let left = Sample.today.adding(days: -5)
        let found = try await desk.recognise(on: first)
        _ = try await desk.office(on: left).endCase(
            found.id, version: found.version, reason: .movedOut, note: "迁往外区", on: left,
            by: Sample.shalingWorker.actor)
        let expected: [(Day, [String])] = [
            (first.adding(days: -1), []), (first, ["on"]), (left.adding(days: -1), ["on"]),
            (left, ["moved-out"]), (Sample.today, ["moved-out"]),
        ]
        for (day, tags) in expected {
            let register = try await view(.register, desk, through(day))
            #expect(register.lines.map(\.tag.key) == tags, "as of \(day.iso)")
        }
        let register = try await view(.register, desk)
        let line = try #require(register.lines.first)
        #expect(try cell("退出日期", line, register) == .day(left))
        #expect(try cell("退出原因", line, register) == .ending(.movedOut))
        #expect(try cell("说明", line, register) == .text("迁往外区"))
        let before = try await view(.register, desk, through(left.adding(days: -1)))
        #expect(try cell("退出日期", before.lines[0], before) == .empty)
    }

    @Test func `L.03: who was never recognised leaves no line, nor does a duplicate`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.stage.list(Sample.liJianguo)
        let found = try await desk.recognise()
        #expect(try names(try await view(.register, desk)) == [.text("王秀兰")])
        _ = try await desk.office().endCase(
            found.id, version: found.version, reason: .duplicate, note: "", on: Sample.today,
            by: Sample.shalingWorker.actor)
        #expect(try await view(.register, desk).lines.isEmpty)
    }

    // MARK: Follow-ups and meetings

    @Test func `17.w1: each follow-up is a line with its judgement and the work of the time`() async throws {
        let desk = try await CaseDesk.set()
        try await desk.help()
        try await desk.employ()
        #expect(try await view(.followUps, desk).lines.isEmpty)
        try await desk.act(
            .work(.notified(means: .telephone, words: "请来登记")), of: Sample.wangXiulan,
            by: Sample.yangzhenClerk)
        try await desk.act(
            .work(
                .registered(
                    WorkRegistration(job: .sample, number: "990000-登1", place: "杨镇", isUnstable: false))),
            of: Sample.wangXiulan, by: Sample.yangzhenClerk)
        let visit = FollowUp(
            means: .atHome, judged: .stable, situation: "工作顺利", income: 4200, isInsured: true,
            policies: "已享受",
            mood: .hopeful, wantsToLeave: false)
        let day = Sample.today.adding(days: 10)
        try await desk.act(.work(.followedUp(visit)), of: Sample.wangXiulan, by: Sample.aide, on: day)
        let ledger = try await view(.followUps, desk, on: day)
        let line = try #require(ledger.lines.first)
        #expect(ledger.lines.count == 1 && line.tag.key == "stable")
        #expect(try cell("月收入（元）", line, ledger) == .number(4200))
        #expect(try cell("就业情况", line, ledger) == .job(.sample))
        #expect(try cell("回访人", line, ledger) == .text(Sample.aide.name))
        let earlier = try await view(.followUps, desk, through(day.adding(days: -1)), on: day)
        #expect(earlier.lines.isEmpty && earlier.all == 0)
    }

    @Test func `06.r2: meetings and weeks without need stand in one ledger, newest first, page by page`()
        async throws
    {
        let desk = try await CaseDesk.set()
        let first = Sample.today.adding(days: -14)
        for shift in [0, 7, 14] {
            let day = first.adding(days: shift)
            _ = try await desk.office(on: day).needNoConsultation(
                in: Sample.yangzhen, reason: "没有上交的对象", on: day, by: clerk)
        }
        let office = try await desk.office()
        let page = try await office.ledgerView(.meetings, limit: 2, by: clerk)
        let rest = try await office.ledgerView(.meetings, after: try #require(page.next), limit: 2, by: clerk)
        let days = try (page.lines + rest.lines).map { try cell("日期", $0, page) }
        #expect(days == [14, 7, 0].map { LedgerCell.day(first.adding(days: $0)) })
        #expect(page.all == 3 && rest.next == nil)
        #expect(try await view(.meetings, desk, by: Sample.shalingWorker.actor).lines.isEmpty)
        #expect(try await view(.meetings, desk, by: Sample.nancaiClerk.actor).lines.isEmpty)
        #expect(try await view(.meetings, desk, by: Sample.districtClerk.actor).lines.count == 3)
    }

    @Test func `10.r3: what another round tried is kept in the assistance ledger, with its progress`()
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help()
        let (wang, aide) = (Sample.wangXiulan, Sample.aide)
        try await desk.act(.recommend(.village, on: Sample.today), of: wang, by: aide)
        let act = try await desk.newest(.recommended, of: wang)
        let progress = RecommendationProgress(level: .village, step: .applied, words: "")
        try await desk.act(.aid(.recommendationMoved(of: act, progress)), of: wang, by: aide)
        let found = try await desk.found(wang)
        let office = try await desk.office()
        _ = try await office.endCase(
            found.id, version: found.version, reason: .movedOut, note: "", on: Sample.today,
            by: Sample.shalingWorker.actor)
        let ended = try #require(try await desk.store.assistanceCase(found.id))
        _ = try await office.reopenCase(
            found.id, version: ended.version, reason: "迁回", at: .village, on: Sample.today,
            by: Sample.shalingWorker.actor)
        let ledger = try await view(.help, desk)
        let line = try #require(ledger.lines.first)
        #expect(try cell("轮次", line, ledger) == .number(2))
        #expect(try cell("推荐次数", line, ledger) == .number(1))
        guard case .lines(let told) = try cell("推荐及结果", line, ledger),
            case .recommendation(let made) = try #require(told.first)
        else {
            Issue.record("the round before is not in the line")
            return
        }
        #expect(made.applied == Sample.today && made.outcome == nil)
    }

    // MARK: All of them

    @Test(arguments: LedgerName.allCases)
    func `totals equal the lists that they open, and pages together are the whole`(name: LedgerName)
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.handUp(Sample.wangXiulan)
        try await desk.help(Sample.liJianguo)
        try await desk.recognise(Sample.zhaoDefu)
        try await desk.employ(Sample.liJianguo)
        let found = try await desk.found(Sample.zhaoDefu)
        let office = try await desk.office()
        _ = try await office.endCase(
            found.id, version: found.version, reason: .waived, note: "", on: Sample.today,
            by: Sample.shalingWorker.actor)
        _ = try await office.needNoConsultation(
            in: Sample.nancai, reason: "无", on: Sample.today, by: Sample.nancaiClerk.actor)
        let actor = Sample.districtClerk.actor
        let whole = try await office.ledgerView(name, by: actor)
        #expect(whole.next == nil && whole.all == whole.lines.count)
        for tag in whole.ledger.tags {
            let part = try await office.ledgerView(name, LedgerFilter(tag: tag.key), by: actor)
            #expect(part.lines.count == whole.totals[tag] ?? 0, "\(tag.key)")
            #expect(part.count == part.lines.count && part.lines.allSatisfy { $0.tag == tag })
        }
        #expect(whole.lines.allSatisfy { $0.cells.count == whole.ledger.headings.count })
        var paged: [LedgerLine] = []
        var cursor: Cursor?
        repeat {
            let page = try await office.ledgerView(name, after: cursor, limit: 1, by: actor)
            paged += page.lines
            cursor = page.next
        } while cursor != nil
        #expect(paged == whole.lines)
        var exported: [LedgerLine] = []
        try await office.exportLedger(name, LedgerFilter(), by: actor) { exported += $0 }
        #expect(exported == whole.lines)
    }

    @Test(arguments: [LedgerName.service, .status, .register])
    func `L.05: numbers are masked, whole only with a purpose, which the audit keeps`(name: LedgerName)
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.recognise()
        let office = try await desk.office()
        let identity = try #require(Sample.wangXiulan.facts.identity)
        func exported(_ purpose: String?, by actor: Actor) async throws -> [LedgerCell] {
            var cells: [LedgerCell] = []
            try await office.exportLedger(name, LedgerFilter(), purpose: purpose, by: actor) { lines in
                cells += lines.flatMap(\.cells)
            }
            return cells
        }
        let masked = try await exported(nil, by: clerk)
        #expect(masked.contains(.text(identity.masked)) && !masked.contains(.text(identity.full)))
        await #expect(throws: Refusal.reasonMissing) { _ = try await exported("", by: clerk) }
        #expect(try await exported("上报核对", by: clerk).contains(.text(identity.full)))
        let audit = try await desk.store.audit(of: .unit(Sample.yangzhen), after: nil, limit: 10).rows
        #expect(audit.count { $0.note.action == .exported } == 2)
        #expect(
            audit.contains {
                $0.note.action == .unmasked && $0.note.detail == "ledger \(name.rawValue): 上报核对"
            })
        await #expect(throws: Refusal.notAllowed(.exportLedgers)) {
            _ = try await exported(nil, by: Sample.aide.actor)
        }
    }

    @Test(arguments: LedgerName.allCases)
    func `a town sees its own people, another none of them, a unit outside is refused`(name: LedgerName)
        async throws
    {
        let desk = try await CaseDesk.set()
        try await desk.help()
        #expect(try await view(name, desk, by: Sample.nancaiClerk.actor).lines.isEmpty)
        await #expect(throws: Refusal.notAllowed(.seeLedgers)) {
            _ = try await view(
                name, desk, LedgerFilter(unit: Sample.yangzhen), by: Sample.nancaiClerk.actor)
        }
    }
}
