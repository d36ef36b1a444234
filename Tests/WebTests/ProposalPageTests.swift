// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("推荐建议 on the web: 05.w2 10.w3 14.w3 14.r1 L.11")
struct ProposalPageTests {
    /// 王秀兰 in an aide's hands, and one post that fits.
    private func set() async throws -> (desk: OneCaseDesk, post: VacancyID) {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        let office = desk.site.site.office()
        let clerk = Sample.yangzhenClerk.actor
        let employer = try await office.registerEmployer(
            EmployerFacts(name: "测试物业", withoutCode: "家庭雇主"), on: Sample.today, by: clerk)
        let receipt = try await office.postVacancy(
            VacancyFacts(
                post: "楼道保洁", occupation: "保洁员", headcount: 2, pay: Pay(from: 3500, through: 4000),
                place: WorkPlace(unit: Sample.yangzhen), validThrough: Sample.today.adding(days: 30)),
            of: EmployerID(employer.subject.number), verified: Verification(confirmedBy: "张经理"),
            on: Sample.today, isConfirmed: true, by: clerk)
        return (desk, VacancyID(receipt.subject.number))
    }

    @Test func `14.w3: the district starts a batch, the aide finds it on the list`() async throws {
        let (desk, post) = try await set()
        let aide = try await desk.site.signedIn(as: Sample.aide)
        #expect(try await aide.get("/proposals").text.contains("还没有做过批量匹配"))
        #expect(try await aide.get("/matching").status == 403)
        #expect(try await aide.post("/matching", form: ["round": "recommend"]).status == 403)
        let clerk = try await desk.site.signedIn(as: Sample.districtClerk)
        #expect(try await clerk.post("/matching", form: ["round": "other"]).status == 400)
        #expect(try await clerk.post("/matching", form: ["round": "recommend"]).status == 303)
        let report = try await clerk.get("/matching").text
        #expect(report.contains("1人参加，为1人提出了建议") && report.contains("方案经过验算"))
        let list = try await aide.get("/proposals").text
        #expect(list.contains("有建议（1）") && list.contains("未安排（0）"))
        #expect(list.contains("/cases/\(desk.id.number)/acts/recommend?vacancy=\(post.number)"))
        #expect(list.contains("满分260") && list.contains("测试物业"))
        #expect(try await aide.get("/cases/\(desk.id.number)/openings").text.contains("匹配建议"))
        let other = try await desk.site.signedIn(as: Sample.nancaiClerk)
        #expect(try await other.get("/proposals").text.contains("没有待处理的推荐建议"))
        #expect(
            try await other.get("/proposals?unit=\(Sample.yangzhen.number)").text.contains("楼道保洁") == false)
    }

    @Test func `L.11: a proposal is put aside with a reason, once and for all`() async throws {
        let (desk, post) = try await set()
        let clerk = try await desk.site.signedIn(as: Sample.districtClerk)
        _ = try await clerk.post("/matching", form: ["round": "recommend"])
        let aide = try await desk.site.signedIn(as: Sample.aide)
        let form = "/cases/\(desk.id.number)/set-aside"
        #expect(try await aide.get("\(form)?vacancy=\(post.number)").text.contains("上下班不方便"))
        #expect(try await aide.get("\(form)?vacancy=99").status == 404)
        let vacancy = String(post.number)
        #expect(try await aide.post(form, form: ["vacancy": vacancy]).status == 422)
        let other = try await desk.site.signedIn(as: Sample.nancaiClerk)
        #expect(try await other.post(form, form: ["vacancy": vacancy, "reason": "way"]).status == 403)
        #expect(try await aide.post(form, form: ["vacancy": vacancy, "reason": "way"]).status == 303)
        #expect(try await aide.get("/proposals").text.contains("没有待处理的推荐建议"))
        _ = try await clerk.post("/matching", form: ["round": "recommend"])
        #expect(try await aide.get("/proposals?part=unserved").text.contains("没有条件合适的岗位") == false)
        #expect(try await aide.get("/proposals").text.contains("没有待处理的推荐建议"))
    }

    @Test func `14.r1: a trial is answered on its page, and each fault beside its field`() async throws {
        let (desk, post) = try await set()
        let clerk = try await desk.site.signedIn(as: Sample.districtClerk)
        #expect(try await clerk.get("/matching/trial").text.contains("取得证书"))
        let page = try await clerk.post(
            "/matching/trial", form: ["kind": "posts", "vacancy": String(post.number), "more": "3"])
        #expect(page.status == 200 && page.text.contains("“楼道保洁”多招3人：得到岗位建议的人不会增加。"))
        let wrong = try await clerk.post(
            "/matching/trial", form: ["kind": "posts", "vacancy": "99", "more": "0"])
        #expect(wrong.status == 422 && wrong.text.contains("增加人数应在1到500之间"))
        let same = try await clerk.post(
            "/matching/trial",
            form: [
                "kind": "shuttle", "from": String(Sample.nancai.number), "to": String(Sample.nancai.number),
                "minutes": "20",
            ])
        #expect(same.status == 422 && same.text.contains("起点和终点不能相同"))
        let learnt = try await clerk.post(
            "/matching/trial", form: ["kind": "certificates", "trade": "保洁员", "people": "5"])
        #expect(learnt.status == 200 && learnt.text.contains("5人取得保洁员证书"))
    }
}
