// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// A change with everything encoded, sealed and indexed, so that the one writer has only to insert.
///
/// Made on any thread; holds no state of the store but its keys.
public struct PreparedChange: Sendable {
    let by: Int
    let recorded: Int
    let once: String?
    let answer: Subject
    let acts: [PreparedAct]
    let states: [PreparedState]
    let duties: [DutyList]
    let audit: [PreparedNote]
    let finishedDraft: String?
    let serials: [DrawnSerial]
    let messages: [NewMessage]

    /// - Throws: ``StoreFailure/damaged(_:)`` when a value cannot be written down.
    public init(_ change: Change, keys: StoreKeys) throws {
        by = change.by.number
        recorded = Int(change.recorded.millisecondsSince1970)
        once = change.once?.text
        answer = change.answer
        acts = try change.acts.map { try PreparedAct($0, in: change, keys: keys) }
        states = try Self.inOrder(change.states).map { try PreparedState($0, keys: keys) }
        duties = change.duties
        audit = change.audit.map { PreparedNote($0) }
        finishedDraft = change.finishedDraft
        serials = change.serials
        messages = change.messages
    }

    /// What others refer to comes first: units, households, people, cases; of cases the ended ones, since a
    /// person has one live case at most.
    private static func inOrder(_ states: [SubjectState]) -> [SubjectState] {
        guard states.count > 1 else { return states }
        return states.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }
}

extension SubjectState {
    fileprivate var rank: Int {
        switch self {
        case .unit: 0
        case .household: 1
        case .person: 2
        case .round: 3
        case .assistanceCase(let found): found.isLive ? 5 : 4
        case .account: 6
        case .batch: 7
        case .employer: 8
        case .vacancy: 9
        case .fair: 10
        }
    }
}

/// A row of the journal but for its place and link.
struct PreparedAct: Sendable {
    static let names = """
        subject_kind, subject, act, kind, shape, occurred, recorded, account, batch, fields, refers, \
        withdraws, payload
        """

    let subject: Subject
    let act: Int
    let values: [SQLValue]
    let digest: [UInt8]
    /// The act that this one withdraws.
    let withdraws: Int?
    /// The sheet and round that the act takes in.
    let sheet: (sheet: String, round: Int)?

    init(_ new: NewAct, in change: Change, keys: StoreKeys) throws {
        subject = new.subject
        act = new.id.number
        let event = new.event
        let flat = Act(event, id: new.id, occurred: new.occurred, recorded: change.recorded)
        let payload = try keys.seal(
            EventCodec.bytes(of: event), "journal.payload", "\(new.subject.place):\(new.id)")
        values = [
            .text(new.subject.kind.rawValue), .integer(new.subject.number), .integer(act),
            .text(flat.kind.rawValue), .integer(Event.schema), .integer(new.occurred.number),
            .integer(Int(change.recorded.millisecondsSince1970)), .integer(change.by.number),
            SQLValue(change.batch?.number), .text(try FieldsText.write(flat.fields)),
            SQLValue(flat.refersTo?.number), SQLValue(flat.withdraws?.number), .blob(payload),
        ]
        digest = RowDigest.digest(values)
        withdraws = flat.withdraws?.number
        if case .person(.surveyed(let response)) = event {
            sheet = (response.sheet, response.round.number)
        } else {
            sheet = nil
        }
    }
}

/// A line of the audit but for its place and link.
struct PreparedNote: Sendable {
    static let names = "at, account, action, subject_kind, subject, detail"

    let values: [SQLValue]
    let digest: [UInt8]

    init(_ note: AuditNote) {
        values = [
            .integer(Int(note.at.millisecondsSince1970)), .integer(note.by.number),
            .text(note.action.rawValue), SQLValue(text: note.subject?.kind.rawValue),
            SQLValue(note.subject?.number), .text(note.detail),
        ]
        digest = RowDigest.digest(values)
    }
}
