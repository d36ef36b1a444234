// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Questionnaire
import SamplePeople
import StoreMemory
import Testing

/// The sample district over a fresh store, for one test; days pass by asking for an office on another day.
struct Stage {
    let store: any Store = MemoryStore(names: Sample.names)

    static func set() async throws -> Stage {
        let stage = Stage()
        try await Sample.fill(stage.store)
        return stage
    }

    /// The office as it stands in the store, at nine in the morning.
    func office(on day: Day = Sample.today) async throws -> Office {
        Office(
            store: store, pack: Sample.pack, tree: UnitTree(try await store.units()),
            now: Instant(startOf: day).adding(seconds: 9 * 3600), today: day)
    }

    func person(_ member: CastMember) async throws -> Person {
        try #require(try await store.person(member.id))
    }

    func liveCase(_ member: CastMember) async throws -> AssistanceCase {
        try #require(try await store.newestCase(of: member.id))
    }

    /// The obligations of one rule, by due day.
    func duties(_ rule: String, of subject: Subject) async throws -> [Obligation] {
        try await store.duties(of: subject).filter { $0.rule.name == rule }
    }
}

extension Stage {
    /// Opens the year's rounds everywhere and gives that of a village.
    @discardableResult
    func openRounds(on day: Day = Sample.today, village: UnitID = Sample.shaling) async throws -> RoundID {
        let office = try await office(on: day)
        try await office.openRounds(
            year: day.year, in: Sample.district, on: day, by: Sample.districtClerk.actor)
        return try #require(try await store.round(of: village, year: day.year)).id
    }

    /// Sends the sheet of somebody who is as the roll has them.
    @discardableResult
    func survey(
        _ member: CastMember, in round: RoundID, interviewed: Day = Sample.today, entered: Day? = nil,
        by account: Account = Sample.shalingWorker
    ) async throws -> PersonID {
        let office = try await office(on: entered ?? interviewed)
        var sheet = Sample.sheet(of: member, round: round, interviewed: interviewed)
        sheet.confirmations = [Confirmation("Q-HOUSE", reason: "家里各人说法不同，已核对")]
        guard case .taken(let person, _) = try await office.takeIn(sheet, by: account.actor) else {
            throw UnexpectedAnswer()
        }
        return person
    }

    /// Lists somebody under all proposed categories; the class is the proposed one unless another is given.
    @discardableResult
    func list(
        _ member: CastMember, on day: Day = Sample.today, as visitClass: VisitClass? = nil,
        isAbleAndWilling: Bool = true, by account: Account = Sample.shalingWorker
    ) async throws -> AssistanceCase {
        let office = try await office(on: day)
        let person = try await person(member)
        let proposal = try await office.proposal(for: person, on: day)
        let decision = HardshipDecision(
            taking: proposal, as: visitClass ?? proposal.visitClass.proposed ?? .two,
            isAbleAndWilling: isAbleAndWilling)
        _ = try await office.confirmHardship(
            of: member.id, version: person.version, decision: decision, on: day, by: account.actor)
        return try await liveCase(member)
    }

    /// Records a visit that met the person.
    @discardableResult
    func visit(
        _ found: AssistanceCase, on day: Day, entered: Day? = nil, _ visit: VisitRecord = .met,
        by account: Account = Sample.shalingWorker
    ) async throws -> Receipt {
        let version = try #require(try await store.assistanceCase(found.id)).version
        return try await office(on: entered ?? day).recordVisit(
            visit, in: found.id, version: version, on: day, by: account.actor)
    }
}

/// The desk answered with something else than the test stands on.
struct UnexpectedAnswer: Error {}

extension HardshipDecision {
    /// Everything as proposed; a class that differs comes with a reason.
    init(taking proposal: HardshipProposal, as visitClass: VisitClass, isAbleAndWilling: Bool = true) {
        self.init(
            taken: Dictionary(
                proposal.district.map { ($0.category, "") }, uniquingKeysWith: { first, _ in first }),
            isAbleAndWilling: isAbleAndWilling, visitClass: visitClass,
            classReason: proposal.visitClass.proposed == visitClass ? "" : "走访时了解的情况")
    }
}

extension VisitRecord {
    static let met = told()
    /// Nobody was at home.
    static let missed = VisitRecord(
        manner: .atHome, wasMet: false, visitors: "张海燕", situation: "", family: "", services: "",
        agreed: "家中无人，周末再访", wish: nil, isUrgent: nil)

    static func told(wish: Wish? = nil, isUrgent: Bool? = nil) -> VisitRecord {
        VisitRecord(
            manner: .atHome, wasMet: true, visitors: "张海燕", situation: "在家，身体尚可", family: "三口人",
            services: "想找附近的工作", agreed: "下周送岗位信息", wish: wish, isUrgent: isUrgent)
    }
}

/// A day written in a test; a slip of the pen fails the test that holds it.
func day(_ text: String) throws -> Day { try #require(Day(iso: text), "\(text) is a day") }
