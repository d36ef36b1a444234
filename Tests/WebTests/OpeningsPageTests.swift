// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("找岗位 on the web: 05.w1 05.w2 05.r2 14.r1")
struct OpeningsPageTests {
    /// 王秀兰 in an aide's hands, one post that fits and one that asks for a certificate.
    private func set() async throws -> (desk: OneCaseDesk, fits: VacancyID, asks: VacancyID) {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        let office = desk.site.site.office()
        let clerk = Sample.yangzhenClerk.actor
        let employer = try await office.registerEmployer(
            EmployerFacts(name: "测试物业", withoutCode: "家庭雇主"), on: Sample.today, by: clerk)
        func post(_ name: String, _ requirements: [Requirement]) async throws -> VacancyID {
            let receipt = try await office.postVacancy(
                VacancyFacts(
                    post: name, occupation: "保洁员", headcount: 2, pay: Pay(from: 3500, through: 4000),
                    place: WorkPlace(unit: Sample.yangzhen), requirements: requirements,
                    validThrough: Sample.today.adding(days: 30)),
                of: EmployerID(employer.subject.number), verified: Verification(confirmedBy: "张经理"),
                on: Sample.today, isConfirmed: true, by: clerk)
            return VacancyID(receipt.subject.number)
        }
        return (
            desk, try await post("楼道保洁", []),
            try await post("值班电工", [Requirement(.certificate("电工证"))])
        )
    }

    @Test func `05.w2 05.r2: the list shows score, parts and every limit with both facts`() async throws {
        let (desk, fits, _) = try await set()
        let aide = try await desk.site.signedIn(as: Sample.aide)
        #expect(try await aide.get("/cases/\(desk.id.number)").text.contains("/openings"))
        let page = try await aide.get("/cases/\(desk.id.number)/openings")
        #expect(page.text.contains("楼道保洁") && page.text.contains("测试物业"))
        #expect(page.text.contains("acts/recommend?vacancy=\(fits.number)"))
        #expect(page.text.contains("满分260") && page.text.contains("不符合条件的岗位（1个）"))
        #expect(page.text.contains("证书：本人") && page.text.contains("岗位要求电工证"))
        let other = try await desk.site.signedIn(as: Sample.nancaiClerk)
        #expect(try await other.get("/cases/\(desk.id.number)/openings").status == 403)
    }

    @Test func `05.w1 14.r1: a wish is told on its form, and says what it costs`() async throws {
        let (desk, _, _) = try await set()
        let aide = try await desk.site.signedIn(as: Sample.aide)
        let form = [
            ("version", String(try await desk.found.version)), ("day", Sample.today.iso),
            ("occupations", "保洁员"), ("occupation", "看门、绿化"), ("pay", "4500"), ("mode", "bicycle"),
            ("minutes", "40"), ("shifts", "day"), ("drives", "no"),
        ]
        let act = "/cases/\(desk.id.number)/acts/note-wish"
        let wrong = form.map { $0.0 == "pay" ? ("pay", "4千五") : $0 }
        #expect(try await aide.post(act, pairs: wrong).status == 422)
        #expect(try await aide.post(act, pairs: form).status == 303)
        let wish = try #require(try await desk.found.care.wish)
        #expect(wish.occupations == ["保洁员", "看门", "绿化"] && wish.pay == 4500 && wish.licence?.isEmpty == true)
        let page = try await aide.get("/cases/\(desk.id.number)/openings")
        #expect(page.text.contains("降低待遇要求") && page.text.contains("可多出1个岗位，招2人"))
        #expect(page.text.contains("月薪不低于4500元"))
    }

    @Test func `05.r2: recommended over a limit only with a reason, which the history tells`() async throws {
        let (desk, _, asks) = try await set()
        let aide = try await desk.site.signedIn(as: Sample.aide)
        let act = "/cases/\(desk.id.number)/acts/recommend"
        #expect(try await aide.get(act + "?vacancy=\(asks.number)").text.contains("条件不符仍要推荐的理由"))
        var form = [
            ("version", String(try await desk.found.version)), ("day", Sample.today.iso),
            ("vacancy", String(asks.number)), ("confirmed", Sample.today.iso), ("confirmedBy", "张经理"),
        ]
        let refused = try await aide.post(act, pairs: form)
        #expect(refused.status == 409 && refused.text.contains("证书") && refused.text.contains("请写明理由"))
        form.append(("overriding", "单位愿意带着考证"))
        #expect(try await aide.post(act, pairs: form).status == 303)
        let page = try await aide.get("/cases/\(desk.id.number)?tab=history")
        #expect(page.text.contains("单位愿意带着考证"))
    }
}
