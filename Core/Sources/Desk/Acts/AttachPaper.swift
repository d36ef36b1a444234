// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 附上扫描件: keeps the content and answers with what an act names it by.
    ///
    /// The content is kept before the act that names it is written, so that nothing is named that is not there;
    /// a content that no act came to name does no harm.
    /// - Throws: ``Refusal/attachmentTooLarge(bytes:)``, ``Refusal/attachmentUnreadable``; ``StoreFailure``.
    public func keep(scan content: [UInt8], titled title: String) async throws -> Attachment {
        guard content.count <= Attachment.largest else {
            throw Refusal.attachmentTooLarge(bytes: content.count)
        }
        guard let type = AttachmentType(content: content) else { throw Refusal.attachmentUnreadable }
        let digest = try await store.keep(attachment: content)
        return Attachment(digest: digest, type: type, size: content.count, title: title)
    }

    /// The content of a scan that a case names, for somebody who may see the person; the look is audited.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)`` when no standing act names it; ``StoreFailure``.
    public func scan(
        _ digest: String, of id: CaseID, by actor: Actor
    ) async throws -> (attachment: Attachment, content: [UInt8]) {
        let found = try await demand(case: id)
        try requireSight(of: try await demand(person: found.person), by: actor)
        let events = try await store.history(of: .assistanceCase(id)).caseEvents.map(\.event)
        guard let attachment = events.compactMap(\.attachment).first(where: { $0.digest == digest }) else {
            throw Refusal.notFound(.assistanceCase)
        }
        guard let content = try await store.attachment(digest) else {
            throw StoreFailure.damaged("an attachment is missing")
        }
        try await store.note([
            AuditNote(
                at: now, by: actor.account, action: .scanOpened, subject: .assistanceCase(id),
                detail: attachment.title)
        ])
        return (attachment, content)
    }
}

extension CaseEvent {
    /// The scan that an act brought along.
    public var attachment: Attachment? {
        switch self {
        case .aid(.agreementSigned(let signature)): signature.scan
        case .duty(.attached(let attachment)): attachment
        case .listed, .relisted, .classified, .visited, .enteredInLedger, .escorted, .registrationReceived,
            .escortWaived, .relocated, .recognition, .aid, .handover, .plan, .training, .welfare, .work,
            .retention, .duty, .ended, .reopened, .withdrawn:
            nil
        }
    }
}
