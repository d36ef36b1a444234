// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

/// Who may do what, written out once more by deed, as the offices agreed on it.
let permitted: [Deed: Set<Role>] = {
    let village: Set<Role> = [.villageWorker, .aide]
    let field = village.union([.townClerk])
    let all = field.union([.specialist, .expert, .districtClerk, .welfareClerk, .supervisor])
    let administrators: Set<Role> = [.systemAdministrator, .securityAdministrator, .auditAdministrator]
    return [
        .seePeople: all, .unmask: all.subtracting([.welfareClerk]), .editRoll: [.villageWorker, .townClerk],
        .importRoll: [.villageWorker, .townClerk, .districtClerk], .survey: field.union([.supervisor]),
        .importSurvey: [.villageWorker, .townClerk, .districtClerk], .openRounds: [.districtClerk],
        .submitLedger: [.villageWorker], .receiveLedger: [.townClerk], .confirmHardship: field,
        .visit: village.union([.supervisor]), .escort: village.union([.supervisor]),
        .receiveRegistration: [.townClerk], .settle: [.supervisor],
        .seeLedgers: all, .exportLedgers: [.villageWorker, .townClerk, .districtClerk, .supervisor],
        .seeFigures: all, .changeUnits: [.systemAdministrator], .changeCalendar: [.systemAdministrator],
        .seePolicy: all.union(administrators), .changeAccounts: [.securityAdministrator],
        .readAudit: [.auditAdministrator], .backUp: [.systemAdministrator],
        .recognise: [.townClerk], .assistVillage: village, .assistTown: [.townClerk, .specialist],
        .assistDistrict: [.districtClerk, .expert], .appointAide: [.villageWorker, .supervisor],
        .appointSpecialist: [.townClerk, .supervisor], .appointExpert: [.districtClerk, .supervisor],
        .convene: [.townClerk, .districtClerk], .placeWelfare: [.welfareClerk], .registerWork: [.townClerk],
        .followUp: village, .retain: [.townClerk, .specialist],
        .train: [.townClerk, .specialist, .expert, .welfareClerk], .waiveDuty: [.supervisor],
        .handOver: [.villageWorker, .townClerk, .districtClerk, .supervisor],
        .breakGlass: all.subtracting([.welfareClerk]), .seeVacancies: all,
        .keepVacancies: all.subtracting([.supervisor]), .runMatch: [.districtClerk, .expert],
        .sendMessages: [.townClerk, .districtClerk],
        .holdFairs: [.villageWorker, .townClerk, .specialist, .expert, .districtClerk],
        .inviteToFairs: [.villageWorker, .aide, .townClerk, .specialist, .expert, .districtClerk],
    ]
}()

@Suite("The scope of data: 00.levels")
struct ScopeTests {
    /// Own, below, sibling and above, from where a role stands.
    private static func units(of role: Role) -> (own: UnitID, inside: [UnitID], outside: [UnitID]) {
        if role.levels.contains(.district) {
            return (Sample.district, [Sample.yangzhen, Sample.shaling, Sample.taiping], [])
        }
        if role.levels.contains(.town) {
            return (
                Sample.yangzhen, [Sample.shaling, Sample.hongsi],
                [Sample.nancai, Sample.qianfengbo, Sample.district]
            )
        }
        return (Sample.shaling, [], [Sample.hongsi, Sample.qianfengbo, Sample.yangzhen, Sample.district])
    }

    @Test(arguments: Role.allCases, Deed.allCases)
    func `00.levels: a role does its deeds at its own unit and below, never beside or above`(
        role: Role, deed: Deed
    ) {
        let units = Self.units(of: role)
        let actor = Actor(account: AccountID(90), name: "某人", grants: [Grant(role: role, unit: units.own)])
        let tree = UnitTree(Sample.units)
        let may = permitted[deed]?.contains(role) ?? false
        #expect(actor.may(deed) == may)
        for unit in [units.own] + units.inside { #expect(actor.may(deed, at: unit, in: tree) == may) }
        for unit in units.outside { #expect(!actor.may(deed, at: unit, in: tree)) }
        let scope: Scope =
            switch units.own {
            case Sample.district: .district
            case Sample.yangzhen: .town(Sample.yangzhen)
            default: .village(Sample.shaling)
            }
        #expect(actor.scope(for: deed, in: tree) == (may ? scope : .nothing))
    }

    @Test(arguments: Role.allCases, Deskwork.all)
    func `00.levels: each act and question is refused to whoever may not do its deed`(
        role: Role, work: Deskwork
    ) async throws {
        let own = Self.units(of: role).own
        let may = permitted[work.deed]?.contains(role) ?? false
        #expect(try await work.isRefused(to: role, at: own) == !may)
    }

    @Test(arguments: Deskwork.all)
    func `00.levels: each act and question is refused beside one's own unit`(work: Deskwork) async throws {
        for role in permitted[work.deed] ?? [] where !role.levels.contains(.district) {
            let beside = role.levels.contains(.town) ? Sample.nancai : Sample.hongsi
            #expect(try await work.isRefused(to: role, at: beside))
        }
    }
}

/// One act or question about 沙岭村, with the deed that it needs.
struct Deskwork: Sendable, CustomTestStringConvertible {
    let name: String
    let deed: Deed
    let run: @Sendable (Office, AssistanceCase, RoundID, Actor) async throws -> Void

    var testDescription: String { name }

    /// Whether the desk says no for want of permission, and for nothing else.
    func isRefused(to role: Role, at unit: UnitID) async throws -> Bool {
        let stage = try await Stage.set()
        let round = try await stage.openRounds()
        let found = try await stage.list(Sample.wangXiulan)
        let actor = Actor(account: AccountID(90), name: "某人", grants: [Grant(role: role, unit: unit)])
        if deed == .receiveLedger {
            _ = try await stage.office().submitLedger(
                of: round, version: 1, on: Sample.today, by: Sample.shalingWorker.actor)
        }
        do {
            try await run(try await stage.office(), found, round, actor)
            return false
        } catch Refusal.notAllowed(deed) {
            return true
        }
    }

    static let all = survey + cases + questions + roll + units

    private static let survey: [Deskwork] = [
        Deskwork(name: "open rounds", deed: .openRounds) { office, _, _, actor in
            _ = try await office.openRounds(year: 2025, in: Sample.shaling, on: Sample.today, by: actor)
        },
        Deskwork(name: "take in a sheet", deed: .survey) { office, _, round, actor in
            _ = try await office.takeIn(
                Sample.sheet(of: Sample.chenJing, round: round, interviewed: Sample.today), by: actor)
        },
        Deskwork(name: "excuse", deed: .survey) { office, _, round, actor in
            _ = try await office.excuse(
                Sample.chenJing.id, version: 1,
                excuse: SurveyExcuse(round: round, reason: .moved, note: "", nextTry: nil),
                on: Sample.today, by: actor)
        },
        Deskwork(name: "confirm hardship", deed: .confirmHardship) { office, _, _, actor in
            let decision = HardshipDecision(
                taken: [.allowance: "低保证"],
                declined: [.longUnemployed: "打零工", .zeroEmployment: "爱人在业", .ageBand: "不愿"],
                isAbleAndWilling: false, visitClass: .one, classReason: "家访")
            _ = try await office.confirmHardship(
                of: Sample.chenJing.id, version: 1, decision: decision, on: Sample.today, by: actor)
        },
    ]

    private static let cases: [Deskwork] = [
        Deskwork(name: "visit", deed: .visit) { office, found, _, actor in
            _ = try await office.recordVisit(
                .met, in: found.id, version: found.version, on: Sample.today, by: actor)
        },
        Deskwork(name: "escort", deed: .escort) { office, found, _, actor in
            _ = try await office.recordEscort(
                of: found.id, version: found.version, note: "", on: Sample.today, by: actor)
        },
        Deskwork(name: "waive", deed: .escort) { office, found, _, actor in
            _ = try await office.waiveEscort(
                of: found.id, version: found.version, reason: "不愿", on: Sample.today, by: actor)
        },
        Deskwork(name: "receive registration", deed: .receiveRegistration) { office, found, _, actor in
            _ = try await office.receiveRegistration(
                of: found.id, version: found.version, note: "", on: Sample.today, by: actor)
        },
        Deskwork(name: "end", deed: .confirmHardship) { office, found, _, actor in
            _ = try await office.endCase(
                found.id, version: found.version, reason: .waived, note: "", on: Sample.today, by: actor)
        },
        Deskwork(name: "withdraw", deed: .confirmHardship) { office, found, _, actor in
            _ = try await office.withdraw(
                ActID(2), in: found.id, version: found.version, reason: "记错", by: actor)
        },
        Deskwork(name: "submit", deed: .submitLedger) { office, _, round, actor in
            _ = try await office.submitLedger(of: round, version: 1, on: Sample.today, by: actor)
        },
        Deskwork(name: "receive", deed: .receiveLedger) { office, _, round, actor in
            _ = try await office.receiveLedger(of: round, version: 2, on: Sample.today, by: actor)
        },
        Deskwork(name: "send back", deed: .receiveLedger) { office, _, round, actor in
            _ = try await office.sendBackLedger(
                of: round, version: 2, reason: "漏人", on: Sample.today, by: actor)
        },
    ]

    private static let questions: [Deskwork] = [
        Deskwork(name: "file", deed: .seePeople) { office, _, _, actor in
            _ = try await office.file(of: Sample.wangXiulan.id, by: actor)
        },
        Deskwork(name: "unmask", deed: .unmask) { office, _, _, actor in
            _ = try await office.unmask(Sample.wangXiulan.id, purpose: "电话联系", by: actor)
        },
        Deskwork(name: "find", deed: .seePeople) { office, _, _, actor in
            _ = try await office.findPeople(typed: "", in: Sample.shaling, after: nil, by: actor)
        },
        Deskwork(name: "ledger", deed: .seeLedgers) { office, _, _, actor in
            _ = try await office.ledger(nil, in: Sample.shaling, after: nil, by: actor)
        },
        Deskwork(name: "export", deed: .exportLedgers) { office, _, _, actor in
            _ = try await office.exportLedger(nil, in: Sample.shaling, by: actor)
        },
        Deskwork(name: "worklist", deed: .seePeople) { office, _, _, actor in
            _ = try await office.worklist(span: .all, in: Sample.shaling, by: actor)
        },
        Deskwork(name: "overview", deed: .seePeople) { office, _, _, actor in
            _ = try await office.surveyOverview(year: 2026, in: Sample.shaling, by: actor)
        },
        Deskwork(name: "round page", deed: .seePeople) { office, _, round, actor in
            _ = try await office.roundPage(round, part: .missing, after: nil, by: actor)
        },
        Deskwork(name: "visit volume", deed: .seePeople) { office, _, _, actor in
            _ = try await office.visitVolume(
                of: Sample.shaling, from: Sample.today, through: Sample.today, by: actor)
        },
    ]

    private static let roll: [Deskwork] = [
        Deskwork(name: "enter", deed: .editRoll) { office, _, _, actor in
            _ = try await office.enterPerson(
                Arrival(
                    facts: PersonFacts(name: Sample.name("新来")), village: Sample.shaling, household: "99"),
                on: Sample.today, by: actor)
        },
        Deskwork(name: "correct", deed: .editRoll) { office, _, _, actor in
            var facts = Sample.chenJing.facts
            facts.education = .senior
            _ = try await office.correctPerson(
                Sample.chenJing.id, version: 1, facts: facts, reason: "补证", on: Sample.today, by: actor)
        },
        Deskwork(name: "preview correction", deed: .editRoll) { office, _, _, actor in
            _ = try await office.previewCorrection(
                of: Sample.chenJing.id, facts: Sample.chenJing.facts, by: actor)
        },
        Deskwork(name: "move", deed: .editRoll) { office, _, _, actor in
            _ = try await office.movePerson(
                Sample.chenJing.id, version: 1, to: Sample.hongsi, household: "3", reason: "搬家",
                on: Sample.today, by: actor)
        },
        Deskwork(name: "split", deed: .editRoll) { office, _, _, actor in
            _ = try await office.splitHousehold(
                Sample.household(of: Sample.zhaoXiaopeng), members: [Sample.zhaoXiaopeng.id: 1],
                number: "41-2", address: "", reason: "分户", on: Sample.today, by: actor)
        },
        Deskwork(name: "leave", deed: .editRoll) { office, _, _, actor in
            _ = try await office.leaveRoll(
                Sample.chenJing.id, version: 1, reason: .died, note: "", on: Sample.today, by: actor)
        },
        Deskwork(name: "return", deed: .editRoll) { office, _, _, actor in
            _ = try await office.leaveRoll(
                Sample.chenJing.id, version: 1, reason: .movedOut, note: "", on: Sample.today,
                by: Sample.shalingWorker.actor)
            _ = try await office.returnToRoll(
                Sample.chenJing.id, version: 2, reason: "迁回", on: Sample.today, by: actor)
        },
        Deskwork(name: "merge", deed: .settle) { office, _, _, actor in
            _ = try await office.mergeDuplicate(
                Sample.chenJing.id, version: 1, into: Sample.sunGuifang.id, keptVersion: 1, reason: "同一人",
                on: Sample.today, by: actor)
        },
        Deskwork(name: "unmerge", deed: .settle) { office, _, _, actor in
            _ = try await office.mergeDuplicate(
                Sample.chenJing.id, version: 1, into: Sample.sunGuifang.id, keptVersion: 1, reason: "同一人",
                on: Sample.today, by: Sample.supervisor.actor)
            _ = try await office.unmergeDuplicate(
                Sample.chenJing.id, version: 2, reason: "两个人", on: Sample.today, by: actor)
        },
        Deskwork(name: "duplicates", deed: .seePeople) { office, _, _, actor in
            _ = try await office.duplicateCandidates(in: Sample.shaling, after: nil, by: actor)
        },
    ]

    private static let units: [Deskwork] = [
        Deskwork(name: "found unit", deed: .changeUnits) { office, _, _, actor in
            _ = try await office.foundUnit(
                .village, in: Sample.yangzhen, name: "新村", code: nil, on: Sample.today, by: actor)
        },
        Deskwork(name: "rename unit", deed: .changeUnits) { office, _, _, actor in
            _ = try await office.renameUnit(
                Sample.shaling, version: 1, to: "沙岭社区", on: Sample.today, by: actor)
        },
        Deskwork(name: "preview merger", deed: .changeUnits) { office, _, _, actor in
            _ = try await office.previewMerger(of: Sample.shaling, into: Sample.hongsi, by: actor)
        },
        Deskwork(name: "merge villages", deed: .changeUnits) { office, _, _, actor in
            _ = try await office.mergeVillages(
                Sample.shaling, version: 1, into: Sample.hongsi, on: Sample.today, by: actor)
        },
        Deskwork(name: "close unit", deed: .changeUnits) { office, _, _, actor in
            do {
                _ = try await office.closeUnit(
                    Sample.shaling, version: 1, reason: "拆迁", on: Sample.today, by: actor)
            } catch Refusal.unitNotEmpty {}
        },
        Deskwork(name: "restore unit", deed: .changeUnits) { office, _, _, actor in
            do {
                _ = try await office.restoreUnit(
                    Sample.shaling, version: 1, reason: "有误", on: Sample.today, by: actor)
            } catch Refusal.nothingChanged {}
        },
    ]
}
