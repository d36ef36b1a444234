// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("调查轮次、未访原因与统计台账 · 01.r1 01.w3")
struct SurveyRoundTests {
    @Test func `everybody of the village stands in one of the three lists of 01.r1`() async throws {
        let desk = try await SurveyTestDesk()
        _ = try await desk.take(Sample.wangXiulan)
        let missing = try await desk.village.get("\(desk.roundAddress)?part=missing")
        let surveyed = try await desk.village.get("\(desk.roundAddress)?part=surveyed")
        #expect(!missing.text.contains("王秀兰") && missing.text.contains("李建国"))
        #expect(surveyed.text.contains("王秀兰") && !surveyed.text.contains("李建国"))
        #expect(surveyed.text.contains("更正"))
    }

    @Test(arguments: [
        ("away", "", 409), ("away", "2026-03-09", 303), ("away", "2026-03-01", 409), ("moved", "", 303),
        ("", "", 422),
    ])
    func `an excuse of 01.r1 has a reason, and a next try where one is expected`(
        reason: String, next: String, status: Int
    ) async throws {
        let desk = try await SurveyTestDesk()
        let answer = try await desk.village.post(
            "\(desk.roundAddress)/excuses",
            form: ["person": "2", "version": "1", "reason": reason, "day": "2026-03-02", "next": next])
        #expect(answer.status == status)
        let standing = try await desk.person(Sample.liJianguo).survey
        #expect((standing?.state == .excused) == (status == 303))
    }

    @Test func `the ledger of 01.w3 goes to the town, comes back with a reason, and is received`()
        async throws
    {
        let desk = try await SurveyTestDesk()
        let preview = try await desk.village.get("\(desk.roundAddress)/ledger")
        #expect(preview.text.contains("未访人数") && preview.text.contains("还有7人"))
        let version = try #require(preview.hidden("version"))
        let sent = try await desk.village.post(
            "\(desk.roundAddress)/ledger", form: ["version": version, "day": "2026-03-02"])
        #expect(sent.status == 303)

        let town = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let mute = try await town.post(
            "\(desk.roundAddress)/ledger/return", form: ["version": "2", "reason": ""])
        #expect(mute.status == 422)
        let back = try await town.post(
            "\(desk.roundAddress)/ledger/return", form: ["version": "2", "reason": "少了两户"])
        #expect(back.status == 303)
        #expect(try await desk.village.get(desk.roundAddress).text.contains("少了两户"))

        let again = try await desk.village.post(
            "\(desk.roundAddress)/ledger", form: ["version": "3", "day": "2026-03-02"])
        #expect(again.status == 303)
        let received = try await town.post("\(desk.roundAddress)/ledger/receipt", form: ["version": "4"])
        #expect(received.status == 303)
        #expect(try await desk.site.store.round(desk.round)?.submission?.received == Sample.today)
        let twice = try await town.post("\(desk.roundAddress)/ledger/receipt", form: ["version": "5"])
        #expect(twice.status == 409)
    }

    @Test func `a village neither receives its own ledger nor opens another's round`() async throws {
        let desk = try await SurveyTestDesk()
        #expect(try await desk.village.post("\(desk.roundAddress)/ledger/receipt").status == 403)
        let other = try await desk.site.signedIn(as: Sample.qianfengboWorker)
        #expect(try await other.get(desk.roundAddress).status == 403)
        #expect(try await other.get("\(desk.roundAddress)/sheets?person=1").status == 403)
    }

    @Test func `the overview counts what each sees and tells the last day of 01.r1`() async throws {
        let desk = try await SurveyTestDesk()
        let village = try await desk.village.get("/survey")
        #expect(village.text.contains("沙岭村") && !village.text.contains("红寺村"))
        let town = try await desk.site.signedIn(as: Sample.yangzhenClerk)
        let both = try await town.get("/survey")
        #expect(both.text.contains("沙岭村") && both.text.contains("红寺村") && !both.text.contains("前俸伯村"))
        #expect(both.text.contains("2026-04-02"))
        let district = try await desk.site.signedIn(as: Sample.districtClerk)
        #expect(try await district.get("/survey").text.contains("南彩镇"))
    }

    @Test func `a year is opened once, and only by the district`() async throws {
        let desk = try await SurveyTestDesk()
        #expect(try await desk.village.get("/survey/rounds").status == 403)
        let district = try await desk.site.signedIn(as: Sample.districtClerk)
        let form = ["year": "2026", "day": "2026-03-02", "sure": "1"].map { ($0.key, $0.value) }
        #expect(try await district.post("/survey/rounds", pairs: form).status == 409)
        let unsure = try await district.post("/survey/rounds", form: ["year": "2027", "day": "2026-03-02"])
        #expect(unsure.status == 422)
    }

    @Test func `questionnaires print blank, and with the roll's facts on the audit`() async throws {
        let desk = try await SurveyTestDesk()
        let blank = try await desk.village.get("/survey/paper/blank")
        #expect(blank.text.contains("□") && !blank.text.contains("☑") && blank.text.contains("调查员签名"))
        let filled = try await desk.village.get("/survey/paper/1")
        #expect(filled.text.contains("☑") && filled.text.contains("王秀兰"))
        let audit = try await desk.site.store.audit(of: .person(PersonID(1)), after: nil, limit: 10)
        #expect(audit.rows.contains { $0.note.action == .printed })
    }
}
