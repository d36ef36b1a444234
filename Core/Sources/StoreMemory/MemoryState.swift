// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// All that a store holds: the journal, and the rows that follow from it.
struct MemoryState: Sendable {
    let names: NameReader

    var histories: [Subject: [HistoryEntry]] = [:]
    var numbers: [SubjectKind: Int] = [:]
    var taken: [OnceKey: Subject] = [:]

    var people: [PersonID: Person] = [:]
    var nameKeys: [PersonID: NameKeys] = [:]
    /// Who bears an ID number.
    var bearers: [String: Set<PersonID>] = [:]
    var households: [HouseholdID: Household] = [:]
    var units: [UnitID: Unit] = [:]
    var rounds: [RoundID: SurveyRound] = [:]
    var cases: [CaseID: AssistanceCase] = [:]
    var casesOf: [PersonID: [CaseID]] = [:]
    var accounts: [AccountID: Account] = [:]
    var batches: [BatchID: ImportBatch] = [:]
    var employers: [EmployerID: Employer] = [:]
    var vacancies: [VacancyID: Vacancy] = [:]
    var fairs: [FairID: Fair] = [:]

    var duties: [Subject: DutyList] = [:]
    var sheets: [String: SheetPlace] = [:]
    var drafts: [String: SheetDraft] = [:]
    var audit: [AuditNote] = []
    var credentials: [AccountID: Credential] = [:]
    var sessions: [String: Session] = [:]
    var calendars: [Int: String] = [:]
    var attachments: [String: [UInt8]] = [:]
    /// In the order in which they went out.
    var serials: [DrawnSerial] = []
    /// By number from 1, without gaps.
    var messages: [OutgoingMessage] = []
    var papers: [IssuedPaper] = []
    /// Piles with the forms that asked for them, in their order.
    var printRuns: [(once: OnceKey, run: PrintRun)] = []
    var matchRuns: [MatchRun] = []
    /// Of the newest batch.
    var matchAnswers: [MatchAnswer] = []
    var setAside: [SetAside] = []
    /// The changes taken in so far, where somebody is to have them afterwards.
    var recorded: [Change]?

    init(names: @escaping NameReader) { self.names = names }
}

extension MemoryState {
    /// Whether data of a unit stand within the scope.
    func contains(_ unit: UnitID, _ scope: Scope) -> Bool {
        switch scope {
        case .nothing: return false
        case .district: return true
        case .town(let top), .village(let top):
            var current: UnitID? = unit
            while let here = current {
                if here == top { return true }
                current = units[here]?.parent
            }
            return false
        }
    }

    /// The live case of a person, of whom there is at most one.
    func liveCase(of person: PersonID) -> AssistanceCase? {
        casesOf[person]?.lazy.compactMap { cases[$0] }.last(where: \.isLive)
    }

    /// Where a person stands in lists ordered by name.
    func place(of person: Person) -> NamePlace {
        NamePlace(
            order: nameKeys[person.id]?.order ?? "", name: person.facts.name.full, number: person.id.number)
    }
}

/// A place in the order of names: pinyin, then the name itself, then the number, so that no two are equal.
struct NamePlace: Comparable {
    let order: String
    let name: String
    let number: Int

    static func < (left: NamePlace, right: NamePlace) -> Bool {
        (left.order, left.name, left.number) < (right.order, right.name, right.number)
    }
}

/// Subjects by kind and number, as the database orders them.
struct SubjectPlace: Comparable {
    let kind: String
    let number: Int

    init(_ subject: Subject) {
        kind = subject.kind.rawValue
        number = subject.number
    }

    static func < (left: SubjectPlace, right: SubjectPlace) -> Bool {
        (left.kind, left.number) < (right.kind, right.number)
    }
}

/// Cuts one page out of rows that are already in order and begin after the cursor.
func page<Row: Sendable>(_ rows: [Row], limit: Int, cursor: (Row) -> Cursor) -> Slice<Row> {
    let shown = Array(rows.prefix(max(limit, 0)))
    guard rows.count > shown.count, let last = shown.last else { return Slice(rows: shown, next: nil) }
    return Slice(rows: shown, next: cursor(last))
}

extension Cursor {
    /// The numbers that a cursor of this store is made of.
    var numbers: [Int] { text.split(separator: ".").compactMap { Int($0) } }

    init(numbers: Int...) { self.init(numbers.map { String($0) }.joined(separator: ".")) }
}
