// SPDX-License-Identifier: Apache-2.0
import Assistance

/// Something in the store that cannot be so if only this program wrote it. Holds no personal fact.
public enum IntegrityFault: Hashable, Sendable {
    /// What the database's own check says of its file or indexes.
    case file(String)
    /// A row of the chain (`journal`, `audit`) does not fit its link: it was changed after it was written.
    case changedRow(chain: String, row: Int)
    /// Rows of the chain are missing from this one on.
    case missingRow(chain: String, row: Int)
    /// The chain ends elsewhere than it is known to: rows were taken off or put on at its end.
    case wrongEnd(chain: String, known: Int, found: Int)
    /// An act does not open or read.
    case unreadableAct(Subject, act: Int)
    /// The acts of a subject are not numbered 1, 2, 3 …
    case brokenNumbering(Subject, act: Int)
    /// The journal of a subject does not begin with an act that founds it.
    case unfounded(Subject)
    /// The journal has a subject without a current row.
    case missingState(Subject)
    /// A current row has no journal.
    case missingJournal(Subject)
    /// The current row says otherwise than its journal; the columns are named, `state` is the sealed whole.
    case differentState(Subject, columns: [String])
    /// A sealed column of a current row does not open.
    case unreadableState(Subject)
    /// Rows that follow from others: how many there should be and how many there are.
    case wrongCount(of: String, expected: Int, found: Int)
    /// Numbers of a series of papers are missing before this one.
    case missingNumbers(PaperNumber, from: Int)
    /// A number stands on two papers of a series, or is none.
    case doubledNumber(PaperNumber)
    /// A numbered paper's case has no act that the paper could tell of.
    case paperWithoutAct(PaperNumber, case: CaseID, act: ActID)
    /// A numbered paper of a kind that there is not.
    case unknownPaper(unit: UnitID, kind: String)
    /// A pile without its head, or with a paper that never went out.
    case brokenPile(Int)
}

extension IntegrityFault: CustomStringConvertible {
    /// For the operator's log.
    public var description: String {
        switch self {
        case .file(let text): "file: \(text)"
        case .changedRow(let chain, let row): "\(chain) row \(row) was changed"
        case .missingRow(let chain, let row): "\(chain) row \(row) is missing"
        case .wrongEnd(let chain, let known, let found): "\(chain) ends at \(found), should at \(known)"
        case .unreadableAct(let subject, let act): "act \(act) of \(subject.place) does not read"
        case .brokenNumbering(let subject, let act): "\(subject.place) has act \(act) out of turn"
        case .unfounded(let subject): "\(subject.place) was never founded"
        case .missingState(let subject): "\(subject.place) has no row"
        case .missingJournal(let subject): "\(subject.place) has no journal"
        case .differentState(let subject, let columns):
            "\(subject.place) differs from its journal in \(columns.joined(separator: ", "))"
        case .unreadableState(let subject): "the row of \(subject.place) does not open"
        case .wrongCount(let name, let expected, let found): "\(name): \(found) rows instead of \(expected)"
        case .missingNumbers(let number, let from): "papers \(number.place) begin at \(from)"
        case .doubledNumber(let number): "paper \(number.place) stands twice or is none"
        case .paperWithoutAct(let number, let id, let act):
            "paper \(number.place) rests on act \(act.number) of case \(id.number), which tells nothing of it"
        case .unknownPaper(let unit, let kind): "unit \(unit.number) has a paper of kind \(kind)"
        case .brokenPile(let run): "pile \(run) has a paper that never went out"
        }
    }
}

extension PaperNumber {
    fileprivate var place: String { "\(kind.rawValue) \(year)-\(number) of unit \(unit.number)" }
}
