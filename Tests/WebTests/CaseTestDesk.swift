// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web

/// A site with cases that have come as far as a test needs, each by the acts that bring it there.
struct CaseTestDesk {
    let site: TestSite

    init() async throws { site = try await TestSite() }

    var office: Office { site.site.office() }

    func found(_ id: CaseID) async throws -> AssistanceCase {
        try #require(try await site.store.assistanceCase(id))
    }

    @discardableResult
    func act(_ event: CaseEvent, in id: CaseID, by account: Account) async throws -> AssistanceCase {
        _ = try await office.act(
            event, in: id, version: try await found(id).version, on: Sample.today, by: account.actor)
        return try await found(id)
    }

    /// Listed and recognised, with an aide who spoke with the person.
    func atVillage(_ member: CastMember, as visitClass: VisitClass = .two) async throws -> CaseID {
        let id = try await listed(member, as: visitClass)
        _ = try await office.receiveRegistration(
            of: id, version: try await found(id).version, note: "", on: Sample.today,
            by: Sample.yangzhenClerk.actor)
        try await office.goThroughPapers(of: id, by: Sample.yangzhenClerk)
        try await act(.recognition(.accepted(note: "齐全")), in: id, by: Sample.yangzhenClerk)
        try await act(
            .recognition(.recognised(number: "990000-\(id.number)", note: "")), in: id,
            by: Sample.yangzhenClerk)
        _ = try await office.assign(
            Sample.aide.id, at: .village, in: id, version: try await found(id).version, on: Sample.today,
            by: Sample.shalingWorker.actor)
        try await act(.aid(.contacted(.spoken(at: .village))), in: id, by: Sample.aide)
        return id
    }

    private func listed(_ member: CastMember, as visitClass: VisitClass) async throws -> CaseID {
        let person = try #require(try await site.store.person(member.id))
        let proposal = try await office.proposal(for: person, on: Sample.today)
        let taken = proposal.district.map { ($0.category, "") }
        let decision = HardshipDecision(
            taken: Dictionary(taken, uniquingKeysWith: { first, _ in first }), isAbleAndWilling: true,
            visitClass: visitClass, classReason: "走访时了解的情况")
        _ = try await office.confirmHardship(
            of: member.id, version: person.version, decision: decision, on: Sample.today,
            by: Sample.shalingWorker.actor)
        return try #require(try await site.store.newestCase(of: member.id)).id
    }

    /// Handed up by the village, not received.
    func atTownsDoor(_ member: CastMember, as visitClass: VisitClass = .two) async throws -> CaseID {
        let id = try await atVillage(member, as: visitClass)
        try await handUp(id, from: .village, by: Sample.aide)
        return id
    }

    /// Received by the town, whose clerk sees to it in the meantime.
    func atTown(_ member: CastMember, as visitClass: VisitClass = .two) async throws -> CaseID {
        let id = try await atTownsDoor(member, as: visitClass)
        try await receive(id, at: .town, by: Sample.yangzhenClerk)
        return id
    }

    /// Handed up to the district, not received.
    func atDistrictsDoor(_ member: CastMember) async throws -> CaseID {
        let id = try await atTown(member)
        try await act(.aid(.contacted(.spoken(at: .town))), in: id, by: Sample.yangzhenClerk)
        try await act(.aid(.townUnsolved(reason: "镇内没有合适岗位")), in: id, by: Sample.yangzhenClerk)
        try await handUp(id, from: .town, by: Sample.yangzhenClerk)
        return id
    }

    func atDistrict(_ member: CastMember) async throws -> CaseID {
        let id = try await atDistrictsDoor(member)
        try await receive(id, at: .district, by: Sample.districtClerk)
        return id
    }

    private func receive(_ id: CaseID, at level: Level, by account: Account) async throws {
        _ = try await office.receive(
            id, version: try await found(id).version, at: level, interim: account.id, on: Sample.today,
            by: account.actor)
    }

    private func handUp(_ id: CaseID, from level: Level, by account: Account) async throws {
        let found = try await found(id)
        try await act(
            .handover(
                .handedUp(
                    HandUp(
                        from: level, to: try #require(level.above), cause: .beyondLevel, reason: "本级没有合适岗位",
                        through: ActID(found.version)))), in: id, by: account)
    }
}

extension Contact {
    static func spoken(at level: Level) -> Contact {
        Contact(level: level, means: .telephone, words: "讲解援助内容", view: "想在家附近工作", mood: .steady)
    }
}
