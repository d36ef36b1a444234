// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// How a ledger is made from cases: the one shape of all definitions beside this file.
struct CaseLedger: Sendable {
    let ledger: Ledger
    /// Where the cases stand that can have a line.
    var stages = Set(CaseStage.allCases)
    /// Whether a case can have a line, told from its state, so that no other's journal is read.
    let concerns: @Sendable (AssistanceCase) -> Bool
    /// Whether the lines of a period are told from journals.
    let readsHistory: @Sendable (LedgerPeriod, Day) -> Bool
    let making: Making

    /// Everywhere but before recognition.
    static let recognised = Set(CaseStage.allCases).subtracting([.listed])

    enum Making: Sendable {
        /// One line a case; its tag follows from the state, and is `nil` outside the period.
        case one(
            tag: @Sendable (AssistanceCase, LedgerPeriod) -> LedgerTag?,
            cells: @Sendable (LedgerSource) -> [LedgerCell])
        /// Any number of lines a case.
        case several(@Sendable (LedgerSource) -> [LedgerLine])
    }
}

/// What the lines of one case are made from.
struct LedgerSource {
    let found: AssistanceCase
    let person: Person
    /// What stands of the journal, oldest first; empty where the ledger does not read it.
    let history: [Recorded<CaseEvent>]
    let period: LedgerPeriod
    let today: Day
    let tree: UnitTree
    let names: [AccountID: String]
    /// Whether ID numbers and phones are written out, after a purpose was told.
    let isWhole: Bool

    var name: LedgerCell { .text(person.facts.name.full) }

    var identity: LedgerCell {
        .words(isWhole ? person.facts.identity?.full : person.facts.identity?.masked)
    }

    var phone: LedgerCell {
        let number = person.facts.mobile ?? person.facts.homePhone
        return .words(isWhole ? number?.full : number?.masked)
    }

    var village: LedgerCell { .words(tree[found.village]?.name) }
}

extension Ledger {
    /// The head of the ledger with this name.
    public static func named(_ name: LedgerName) -> Ledger {
        CaseLedger.named(name)?.ledger ?? (name == .vacancies ? .vacancies : .meetings)
    }
}

extension CaseLedger {
    /// How a ledger is made; `nil` for those of meetings and vacancies, which are none of cases.
    static func named(_ name: LedgerName) -> CaseLedger? {
        switch name {
        case .service: .service
        case .notices: .notices
        case .help: .help
        case .status: .status
        case .register: .register
        case .followUps: .followUps
        case .meetings, .vacancies: nil
        case .unemployed: .unemployment
        case .transferred: .transfer
        case .reviews: .reviews
        case .publicNotices: .publicNotices
        }
    }
}
