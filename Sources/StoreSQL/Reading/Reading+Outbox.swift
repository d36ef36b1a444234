// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Reading {
    /// Oldest first.
    public func messages(
        _ query: MessageQuery, after: Cursor?, limit: Int
    ) throws -> Slice<OutgoingMessage> {
        guard let scope = ScopeFilter(query.scope) else { return .empty }
        var condition = "id > ?" + scope.text
        var values: [SQLValue] = [.integer(try after.map { try $0.numbers(1)[0] } ?? 0)] + scope.values
        if let system = query.system {
            condition += " AND system = ?"
            values.append(.text(system))
        }
        if let state = query.state {
            condition += " AND state = ?"
            values.append(.text(state.rawValue))
        }
        if let file = query.file {
            condition += " AND file = ?"
            values.append(.text(file))
        }
        let found = try connection.all(
            OutboxSQL.read + " WHERE \(condition) ORDER BY id LIMIT ?", values + [.integer(limit + 1)],
            OutgoingMessage.init)
        return Slice(found, limit: limit) { Cursor($0.id.number) }
    }

    public func messageCounts(_ scope: Scope) throws -> [MessageCount] {
        guard let filter = ScopeFilter(scope) else { return [] }
        return try connection.all(
            """
            SELECT system, state, count(*) FROM outbox WHERE 1 = 1\(filter.text)
            GROUP BY system, state ORDER BY system, state
            """, filter.values
        ) { row in
            guard let state = MessageState(rawValue: row.text(1)) else {
                throw StoreFailure.damaged("a message in state \(row.text(1))")
            }
            return MessageCount(system: row.text(0), state: state, count: row.integer(2))
        }
    }

    public func message(_ id: MessageID) throws -> OutgoingMessage? {
        try connection.first(
            OutboxSQL.read + " WHERE id = ?", [.integer(id.number)], OutgoingMessage.init)
    }
}

extension WriteSession {
    /// Moves messages, or throws before any is moved.
    ///
    /// - Throws: ``StoreFailure/conflict(_:)`` with the case of one that stands elsewhere by now.
    public mutating func move(_ move: MessageMove) throws {
        for id in move.ids {
            let found = try connection.first(
                OutboxSQL.read + " WHERE id = ?", [.integer(id.number)], OutgoingMessage.init)
            guard let found else { continue }
            guard move.to.origins.contains(found.state) else {
                throw StoreFailure.conflict(.assistanceCase(found.caseID))
            }
            try settle(
                id, move.to, file: move.file ?? found.file, reason: move.reason, by: move.audit.by,
                at: move.audit.at)
        }
        try append(PreparedNote(move.audit))
    }

    private func settle(
        _ id: MessageID, _ state: MessageState, file: String?, reason: String, by account: AccountID,
        at: Instant
    ) throws {
        try connection.run(
            "UPDATE outbox SET state = ?, file = ?, reason = ?, account = ?, at = ? WHERE id = ?",
            [
                .text(state.rawValue), SQLValue(text: file), .text(reason), .integer(account.number),
                .integer(Int(at.millisecondsSince1970)), .integer(id.number),
            ])
    }

    func send(_ message: NewMessage, at made: Int, correcting corrected: MessageID? = nil) throws {
        let place = try UnitPlace.find(message.village, connection)
        let id = try connection.number("SELECT coalesce(max(id), 0) FROM outbox") + 1
        try connection.run(
            OutboxSQL.insert,
            [
                .integer(id), .text(message.system), .text(message.kind.rawValue),
                .integer(message.caseID.number), .integer(message.act.number), .integer(made),
                .text(MessageState.waiting.rawValue), .text(""), SQLValue(corrected?.number),
                .integer(place.town), .integer(place.village),
            ])
    }

    /// What is said of an act that never happened: nothing if it had not left, else that it does not hold.
    func recall(_ act: Int, of subject: Subject, in change: PreparedChange) throws {
        guard case .assistanceCase = subject else { return }
        let concerned = try connection.all(
            OutboxSQL.read + " WHERE case_id = ? AND act = ? AND kind <> 'correction' ORDER BY id",
            [.integer(subject.number), .integer(act)], OutgoingMessage.init)
        for message in concerned {
            if MessageState.withdrawn.origins.contains(message.state) {
                try settle(
                    message.id, .withdrawn, file: message.file, reason: message.reason,
                    by: AccountID(change.by), at: Instant(millisecondsSince1970: Int64(change.recorded)))
            } else if message.state != .withdrawn {
                try send(
                    NewMessage(
                        system: message.system, kind: .correction, caseID: message.caseID, act: message.act,
                        village: message.village),
                    at: change.recorded, correcting: message.id)
            }
        }
    }
}

enum OutboxSQL {
    static let read = """
        SELECT id, system, kind, case_id, act, village, made, state, file, account, at, reason, corrects \
        FROM outbox
        """

    static let insert = """
        INSERT INTO outbox (
            id, system, kind, case_id, act, made, state, reason, corrects, town, village)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
}

extension OutgoingMessage {
    /// Reads the columns of ``OutboxSQL/read``.
    fileprivate init(_ row: any SQLRow) throws {
        guard let kind = MessageKind(rawValue: row.text(2)), let state = MessageState(rawValue: row.text(7))
        else { throw StoreFailure.damaged("a message of kind \(row.text(2)) in state \(row.text(7))") }
        self.init(
            id: MessageID(row.integer(0)), system: row.text(1), kind: kind, caseID: CaseID(row.integer(3)),
            act: ActID(row.integer(4)), village: UnitID(row.integer(5)),
            made: Instant(millisecondsSince1970: Int64(row.integer(6))), state: state,
            file: row.isNull(8) ? nil : row.text(8), by: row.optionalInteger(9).map { AccountID($0) },
            at: row.optionalInteger(10).map { Instant(millisecondsSince1970: Int64($0)) },
            reason: row.text(11), corrects: row.optionalInteger(12).map { MessageID($0) })
    }
}
