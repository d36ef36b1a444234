// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Confirming hardship and visit class: 01.w3, 01.w4, L.11")
struct HardshipTests {
    @Test(arguments: [
        (Sample.wangXiulan, [HardshipCategory.ageBand, .longUnemployed], VisitClass.two),
        (Sample.liJianguo, [.disabled, .ageBand], .two),
        (Sample.sunGuifang, [.ageBand, .zeroEmployment], .four),
        (Sample.zhaoXiaopeng, [.graduate, .zeroEmployment], .four),
        (Sample.chenJing, [.longUnemployed], .one),
        (Sample.liuYumei, [.ageBand, .farmingOnly], .three),
        (Sample.ayiguli, [.allowance, .zeroEmployment], .four),
    ])
    func `01.w3: the cast is proposed for what it is in the cast for`(
        member: CastMember, categories: [HardshipCategory], visitClass: VisitClass
    ) async throws {
        let stage = try await Stage.set()
        let proposal = try await stage.office().proposal(
            for: stage.person(member), on: Sample.today)
        #expect(Set(proposal.district.map(\.category)).isSuperset(of: categories))
        #expect(proposal.visitClass.proposed == visitClass)
    }

    @Test func `L.11: a proposal lists nobody until a person confirms it`() async throws {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        try await stage.survey(Sample.wangXiulan, in: round)
        #expect(try await stage.store.newestCase(of: Sample.wangXiulan.id) == nil)
        let found = try await stage.list(Sample.wangXiulan)
        #expect(found.isLive)
        #expect(found.categories.contains(.ageBand))
        let entry = try #require(
            try await stage.store.history(of: .assistanceCase(found.id)).first)
        #expect(entry.by == Sample.shalingWorker.id)
    }

    @Test func `L.11: what differs from the proposal needs a reason, each category and the class`()
        async throws
    {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let person = try await stage.person(Sample.wangXiulan)
        let proposal = try await office.proposal(for: person, on: Sample.today)
        let whole = HardshipDecision(taking: proposal, as: .two)
        func confirm(_ change: (inout HardshipDecision) -> Void) async throws {
            var decision = whole
            change(&decision)
            _ = try await office.confirmHardship(
                of: person.id, version: 1, decision: decision, on: Sample.today,
                by: Sample.shalingWorker.actor)
        }
        await #expect(throws: Refusal.differsWithoutReason) {
            try await confirm { $0.taken[.longUnemployed] = nil }
        }
        await #expect(throws: Refusal.differsWithoutReason) {
            try await confirm { $0.taken[.allowance] = "" }
        }
        await #expect(throws: Refusal.differsWithoutReason) { try await confirm { $0.visitClass = .four } }
        await #expect(throws: Refusal.noCategory) { try await confirm { $0.taken = [:] } }
        #expect(try await stage.store.newestCase(of: person.id) == nil)
        try await confirm {
            $0.taken[.longUnemployed] = nil
            $0.declined[.longUnemployed] = "其间打过零工"
            $0.taken[.allowance] = "低保证已核对"
            $0.visitClass = .four
            $0.classReason = "十分急迫"
        }
        let found = try await stage.liveCase(Sample.wangXiulan)
        #expect(found.categories == [.allowance, .ageBand, .zeroEmployment])
        #expect(found.listing.declined.map(\.reason) == ["其间打过零工"])
        #expect(found.visitClass == .four)
    }

    @Test(
        arguments: [
            (HardshipCategory.militaryFamily, "", nil, "", false),
            (.militaryFamily, "随军证明", nil, "", true),
            (.landTaken, "转非协议", nil, "", false), (.landTaken, "转非协议", "2020-05-01", "", true),
            (.other, "申请", nil, "", false), (.other, "申请", nil, "独自抚养两个孩子", true),
        ] as [(HardshipCategory, String, String?, String, Bool)])
    func `01.w3: a declared category stands on its proof, with the date or reason it asks for`(
        category: HardshipCategory, proof: String, since: String?, reason: String, isTaken: Bool
    ) async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let person = try await stage.person(Sample.fengTing)
        let declaration = Declaration(
            category: category, proof: proof, since: try since.map(day), reason: reason)
        var after = person
        after.declarations = [declaration]
        let proposal = try await office.proposal(for: after, on: Sample.today)
        var decision = HardshipDecision(taking: proposal, as: .two)
        decision.taken[category] = ""
        decision.proofs = [category: declaration]
        let confirm = {
            try await office.confirmHardship(
                of: person.id, version: 1, decision: decision, on: Sample.today,
                by: Sample.taipingWorker.actor)
        }
        if isTaken {
            _ = try await confirm()
            #expect(try await stage.liveCase(Sample.fengTing).categories.contains(category))
            #expect(try await stage.person(Sample.fengTing).declarations == [declaration])
        } else {
            await #expect(throws: Refusal.proofMissing(category)) { _ = try await confirm() }
        }
    }

    @Test func `a declared category without any proof is refused even with a reason`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let person = try await stage.person(Sample.fengTing)
        var decision = HardshipDecision(
            taking: try await office.proposal(for: person, on: Sample.today), as: .two)
        decision.taken[.greenPost] = "听说的"
        await #expect(throws: Refusal.proofMissing(.greenPost)) {
            _ = try await office.confirmHardship(
                of: person.id, version: 1, decision: decision, on: Sample.today,
                by: Sample.taipingWorker.actor)
        }
    }

    @Test func `00.age: nobody outside the working age is listed`() async throws {
        let stage = try await Stage.set()
        for member in [Sample.zhengGuodong, Sample.mengXiaoxue] {
            let office = try await stage.office()
            let decision = HardshipDecision(
                taken: [.allowance: "低保"], isAbleAndWilling: true, visitClass: .two, classReason: "家访")
            let worker = member.village == Sample.shaling ? Sample.shalingWorker : Sample.taipingWorker
            await #expect(throws: Refusal.outsideWorkingAge) {
                _ = try await office.confirmHardship(
                    of: member.id, version: 1, decision: decision, on: Sample.today, by: worker.actor)
            }
        }
    }

    @Test func `01.w3: a person has one live case, which a new decision changes`() async throws {
        let stage = try await Stage.set()
        let first = try await stage.list(Sample.wangXiulan)
        await #expect(throws: Refusal.nothingChanged) { try await stage.list(Sample.wangXiulan) }
        let second = try await stage.list(Sample.wangXiulan, as: .three)
        #expect(second.id == first.id)
        #expect(second.visitClass == .three)
        #expect(second.version == first.version + 1)
    }

    @Test func `a stale page loses, and two cases of one person never stand side by side`() async throws {
        let stage = try await Stage.set()
        let office = try await stage.office()
        let person = try await stage.person(Sample.wangXiulan)
        let decision = HardshipDecision(
            taking: try await office.proposal(for: person, on: Sample.today), as: .two)
        await #expect(throws: StoreFailure.conflict(.person(person.id))) {
            _ = try await office.confirmHardship(
                of: person.id, version: 0, decision: decision, on: Sample.today,
                by: Sample.shalingWorker.actor)
        }
        let found = try await stage.list(Sample.wangXiulan)
        var twin = Change(by: .system, recorded: office.now, answer: .person(person.id))
        let other = CaseID(found.id.number + 1)
        twin.append(
            .assistanceCase(.listed(person: person.id, village: Sample.shaling, found.listing)),
            to: .assistanceCase(other), after: 0, on: Sample.today)
        twin.states = [
            .assistanceCase(
                AssistanceCase(
                    listing: found.listing, person: person.id, village: Sample.shaling, id: other))
        ]
        await #expect(throws: StoreFailure.conflict(.person(person.id))) {
            _ = try await stage.store.commit(twin)
        }
    }
}
