// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 报文: what another system is to be told.
public struct MessageID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

/// How far a message came. Raw values are the storage format.
public enum MessageState: String, CaseIterable, Hashable, Sendable {
    /// 待传送.
    case waiting
    /// 已传送: it left in a file, and nothing came back yet.
    case handedOver = "handed-over"
    /// 对方已确认.
    case confirmed
    /// 未成功, with the reason; it may be sent again.
    case failed
    /// 已撤销: its act was withdrawn before it left.
    case withdrawn
}

/// What a message tells. Raw values are the storage format.
public enum MessageKind: String, CaseIterable, Hashable, Sendable {
    case employed, registered
    case jobLost = "job-lost"
    /// 更正: an earlier message does not hold any more, since its act was withdrawn.
    case correction
}

/// A message on its way into the outbox: what it tells stands in the journal.
public struct NewMessage: Hashable, Sendable {
    /// The receiving system, by its name in the pack.
    public let system: String
    public let kind: MessageKind
    public let caseID: CaseID
    public let act: ActID
    public let village: UnitID

    public init(system: String, kind: MessageKind, caseID: CaseID, act: ActID, village: UnitID) {
        self.system = system
        self.kind = kind
        self.caseID = caseID
        self.act = act
        self.village = village
    }
}

/// A message as the outbox holds it. It names an act and holds no personal fact.
public struct OutgoingMessage: Hashable, Sendable, Identifiable {
    public let id: MessageID
    public let system: String
    public let kind: MessageKind
    public let caseID: CaseID
    public let act: ActID
    public let village: UnitID
    public let made: Instant
    public var state: MessageState
    /// The file in which it left last.
    public var file: String?
    /// Who settled its state last, and when.
    public var by: AccountID?
    public var at: Instant?
    /// Why it failed; empty otherwise.
    public var reason: String
    /// The message that it takes back.
    public let corrects: MessageID?

    public init(
        id: MessageID, system: String, kind: MessageKind, caseID: CaseID, act: ActID, village: UnitID,
        made: Instant, state: MessageState = .waiting, file: String? = nil, by: AccountID? = nil,
        at: Instant? = nil, reason: String = "", corrects: MessageID? = nil
    ) {
        self.id = id
        self.system = system
        self.kind = kind
        self.caseID = caseID
        self.act = act
        self.village = village
        self.made = made
        self.state = state
        self.file = file
        self.by = by
        self.at = at
        self.reason = reason
        self.corrects = corrects
    }
}

/// Which messages a list shows.
public struct MessageQuery: Hashable, Sendable {
    public var scope: Scope
    /// All systems where `nil`.
    public var system: String?
    public var state: MessageState?
    /// Only those that left in this file last.
    public var file: String?

    public init(
        scope: Scope, system: String? = nil, state: MessageState? = nil, file: String? = nil
    ) {
        self.scope = scope
        self.system = system
        self.state = state
        self.file = file
    }
}

/// How many messages to a system are in a state.
public struct MessageCount: Hashable, Sendable {
    public let system: String
    public let state: MessageState
    public let count: Int

    public init(system: String, state: MessageState, count: Int) {
        self.system = system
        self.state = state
        self.count = count
    }
}

/// What becomes of messages: all of them or none.
public struct MessageMove: Sendable {
    public let ids: [MessageID]
    public let to: MessageState
    public let file: String?
    public let reason: String
    public let audit: AuditNote

    public init(
        ids: [MessageID], to state: MessageState, file: String? = nil, reason: String = "", audit: AuditNote
    ) {
        self.ids = ids
        to = state
        self.file = file
        self.reason = reason
        self.audit = audit
    }
}

extension MessageState {
    /// The states from which a message may come into this one.
    public var origins: Set<MessageState> {
        switch self {
        case .waiting: [.failed]
        case .handedOver: [.waiting]
        case .confirmed: [.handedOver]
        case .failed: [.handedOver]
        case .withdrawn: [.waiting, .failed]
        }
    }
}

/// 数据上报: messages to other systems, each written with the act that it tells (10.w4).
///
/// When an act is withdrawn, its waiting and failed messages are withdrawn with it; for each that left, a correction
/// is written, in the same transaction.
public protocol OutboxStore: Sendable {
    /// Oldest first.
    func messages(_ query: MessageQuery, after: Cursor?, limit: Int) async throws -> Slice<OutgoingMessage>
    func messageCounts(_ scope: Scope) async throws -> [MessageCount]
    func message(_ id: MessageID) async throws -> OutgoingMessage?
    /// Moves messages with the line of the audit that says so.
    ///
    /// - Throws: ``StoreFailure/conflict(_:)`` with the case of one that stands elsewhere by now; nothing is written.
    func move(_ move: MessageMove) async throws
}
