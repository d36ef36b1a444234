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
}

extension Role {
    /// What the role may do within its unit and below: the one table of permissions.
    public var deeds: Set<Deed> {
        switch self {
        case .villageWorker:
            [
                .seePeople, .unmask, .editRoll, .importRoll, .survey, .importSurvey, .submitLedger,
                .confirmHardship, .visit, .escort, .seeLedgers, .exportLedgers, .seeFigures, .seePolicy,
            ]
        case .aide:
            [
                .seePeople, .unmask, .survey, .confirmHardship, .visit, .escort, .seeLedgers, .seeFigures,
                .seePolicy,
            ]
        case .townClerk:
            [
                .seePeople, .unmask, .editRoll, .importRoll, .survey, .importSurvey, .receiveLedger,
                .confirmHardship, .receiveRegistration, .seeLedgers, .exportLedgers, .seeFigures, .seePolicy,
            ]
        case .specialist, .expert:
            [.seePeople, .unmask, .seeLedgers, .seeFigures, .seePolicy]
        case .districtClerk:
            [
                .seePeople, .unmask, .importRoll, .importSurvey, .openRounds, .seeLedgers, .exportLedgers,
                .seeFigures, .seePolicy,
            ]
        case .welfareClerk: [.seePeople, .seeLedgers, .seeFigures, .seePolicy]
        case .supervisor:
            // Enters what came too late for the worker's own window, and settles doubts (spec/flow.md, rule 5).
            [
                .seePeople, .unmask, .survey, .visit, .escort, .settle, .seeLedgers, .exportLedgers,
                .seeFigures,
                .seePolicy,
            ]
        case .systemAdministrator: [.changeUnits, .changeCalendar, .seePolicy, .backUp]
        case .securityAdministrator: [.changeAccounts, .seePolicy]
        case .auditAdministrator: [.readAudit, .seePolicy]
        }
    }
}
