// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import HTTPTypes
import PolicyFiles
import SamplePeople
import Seals
import StoreMemory
import Testing
import Web
import Wording

@Suite("Forms of step 02: 02.w1 02.w3 02.w4 02.r1 02.r5 L.02 L.03 L.10")
struct RecognitionFormTests {
    private let clerk = Sample.yangzhenClerk

    private func address(_ desk: OneCaseDesk, _ act: ProcedureAct) -> String {
        "/cases/\(desk.id.number)/acts/\(act.rawValue)"
    }

    /// Sends a form as the page has it.
    private func send(
        _ act: ProcedureAct, _ fields: KeyValuePairs<String, String>, in desk: OneCaseDesk,
        by account: Account
    ) async throws -> Answer {
        let client = try await desk.site.signedIn(as: account)
        let version = String(try await desk.found.version)
        let given = fields.map { ($0.key, $0.value) } + [("version", version), ("day", Sample.today.iso)]
        return try await client.post(address(desk, act), pairs: given)
    }

    private func received() async throws -> OneCaseDesk {
        let desk = try await OneCaseDesk()
        _ = try await desk.site.site.office().receiveRegistration(
            of: desk.id, version: desk.found.version, note: "", on: Sample.today, by: clerk.actor)
        return desk
    }

    @Test func `02.w3: the counter registers and issues without typing a number`() async throws {
        let desk = try await received()
        let enter = try await send(.enterRegister, ["kind": "unemployment"], in: desk, by: clerk)
        #expect(enter.status == 303)
        #expect(try await send(.issueCertificate, [:], in: desk, by: clerk).status == 303)
        let certificate = try await desk.found.recognition.certificate
        #expect(certificate.hasSuffix("-00001"))
        let replaced = try await send(.replaceCertificate, ["reason": "遗失"], in: desk, by: clerk)
        #expect(replaced.status == 303)
        #expect(try await desk.found.recognition.certificate.hasSuffix("-00002"))
        let wrong = try await send(.replaceCertificate, ["reason": ""], in: desk, by: clerk)
        #expect(wrong.status == 422)
    }

    @Test func `02.w1: the wrong register is refused with the reason and the right one`() async throws {
        let desk = try await received()
        let answer = try await send(.enterRegister, ["kind": "transfer"], in: desk, by: clerk)
        #expect(answer.status == 409 && answer.text.contains("按户籍性质应办理失业登记"))
    }

    @Test func `02.w4: the pack is ticked off with the signature, and less needs a word`() async throws {
        let desk = try await received()
        let page = try await desk.site.signedIn(as: clerk).get(address(desk, .inform))
        #expect(page.text.contains("本区促进就业政策汇编") && page.text.contains("checked"))
        let less = try await send(.inform, ["items": "0", "signed": "yes", "note": ""], in: desk, by: clerk)
        #expect(less.status == 422 && less.text.contains("请写明原因"))
        let told = try await send(
            .inform, ["items": "0", "signed": "yes", "note": "汇编发完了，下周补"], in: desk, by: clerk)
        #expect(told.status == 303)
        let history = try await desk.site.store.history(of: .assistanceCase(desk.id)).caseEvents
        #expect(
            history.last?.event
                == .recognition(
                    .informed(note: "汇编发完了，下周补", items: ["就业援助内容和联系人说明"], isSigned: true)))
    }

    @Test func `L.10: without a notice in force nothing is told, and the page says so`() async throws {
        let desk = try await received()
        let answer = try await send(.tellProcessing, ["signed": "yes"], in: desk, by: clerk)
        #expect(answer.status == 409 && answer.text.contains("告知书"))
    }

    @Test func `02.r5: a waiver without its scan says why`() async throws {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        let bare = try await send(.waive, ["reason": "自己找工作"], in: desk, by: clerk)
        #expect(bare.status == 422 && bare.text.contains("请附上签字的放弃书"))
        let told = try await send(
            .waive, ["reason": "自己找工作", "unscanned": "原件在3号柜"], in: desk, by: clerk)
        #expect(told.status == 303)
        #expect(try await desk.found.ended?.reason == .waived)
    }

    @Test func `L.02: a request is taken and answered by the district's page`() async throws {
        let desk = try await received()
        try await desk.site.site.office().goThroughPapers(of: desk.id, by: clerk)
        try await desk.act(.recognition(.accepted(note: "")), by: clerk)
        let refused = try await send(.refuse, ["reason": "在缴社保"], in: desk, by: clerk)
        #expect(refused.status == 303)
        try await desk.act(.recognition(.decisionReceived), by: clerk)
        let district = Sample.districtClerk
        let asked = try await send(.askReview, ["note": "亲戚代缴"], in: desk, by: district)
        #expect(asked.status == 303)
        let page = try await desk.site.signedIn(as: district).get(address(desk, .decideReview))
        #expect(page.text.contains("撤销原决定，由街（镇）重新作出"))
        #expect(try await desk.site.signedIn(as: clerk).get(address(desk, .decideReview)).status == 403)
        let decided = try await send(
            .decideReview, ["outcome": "anew", "words": "重新核实社保"], in: desk, by: district)
        #expect(decided.status == 303)
        #expect(try await desk.found.recognition.accepted == Sample.today)
        let told = try await send(.tellReview, ["note": "电话告知"], in: desk, by: district)
        #expect(told.status == 303)
    }

    @Test
    func `02.w3: an objection is settled before the notice ends, and the answer to a late one is clear`()
        async throws
    {
        let desk = try await OneCaseDesk()
        try await desk.recognise()
        let worker = Sample.shalingWorker
        try await desk.act(.recognition(.verifiedInVillage(finding: "属实")), by: worker)
        try await desk.act(.recognition(.noticePosted(place: "公开栏")), by: worker)
        let objected = try await send(
            .receiveObjection, ["words": "家里有货车", "by": "王大明"], in: desk, by: worker)
        #expect(objected.status == 303)
        let page = try await desk.site.signedIn(as: clerk).get(address(desk, .settleObjection))
        #expect(page.text.contains("王*明") && !page.text.contains("王大明"))
        let act = try #require(try await desk.found.recognition.notice?.open.first?.act)
        let settled = try await send(
            .settleObjection, ["objection": String(act.number), "upheld": "no", "words": "车是兄弟的"],
            in: desk, by: clerk)
        #expect(settled.status == 303)
        let early = try await send(.receiveReport, ["words": "有铺面"], in: desk, by: worker)
        #expect(early.status == 409)
    }

    /// The pack as it is shipped, over the sample's villages.
    private static func shipped() throws -> PolicyPack {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        return try PackFolder.read(root + "/Policy/shunyi")
    }

    @Test func `L.10: the version in force is told, recorded with the signature, and asked for until then`()
        async throws
    {
        let desk = try await OneCaseDesk(pack: try Self.shipped())
        let before = try await desk.page(as: clerk)
        #expect(before.text.contains("还没有告知个人信息处理事项"))
        let unsigned = try await send(.tellProcessing, ["signed": "no", "note": ""], in: desk, by: clerk)
        #expect(unsigned.status == 422)
        let told = try await send(.tellProcessing, ["signed": "yes", "note": "存档"], in: desk, by: clerk)
        #expect(told.status == 303)
        let kept = try #require(try await desk.found.recognition.processing)
        #expect(kept.version == "2026年第1版" && kept.isSigned && kept.on == Sample.today)
        #expect(try await !desk.page(as: clerk).text.contains("还没有告知个人信息处理事项"))
    }

    @Test func `02.r1 L.03: grounds come from the pack, and one must be chosen`() async throws {
        let desk = try await OneCaseDesk(pack: try Self.shipped())
        try await desk.act(
            .registrationReceived(note: ""), by: clerk)
        try await desk.site.site.office().goThroughPapers(of: desk.id, by: clerk)
        try await desk.act(.recognition(.accepted(note: "")), by: clerk)
        let bare = try await send(.refuse, ["reason": "名额满了"], in: desk, by: clerk)
        #expect(bare.status == 422 && bare.text.contains("请填写法定理由"))
        let made = try await send(.refuse, ["reason": "名额满了", "ground": "99"], in: desk, by: clerk)
        #expect(made.status == 422)
        let refused = try await send(
            .refuse, ["reason": "查到在缴社保", "ground": "2"], in: desk, by: clerk)
        #expect(refused.status == 303)
        let page = try await desk.page("?tab=history", as: clerk)
        #expect(page.text.contains("已经就业或者有稳定的经营收入；查到在缴社保"))
    }

    @Test func `L.03: what changed stands on the case until somebody has checked it`() async throws {
        let desk = try await OneCaseDesk(Sample.liJianguo)
        try await desk.recognise()
        let office = desk.site.site.office()
        let person = try #require(try await desk.site.store.person(Sample.liJianguo.id))
        var facts = person.facts
        facts.disability = nil
        _ = try await office.correctPerson(
            person.id, version: person.version, facts: facts, reason: "证件已注销", on: Sample.today,
            by: clerk.actor)
        #expect(try await office.raiseRechecks() == 1)
        #expect(try await desk.page(as: clerk).text.contains("发现情况有变化"))
        let checked = try await send(.recheck, ["holds": "yes", "note": "新证在办"], in: desk, by: clerk)
        #expect(checked.status == 303)
        #expect(try await !desk.page(as: clerk).text.contains("发现情况有变化"))
    }
}
