// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("会议: 06.w1, 06.r2, 07.w1, 11.w1, 11.r1, 11.c, 12.w1, 12.r1")
struct MeetingTests {
    private func form(
        _ kind: MeetingKind, _ unit: UnitID, _ more: [(String, String)] = []
    ) -> [(String, String)] {
        [
            ("kind", kind.rawValue), ("unit", String(unit.number)), ("day", "2026-03-02"),
            ("place", "镇政府二楼会议室"), ("chair", "韩雪梅"), ("attendants", "韩雪梅、唐文静、宋佳"),
        ] + more
    }

    /// What the form sends for a case that is on the agenda.
    private func item(
        _ id: CaseID, _ page: Answer, words: String = "适合做家政", decision: String = "先培训再推荐",
        appoint: Account? = nil
    ) throws -> [(String, String)] {
        let number = id.number
        return [
            ("on-\(number)", "1"), ("version-\(number)", try #require(page.hidden("version-\(number)"))),
            ("words-\(number)", words), ("decision-\(number)", decision),
            ("appoint-\(number)", appoint.map { String($0.id.number) } ?? ""),
        ]
    }

    private func meetings(_ desk: CaseTestDesk, _ unit: UnitID) async throws -> [MeetingEntry] {
        try await desk.office.meetingBook(of: unit, by: Sample.supervisor.actor).entries
    }

    @Test func `06.r2: the agenda makes itself from the open cases and says why each is on it`() async throws
    {
        let desk = try await CaseTestDesk()
        let id = try await desk.atTown(Sample.wangXiulan)
        _ = try await desk.atTownsDoor(Sample.liJianguo)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let page = try await clerk.get("/meetings/new?kind=consultation").text
        #expect(page.contains("议程（1人）"))
        #expect(page.contains("王秀兰（沙岭村）"))
        #expect(page.contains("未确定就业助理专员"))
        #expect(page.contains("未制定个性化"))
        #expect(page.contains("name=\"on-\(id.number)\" value=\"1\" id=\"f-on-\(id.number)\" checked"))
        // Whoever was not received yet cannot be spoken of.
        #expect(page.contains("还有1人上交后没有接收"))
        #expect(!page.contains("李建国"))
        let paper = try await clerk.get("/meetings/agenda?kind=consultation").text
        #expect(paper.contains("杨镇会商议程"))
        #expect(paper.contains("王秀兰"))
    }

    @Test func `03.w1: who can be appointed stands by the number of cases, fewest first`() async throws {
        let desk = try await CaseTestDesk()
        _ = try await desk.atTown(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let page = try await clerk.get("/meetings/new?kind=consultation").text
        let free = try #require(page.range(of: "唐文静（现负责0人）"))
        let busy = try #require(page.range(of: "韩雪梅（现负责1人）"))
        #expect(free.lowerBound < busy.lowerBound)
    }

    @Test func `07.w1: one save records the consultation, the opinion of each case and the specialist`()
        async throws
    {
        let desk = try await CaseTestDesk()
        let id = try await desk.atTown(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let page = try await clerk.get("/meetings/new?kind=consultation")
        let sent =
            form(.consultation, Sample.yangzhen) + (try item(id, page, appoint: Sample.specialist))
            + [("once", "pressed-twice")]
        let answer = try await clerk.post("/meetings", pairs: sent)
        #expect(answer.status == 303)
        let again = try await clerk.post("/meetings", pairs: sent)
        #expect(again.status == 303)
        let found = try await desk.found(id)
        #expect(found.helper?.account == Sample.specialist.id)
        #expect(found.helper?.isInterim == false)
        #expect(found.care.consulted != nil)
        let entries = try await meetings(desk, Sample.yangzhen)
        #expect(entries.count == 1)
        guard case .met(let minutes) = try #require(entries.first).record else {
            Issue.record("no minutes")
            return
        }
        #expect(minutes.items.map(\.appointed) == ["唐文静"])
        let entry = try #require(entries.first)
        let address = "/meetings/\(Sample.yangzhen.number)/\(entry.id.number)"
        let shown = try await clerk.get(address).text
        for words in ["王秀兰", "适合做家政", "先培训再推荐", "唐文静", "韩雪梅、唐文静、宋佳"] {
            #expect(shown.contains(words), "\(words)")
        }
        let paper = try await clerk.get("\(address)/paper").text
        #expect(paper.contains("杨镇就业援助会商纪要"))
        #expect(paper.contains("记录人："))
        #expect(shown.contains("\(address)/minutes.pdf"))
        if PaperPageTests.canSet {
            let pdf = try await clerk.get("\(address)/minutes.pdf")
            #expect(pdf.status == 200 && pdf.bytes.starts(with: Array("%PDF".utf8)))
        }
    }

    @Test func `06.w1: no meeting without attendants, and what was typed stays`() async throws {
        let desk = try await CaseTestDesk()
        let id = try await desk.atTown(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let page = try await clerk.get("/meetings/new?kind=consultation")
        var sent = form(.consultation, Sample.yangzhen) + (try item(id, page))
        sent.removeAll { $0.0 == "attendants" }
        let answer = try await clerk.post("/meetings", pairs: sent)
        #expect(answer.status == 422)
        #expect(answer.text.contains("请填写参加人员"))
        #expect(answer.text.contains("先培训再推荐"))
        #expect(try await meetings(desk, Sample.yangzhen).isEmpty)
        // A case on the agenda about which nothing is said is named, too.
        let mute = try await clerk.post(
            "/meetings",
            pairs: form(.consultation, Sample.yangzhen) + (try item(id, page, words: "", decision: "")))
        #expect(mute.status == 422)
        #expect(mute.text.contains("已勾选上会，请填写意见或决定"))
    }

    @Test func `06.w1: a case that somebody else changed is named, and nothing of the meeting is kept`()
        async throws
    {
        let desk = try await CaseTestDesk()
        let first = try await desk.atTown(Sample.wangXiulan)
        let second = try await desk.atTown(Sample.liJianguo)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let page = try await clerk.get("/meetings/new?kind=consultation")
        try await desk.act(.aid(.contacted(.spoken(at: .town))), in: second, by: Sample.yangzhenClerk)
        let answer = try await clerk.post(
            "/meetings",
            pairs: form(.consultation, Sample.yangzhen) + (try item(first, page)) + (try item(second, page)))
        #expect(answer.status == 409)
        #expect(answer.text.contains("更新了李建国的援助记录"))
        #expect(try await desk.found(first).care.consulted == nil)
        #expect(try await meetings(desk, Sample.yangzhen).isEmpty)
        // The page now shows the new versions: sent again, it is taken.
        let again = try await clerk.post(
            "/meetings",
            pairs: form(.consultation, Sample.yangzhen) + (try item(first, answer))
                + (try item(second, answer)))
        #expect(again.status == 303)
    }

    @Test func `07.w1: a refusal says which case it is about`() async throws {
        let desk = try await CaseTestDesk()
        let id = try await desk.atTown(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let page = try await clerk.get("/meetings/new?kind=consultation")
        var sent = form(.consultation, Sample.yangzhen) + (try item(id, page))
        sent[2] = ("day", "2026-02-27")
        let answer = try await clerk.post("/meetings", pairs: sent)
        #expect(answer.status == 409)
        #expect(answer.text.contains("王秀兰：日期2026-02-27早于前一步"))
    }

    @Test func `06.r2: with open cases a week is not recorded as without need, without any it is`()
        async throws
    {
        let desk = try await CaseTestDesk()
        _ = try await desk.atTown(Sample.wangXiulan)
        let sent: KeyValuePairs = ["day": "2026-03-02", "reason": "没有上交的援助对象"]
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let refused = try await clerk.post("/meetings/not-needed", form: sent)
        #expect(refused.status == 409)
        #expect(try await meetings(desk, Sample.yangzhen).isEmpty)
        let other = try await desk.site.signedIn(as: Sample.nancaiClerk)
        #expect(try await other.post("/meetings/not-needed", form: sent).status == 303)
        #expect(try await other.get("/meetings").text.contains("没有上交的援助对象"))
    }

    @Test func `spec/flow.md rule 4: a meeting is called for one case`() async throws {
        let desk = try await CaseTestDesk()
        let id = try await desk.atTown(Sample.wangXiulan)
        let other = try await desk.atTown(Sample.liJianguo)
        let clerk = try await desk.site.signedIn(as: .townClerk)
        #expect(try await clerk.get("/cases/\(id.number)").text.contains("kind=consultation&amp;unit="))
        let page = try await clerk.get("/meetings/new?kind=consultation&case=\(id.number)").text
        #expect(page.contains("id=\"f-on-\(id.number)\" checked"))
        #expect(!page.contains("id=\"f-on-\(other.number)\" checked"))
        #expect(page.contains("其他在援对象（1人）"))
    }

    @Test func `11.w1, 11.r1, 12.r1: the panel sees the file, settles the way and names the expert`()
        async throws
    {
        let desk = try await CaseTestDesk()
        let id = try await desk.atDistrict(Sample.wangXiulan)
        let clerk = try await desk.site.signedIn(as: .districtClerk)
        let page = try await clerk.get("/meetings/new?kind=panel")
        #expect(page.text.contains("未会诊"))
        let mute = try await clerk.post(
            "/meetings", pairs: form(.panel, Sample.district) + (try item(id, page, decision: "")))
        #expect(mute.status == 422)
        #expect(mute.text.contains("请填写会诊决定"))
        let answer = try await clerk.post(
            "/meetings",
            pairs: form(.panel, Sample.district) + (try item(id, page, appoint: Sample.expert)))
        #expect(answer.status == 303)
        let found = try await desk.found(id)
        #expect(found.care.panel != nil)
        #expect(found.helper?.account == Sample.expert.id)
        // 12.w1: one expert; the next agenda no longer asks for one.
        let next = try await clerk.get("/meetings/new?kind=panel").text
        #expect(!next.contains("未会诊"))
        #expect(!next.contains("未确定就业服务专家"))
    }

    @Test func `11.c: the joint meeting keeps what employers reported and what was settled`() async throws {
        let desk = try await CaseTestDesk()
        let clerk = try await desk.site.signedIn(as: .districtClerk)
        #expect(try await clerk.get("/meetings/new?kind=joint").status == 200)
        let answer = try await clerk.post(
            "/meetings",
            pairs: form(
                .joint, Sample.district,
                [("words", "通报一季度用工"), ("vacancies", "顺鑫公司包装工20人"), ("resolution", "每月报送岗位")]))
        #expect(answer.status == 303)
        let entry = try #require(try await meetings(desk, Sample.district).first)
        let page = try await clerk.get("/meetings/\(Sample.district.number)/\(entry.id.number)").text
        #expect(page.contains("顺鑫公司包装工20人"))
        #expect(page.contains("每月报送岗位"))
    }

    @Test func `16.w2: the month's contributions are looked at by the town`() async throws {
        let desk = try await CaseTestDesk()
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let answer = try await clerk.post(
            "/meetings/contributions",
            form: ["day": "2026-03-02", "month": "2026-02", "note": "核查12人，均无连续缴费"])
        #expect(answer.status == 303)
        #expect(try await clerk.get("/meetings").text.contains("核查12人，均无连续缴费"))
        let specialist = try await desk.site.signedIn(as: .specialist)
        #expect(try await specialist.get("/meetings/contributions").status == 403)
    }

    @Test
    func `00.levels: who helps in the town reads the minutes, other towns do not, nobody else convenes`()
        async throws
    {
        let desk = try await CaseTestDesk()
        let clerk = try await desk.site.signedIn(as: .townClerk)
        let answer = try await clerk.post(
            "/meetings", pairs: form(.consultation, Sample.yangzhen, [("words", "学习政策")]))
        #expect(answer.status == 303)
        let entry = try #require(try await meetings(desk, Sample.yangzhen).first)
        let address = "/meetings/\(Sample.yangzhen.number)/\(entry.id.number)"
        let specialist = try await desk.site.signedIn(as: .specialist)
        #expect(try await specialist.get(address).status == 200)
        #expect(try await specialist.get("/meetings/new?kind=consultation").status == 403)
        let other = try await desk.site.signedIn(as: Sample.nancaiClerk)
        #expect(try await other.get(address).status == 403)
        let forged = try await other.post(
            "/meetings", pairs: form(.consultation, Sample.yangzhen, [("words", "学习政策")]))
        #expect(forged.status == 403)
    }
}
