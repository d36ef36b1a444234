// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web

/// A site with one case, and its acts done as the offices do them, without pages.
struct OneCaseDesk {
    let site: TestSite
    let id: CaseID

    /// 王秀兰 listed in 沙岭村.
    init(_ member: CastMember = Sample.wangXiulan, pack: PolicyPack = Sample.pack) async throws {
        site = try await TestSite(pack: pack)
        let office = site.site.office()
        let person = try #require(try await site.store.person(member.id))
        let proposal = try await office.proposal(for: person, on: Sample.today)
        _ = try await office.confirmHardship(
            of: member.id, version: person.version,
            decision: HardshipDecision(
                taken: Dictionary(proposal.district.map { ($0.category, "") }, uniquingKeysWith: { $1 }),
                isAbleAndWilling: true, visitClass: .four, classReason: "走访时了解的情况"),
            on: Sample.today, by: Sample.shalingWorker.actor)
        id = try #require(try await site.store.newestCase(of: member.id)).id
    }

    var found: AssistanceCase {
        get async throws { try #require(try await site.store.assistanceCase(id)) }
    }

    func act(_ event: CaseEvent, by account: Account) async throws {
        _ = try await site.site.office().act(
            event, in: id, version: found.version, on: Sample.today, by: account.actor)
    }

    /// Registered, recognised, and in the hands of an aide who has spoken with her.
    func recognise() async throws {
        _ = try await site.site.office().receiveRegistration(
            of: id, version: found.version, note: "", on: Sample.today, by: Sample.yangzhenClerk.actor)
        try await site.site.office().goThroughPapers(of: id, by: Sample.yangzhenClerk)
        try await act(.recognition(.accepted(note: "")), by: Sample.yangzhenClerk)
        try await act(.recognition(.recognised(number: "RD-1", note: "")), by: Sample.yangzhenClerk)
        _ = try await site.site.office().assign(
            Sample.aide.id, at: .village, in: id, version: found.version, on: Sample.today,
            by: Sample.shalingWorker.actor)
        try await contact("说明了援助内容", mood: .steady)
    }

    func contact(_ words: String, mood: Mood?) async throws {
        let contact = Contact(
            level: .village, means: .telephone, words: words, view: "想找近处的活", mood: mood)
        try await act(.aid(.contacted(contact)), by: Sample.aide)
    }

    /// A recommendation that ends without a job.
    func fail(at employer: String, _ code: OutcomeCode = .postGone) async throws {
        let vacancy = VacancyNote(
            employer: employer, post: "保洁员", place: "杨镇", pay: "3000元", requirements: "")
        try await act(
            .aid(
                .recommended(
                    Recommendation(
                        level: .village, vacancy: vacancy, confirmed: Sample.today, confirmedBy: "电话"))),
            by: Sample.aide)
        let open = try #require(try await found.care.openRecommendations.last)
        try await act(
            .aid(.recommendationEnded(of: open.act, RecommendationOutcome(level: .village, code: code))),
            by: Sample.aide)
    }

    /// Handed up and received by the town, with its specialist as the interim helper.
    func handUp() async throws {
        for employer in ["甲公司", "乙公司", "丙公司"] { try await fail(at: employer) }
        let handUp = HandUp(
            from: .village, to: .town, cause: .threeFailures, reason: "三次都没有成功",
            through: ActID(try await found.version))
        try await act(.handover(.handedUp(handUp)), by: Sample.aide)
        _ = try await site.site.office().receive(
            id, version: found.version, at: .town, interim: Sample.specialist.id, on: Sample.today,
            by: Sample.yangzhenClerk.actor)
    }

    /// The town consulted and appointed the specialist, who has spoken with her.
    func meet() async throws {
        let opinion = Opinion(attendants: "韩雪梅、唐文静", words: "先做指导", decision: "由唐文静援助")
        try await act(.handover(.consulted(opinion)), by: Sample.yangzhenClerk)
        _ = try await site.site.office().assign(
            Sample.specialist.id, at: .town, in: id, version: found.version, on: Sample.today,
            by: Sample.yangzhenClerk.actor)
        let contact = Contact(
            level: .town, means: .atOffice, words: "谈了方案", view: "愿意", mood: .steady)
        try await act(.aid(.contacted(contact)), by: Sample.specialist)
    }

    /// The page, or one of its tabs, as somebody sees it.
    func page(_ query: String = "", as account: Account) async throws -> Answer {
        try await site.signedIn(as: account).get("/cases/\(id.number)\(query)")
    }
}
