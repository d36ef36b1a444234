// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 10.w4: what each system named in the pack is to be told of a change's acts, written in the same transaction.
    func messages(of change: Change) -> [NewMessage] {
        let systems = pack.statusSystems
        guard !systems.isEmpty else { return [] }
        return change.acts.flatMap { act -> [NewMessage] in
            guard case (.assistanceCase(let id), .assistanceCase(let event)) = (act.subject, act.event),
                let kind = event.message, let village = change.village(of: id)
            else { return [] }
            return systems.map {
                NewMessage(system: $0, kind: kind, caseID: id, act: act.id, village: village)
            }
        }
    }

    /// 导出并登记传送: the waiting messages of one system leave in a file, and are marked so with it.
    ///
    /// - Parameter limit: the most that one file takes.
    /// - Returns: the name under which the file can be fetched, without its ending; `nil` where none waits.
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func handOverMessages(
        to system: String, limit: Int = 5_000, by actor: Actor
    ) async throws -> String? {
        let scope = try scope(.sendMessages, narrowedTo: nil, by: actor)
        let query = MessageQuery(scope: scope, system: system, state: .waiting)
        let waiting = try await store.messages(query, after: nil, limit: limit).rows
        guard let first = waiting.first else { return nil }
        let time = String(now.rfc3339.dropFirst(11).prefix(8).filter { $0 != ":" })
        let file = "数据上报\(today.iso)-\(time)-\(first.id.number)"
        try await store.move(
            MessageMove(
                ids: waiting.map(\.id), to: .handedOver, file: file,
                audit: note(.exported, "数据上报：\(system)，\(file)，\(waiting.count)条", by: actor)))
        return file
    }

    /// What came back from the receiver, or that it is to be sent once more.
    ///
    /// - Throws: ``Refusal/reasonMissing`` for a failure without one, other refusals; ``StoreFailure``.
    public func settleMessages(
        _ ids: [MessageID], as state: MessageState, reason: String = "", by actor: Actor
    ) async throws {
        if state == .failed, reason.isEmpty { throw Refusal.reasonMissing }
        guard state != .withdrawn, state != .handedOver else { throw Refusal.notAllowed(.sendMessages) }
        for id in ids {
            guard let message = try await store.message(id) else { throw Refusal.notFound(.assistanceCase) }
            try actor.require(.sendMessages, at: message.village, in: tree)
        }
        guard let first = ids.first else { return }
        let words = "数据上报：报文\(first.number)等\(ids.count)条，\(state.rawValue)"
        try await store.move(
            MessageMove(ids: ids, to: state, reason: reason, audit: note(.act, words, by: actor)))
    }

    private func note(_ action: AuditAction, _ words: String, by actor: Actor) -> AuditNote {
        AuditNote(at: now, by: actor.account, action: action, subject: nil, detail: words)
    }
}

extension Change {
    /// The village of a case, as the change leaves it.
    fileprivate func village(of id: CaseID) -> UnitID? {
        for case .assistanceCase(let found) in states.reversed() where found.id == id { return found.village }
        return nil
    }
}

extension CaseEvent {
    /// What other systems are told of the act.
    fileprivate var message: MessageKind? {
        guard case .work(let event) = self else { return nil }
        return switch event {
        case .employed, .confirmed: .employed
        case .registered: .registered
        case .jobLost: .jobLost
        case .notified, .fileTransferred, .followedUp, .employerVisited, .founderVisited: nil
        }
    }
}
