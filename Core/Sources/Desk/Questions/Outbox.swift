// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// A message with what it tells.
public struct MessageLine: Sendable {
    public let message: OutgoingMessage
    public let person: Person
    /// The act that it tells, or takes back.
    public let entry: Recorded<CaseEvent>
}

/// 数据上报: the messages of one system in one state.
public struct Outbox: Sendable {
    public let lines: [MessageLine]
    public let next: Cursor?
    /// By system and state, over the whole scope.
    public let counts: [MessageCount]
    /// The systems of the pack, then those of which only old messages tell.
    public let systems: [String]
    public let names: [AccountID: String]
}

extension Office {
    /// The outbox of the actor's scope.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func outbox(
        system: String?, state: MessageState?, after: Cursor? = nil, limit: Int = 50, by actor: Actor
    ) async throws -> Outbox {
        let scope = try scope(.sendMessages, narrowedTo: nil, by: actor)
        let slice = try await store.messages(
            MessageQuery(scope: scope, system: system, state: state), after: after, limit: limit)
        let counts = try await store.messageCounts(scope)
        let old = Set(counts.map(\.system)).subtracting(pack.statusSystems).sorted()
        return Outbox(
            lines: try await lines(of: slice.rows), next: slice.next, counts: counts,
            systems: pack.statusSystems + old, names: try await names())
    }

    /// The messages of a file that was made before, for whoever may send them; the look is audited.
    ///
    /// - Throws: ``Refusal``, ``StoreFailure``.
    public func messageFile(_ name: String, by actor: Actor) async throws -> [MessageLine] {
        let scope = try scope(.sendMessages, narrowedTo: nil, by: actor)
        let query = MessageQuery(scope: scope, file: name)
        let lines = try await lines(of: try await store.messages(query, after: nil, limit: 5_000).rows)
        guard !lines.isEmpty else { throw Refusal.notFound(.assistanceCase) }
        try await store.note([
            AuditNote(
                at: now, by: actor.account, action: .exported, subject: nil,
                detail: "数据上报文件：\(name)，\(lines.count)条，含完整身份证号")
        ])
        return lines
    }

    /// Messages with the acts of which they tell, read from the journal.
    func lines(of messages: [OutgoingMessage]) async throws -> [MessageLine] {
        var histories: [CaseID: [Recorded<CaseEvent>]] = [:]
        var people: [CaseID: Person] = [:]
        var lines: [MessageLine] = []
        for message in messages {
            let id = message.caseID
            if histories[id] == nil {
                histories[id] = try await store.history(of: .assistanceCase(id)).caseEvents
                people[id] = try await demand(person: try await demand(case: id).person)
            }
            guard let entry = histories[id]?.first(where: { $0.id == message.act }), let person = people[id]
            else { throw StoreFailure.damaged("a message of an act that is not there") }
            lines.append(MessageLine(message: message, person: person, entry: entry))
        }
        return lines
    }
}
