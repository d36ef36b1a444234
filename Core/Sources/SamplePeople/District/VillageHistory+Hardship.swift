// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreMemory

/// Proposals, and what the worker makes of them (01.w3, 01.w4, L.11).
extension VillageHistory {
    /// Looks at a person's proposal and confirms it; some wait for a later day or for whoever opens the demo.
    mutating func look(_ place: Int) async throws {
        let isFirst = !waiting.contains(place)
        if isFirst, dice.happens(pace.unconfirmed) {
            waiting.append(place)
            if dice.happens(500) { planLate(place) }
            return
        }
        let office = office()
        guard let person = try await resident(place) else { return }
        let proof = declaration(for: person)
        let proposal = try await office.proposal(for: person, on: day)
        guard proposal.isOfWorkingAge, !proposal.district.isEmpty || proof != nil else { return }
        let decision = decide(proposal, of: person, proof)
        _ = try await office.confirmHardship(
            of: person.id, version: person.version, decision: decision, on: day, by: worker)
        guard let found = try await store.newestCase(of: person.id) else { return }
        planVisits(found.id, decision.visitClass)
        planLater(found.id)
    }

    /// Confirmed within the last days only, so that escorts are due whatever day is shown.
    private mutating func planLate(_ place: Int) {
        let recent = setting.days.today.adding(days: -dice.roll(5...12))
        if recent > day.adding(days: 30) { plan(.look(place), on: workday(onOrAfter: recent)) }
    }

    private mutating func decide(
        _ proposal: HardshipProposal, of person: Person, _ proof: Declaration?
    ) -> HardshipDecision {
        var taken: [HardshipCategory: String] = [:]
        var declined: [HardshipCategory: String] = [:]
        for finding in proposal.district { taken[finding.category] = "" }
        if proposal.district.count > 1, dice.happens(40), let first = proposal.district.last {
            taken[first.category] = nil
            declined[first.category] = "已核实，家庭情况有变化，本项暂不列入"
        }
        if let proof { taken[proof.category] = "" }
        let usual = proposal.visitClass.proposed ?? open(person.facts)
        let differs = dice.happens(60)
        let visitClass = differs ? other(than: usual) : usual
        return HardshipDecision(
            taken: taken, declined: declined, proofs: proof.map { [$0.category: $0] } ?? [:],
            isAbleAndWilling: person.facts.isAbleToWork && person.facts.wish == .wanted,
            visitClass: visitClass,
            classReason: differs ? dice.pick(Self.reasons) : "")
    }

    private static let reasons = [
        "家中老人刚出院，近期需要多走访", "本人有零活收入，情况比问卷上好", "邻居反映生活困难，先按高一类走访", "子女已就业，家庭收入稳定",
    ]

    /// Where the facts settle no class the worker chooses: the poor often, everybody else seldom.
    private mutating func open(_ facts: PersonFacts) -> VisitClass {
        if facts.economy == .hard { return facts.wish == .wanted && dice.happens(300) ? .four : .three }
        return facts.wish == .wanted || dice.happens(300) ? .two : .one
    }

    private mutating func other(than usual: VisitClass) -> VisitClass {
        switch usual {
        case .one: .two
        case .two: dice.happens(500) ? .one : .three
        case .three: dice.happens(500) ? .two : .four
        case .four: .three
        }
    }

    /// One in forty brings a paper that proves a declared category (00.c06, 00.c09 to 00.c13).
    private mutating func declaration(for person: Person) -> Declaration? {
        guard dice.happens(25) else { return nil }
        let since = setting.days.opened.adding(days: -dice.roll(60...600))
        let (category, proof) = dice.pick([
            (HardshipCategory.landTaken, "拆迁转非人员名册"), (.landTaken, "农转非户口证明"),
            (.greenShift, "解除劳动关系证明"), (.conservation, "养山护水或植树造林岗位协议"),
            (.other, "村（居）委会情况说明"),
        ])
        let reason = category == .other ? "家中主要劳动力患病，经村委会研究列入" : ""
        return Declaration(category: category, proof: proof, since: since, reason: reason)
    }

    /// What the year brings a case: another class, or its end.
    private mutating func planLater(_ id: CaseID) {
        if dice.happens(45) { plan(.reclassify(id), on: workday(in: dice.roll(30...150))) }
        guard dice.happens(28) else { return }
        let reason = dice.pick([CaseEndReason.ineligible, .ineligible, .waived])
        plan(.end(id, reason), on: workday(in: dice.roll(40...200)))
    }

    mutating func reclassify(_ id: CaseID) async throws {
        let office = office()
        guard let found = try await liveCase(id), let before = found.visitClass,
            let person = try await store.person(found.person)
        else { return }
        let proposal = try await office.proposal(for: person, on: day)
        guard proposal.isOfWorkingAge, !proposal.district.isEmpty else { return }
        let after = other(than: before)
        _ = try await office.confirmHardship(
            of: person.id, version: person.version,
            decision: HardshipDecision(
                taken: Dictionary(
                    proposal.district.map { ($0.category, "") }, uniquingKeysWith: { first, _ in first }),
                isAbleAndWilling: found.listing.isAbleAndWilling, visitClass: after,
                classReason: "走访中了解到家庭情况有变化"),
            on: day, by: worker)
        planVisits(id, after)
    }

    mutating func end(_ id: CaseID, _ reason: CaseEndReason) async throws {
        guard let found = try await liveCase(id) else { return }
        let note =
            switch reason {
            case .ineligible: "复核时家庭情况好转，不再符合条件"
            case .waived: "本人书面放弃援助"
            case .movedOut: "户口迁出本区"
            case .agedOut: "已到法定退休月份"
            case .stable, .died, .duplicate: ""
            }
        _ = try await office().endCase(
            id, version: found.version, reason: reason, note: note, on: day, by: worker)
    }
}
