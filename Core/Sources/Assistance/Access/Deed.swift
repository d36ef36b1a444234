// SPDX-License-Identifier: Apache-2.0

/// Everything that an account can be allowed to do; the table of who may is ``Role/deeds``.
///
/// Raw values are the storage format (they stand in the audit).
public enum Deed: String, CaseIterable, Hashable, Sendable, Codable {
    case seePeople = "see-people"
    /// See an ID number, phone or health fact unmasked, with a purpose, audited.
    case unmask
    case editRoll = "edit-roll"
    case importRoll = "import-roll"
    case survey
    case importSurvey = "import-survey"
    case openRounds = "open-rounds"
    case submitLedger = "submit-ledger"
    case receiveLedger = "receive-ledger"
    case confirmHardship = "confirm-hardship"
    case visit
    case escort
    case receiveRegistration = "receive-registration"
    /// Settle doubtful entries: odd ID numbers, late entry, duplicates.
    case settle
    case seeLedgers = "see-ledgers"
    case exportLedgers = "export-ledgers"
    case seeFigures = "see-figures"
    case changeUnits = "change-units"
    case changeCalendar = "change-calendar"
    case seePolicy = "see-policy"
    case changeAccounts = "change-accounts"
    case readAudit = "read-audit"
    case backUp = "back-up"
    /// 受理、认定、公示、发证 (step 02).
    case recognise
    /// Help at a level in steps 03 to 15 (00.levels).
    case assistVillage = "assist-village"
    case assistTown = "assist-town"
    case assistDistrict = "assist-district"
    /// 确定援助员、专员、专家 (03.w1, 07.w1, 12.w1), also when a case passes to other hands.
    case appointAide = "appoint-aide"
    case appointSpecialist = "appoint-specialist"
    case appointExpert = "appoint-expert"
    /// 会商, 会诊, 联席会议 (06.r2, 11.w1, 11.c).
    case convene
    /// 公益性岗位 (step 15).
    case placeWelfare = "place-welfare"
    /// 就业登记 (step 16).
    case registerWork = "register-work"
    /// 回访 (step 17).
    case followUp = "follow-up"
    /// 稳岗 and further training (steps 18, 19).
    case retain
    case train
    /// 免办: let a duty off (research: reason and approval).
    case waiveDuty = "waive-duty"
    /// 移交: a whole caseload passes to other hands.
    case handOver = "hand-over"
    /// 紧急查看: one file outside one's own scope, with a reason and an end.
    case breakGlass = "break-glass"
    /// 岗位信息 and employers: to look at (05.w2), and to collect, verify and close (14.w2).
    case seeVacancies = "see-vacancies"
    case keepVacancies = "keep-vacancies"
    /// 批量匹配 for the whole district (14.w3).
    case runMatch = "run-match"
    /// 数据上报: messages to the systems that are told of a change of status (10.w4).
    case sendMessages = "send-messages"
    /// 招聘会: to hold one with its stands and results, and to invite the people of one's own office (14.w3).
    case holdFairs = "hold-fairs"
    case inviteToFairs = "invite-to-fairs"
}

extension Role {
    /// What the role may do within its unit and below: the one table of permissions.
    public var deeds: Set<Deed> {
        switch self {
        case .villageWorker:
            [
                .holdFairs, .inviteToFairs,
                .seePeople, .seeVacancies, .keepVacancies, .unmask, .editRoll, .importRoll, .survey,
                .importSurvey, .submitLedger,
                .confirmHardship, .visit, .escort, .seeLedgers, .exportLedgers, .seeFigures, .seePolicy,
                .assistVillage, .appointAide, .followUp, .handOver, .breakGlass,
            ]
        case .aide:
            [
                .inviteToFairs,
                .seePeople, .seeVacancies, .keepVacancies, .unmask, .survey, .confirmHardship, .visit,
                .escort, .seeLedgers, .seeFigures,
                .seePolicy, .assistVillage, .followUp, .breakGlass,
            ]
        case .townClerk:
            [
                .holdFairs, .inviteToFairs,
                .seePeople, .seeVacancies, .keepVacancies, .unmask, .editRoll, .importRoll, .survey,
                .importSurvey, .receiveLedger,
                .confirmHardship, .receiveRegistration, .seeLedgers, .exportLedgers, .seeFigures, .seePolicy,
                .recognise, .assistTown, .appointSpecialist, .convene, .registerWork, .retain, .train,
                .handOver, .breakGlass, .sendMessages,
            ]
        case .specialist:
            [
                .holdFairs, .inviteToFairs,
                .seePeople, .seeVacancies, .keepVacancies, .unmask, .seeLedgers, .seeFigures, .seePolicy,
                .assistTown, .retain, .train,
                .breakGlass,
            ]
        case .expert:
            [
                .holdFairs, .inviteToFairs,
                .seePeople, .seeVacancies, .keepVacancies, .unmask, .seeLedgers, .seeFigures, .seePolicy,
                .assistDistrict, .train,
                .runMatch, .breakGlass,
            ]
        case .districtClerk:
            [
                .holdFairs, .inviteToFairs,
                .seePeople, .seeVacancies, .keepVacancies, .unmask, .importRoll, .importSurvey, .openRounds,
                .seeLedgers, .exportLedgers,
                .seeFigures, .seePolicy, .assistDistrict, .appointExpert, .convene, .handOver, .runMatch,
                .breakGlass, .sendMessages,
            ]
        case .welfareClerk:
            [
                .seePeople, .seeVacancies, .keepVacancies, .seeLedgers, .seeFigures, .seePolicy,
                .placeWelfare, .train,
            ]
        case .supervisor:
            // Enters what came too late for the worker's own window, and settles doubts (spec/flow.md, rule 5).
            [
                .seePeople, .seeVacancies, .unmask, .survey, .visit, .escort, .settle, .seeLedgers,
                .exportLedgers,
                .seeFigures, .seePolicy, .appointAide, .appointSpecialist, .appointExpert, .waiveDuty,
                .handOver, .breakGlass,
            ]
        case .systemAdministrator: [.changeUnits, .changeCalendar, .seePolicy, .backUp]
        case .securityAdministrator: [.changeAccounts, .seePolicy]
        case .auditAdministrator: [.readAudit, .seePolicy]
        }
    }
}
