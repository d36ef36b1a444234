// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: OutboxStore {
    public func messages(
        _ query: MessageQuery, after: Cursor?, limit: Int
    ) async throws -> Slice<OutgoingMessage> {
        read { state in
            let last = after?.numbers.first ?? 0
            let rows = state.messages.filter { message in
                message.id.number > last && state.contains(message.village, query.scope)
                    && query.system.map { message.system == $0 } ?? true
                    && query.state.map { message.state == $0 } ?? true
                    && query.file.map { message.file == $0 } ?? true
            }
            return page(rows, limit: limit) { Cursor(numbers: $0.id.number) }
        }
    }

    public func messageCounts(_ scope: Scope) async throws -> [MessageCount] {
        read { state in
            let seen = state.messages.filter { state.contains($0.village, scope) }
            return Dictionary(grouping: seen) { MessageKey(system: $0.system, state: $0.state) }.map {
                MessageCount(system: $0.key.system, state: $0.key.state, count: $0.value.count)
            }.sorted { ($0.system, $0.state.rawValue) < ($1.system, $1.state.rawValue) }
        }
    }

    public func message(_ id: MessageID) async throws -> OutgoingMessage? {
        read { state in state.messages.first { $0.id == id } }
    }

    public func move(_ move: MessageMove) async throws {
        try write { state in
            let wanted = Set(move.ids)
            let places = state.messages.indices.filter { wanted.contains(state.messages[$0].id) }
            for place in places where !move.to.origins.contains(state.messages[place].state) {
                throw StoreFailure.conflict(.assistanceCase(state.messages[place].caseID))
            }
            for place in places {
                state.messages[place].state = move.to
                if let file = move.file { state.messages[place].file = file }
                state.messages[place].by = move.audit.by
                state.messages[place].at = move.audit.at
                state.messages[place].reason = move.reason
            }
            state.audit.append(move.audit)
        }
    }
}

private struct MessageKey: Hashable {
    let system: String
    let state: MessageState
}

extension MemoryState {
    mutating func send(_ message: NewMessage, at made: Instant, correcting corrected: MessageID? = nil) {
        messages.append(
            OutgoingMessage(
                id: MessageID(messages.count + 1), system: message.system, kind: message.kind,
                caseID: message.caseID, act: message.act, village: message.village, made: made,
                corrects: corrected))
    }

    /// What is said of an act that never happened: nothing if it had not left, else that it does not hold.
    mutating func recall(_ act: ActID, of id: CaseID, in change: Change) {
        let concerned = messages.filter { $0.caseID == id && $0.act == act && $0.kind != .correction }
        for message in concerned {
            if MessageState.withdrawn.origins.contains(message.state) {
                messages[message.id.number - 1].state = .withdrawn
                messages[message.id.number - 1].by = change.by
                messages[message.id.number - 1].at = change.recorded
            } else if message.state != .withdrawn {
                send(
                    NewMessage(
                        system: message.system, kind: .correction, caseID: id, act: act,
                        village: message.village),
                    at: change.recorded, correcting: message.id)
            }
        }
    }
}
