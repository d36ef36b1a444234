// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 文书: a case with what its papers are made of, and the papers that went out.
public struct PaperFile: Sendable {
    public let file: CaseFile
    /// The others of the home on the roll.
    public let members: [Person]
    public let issued: [IssuedPaper]
    /// Whether ID numbers and phones may be written out: the reader may see them, and the audit has what for.
    public let isWhole: Bool
    /// The reader, as 经办人 of papers that rest on no act.
    public let officer: String

    /// The paper as it went out; `nil` before.
    public func issued(_ kind: PaperKind, _ act: ActID) -> IssuedPaper? {
        issued.first { $0.kind == kind && $0.act == act }
    }

    /// The last day for the decision on the application (L.01), where one is or was owed.
    public var decisionDue: Day? {
        file.duties.last(where: { $0.obligation.clause == "L.01" })?.obligation.due
    }
}

extension Office {
    /// The papers of a case, for those who may look at its person; numbers masked.
    ///
    /// - Throws: as ``caseFile(_:by:)``.
    public func paperFile(_ id: CaseID, by actor: Actor) async throws -> PaperFile {
        try await paperFile(id, isWhole: false, by: actor)
    }

    private func paperFile(_ id: CaseID, isWhole: Bool, by actor: Actor) async throws -> PaperFile {
        let file = try await caseFile(id, by: actor)
        let members = try await store.members(of: file.person.household).filter { $0.id != file.person.id }
        return PaperFile(
            file: file, members: members, issued: try await store.issuedPapers(of: id), isWhole: isWhole,
            officer: actor.name)
    }

    /// Whether the actor may put a paper out: those whose act it tells; forms that rest on none are printed by
    /// whoever may see the whole number.
    public func mayPrint(
        _ kind: PaperKind, resting basis: CaseEvent?, of found: AssistanceCase, by actor: Actor
    ) -> Bool {
        guard let basis else { return actor.may(.unmask, at: found.village, in: tree) }
        let doer = found.doer(of: basis)
        return actor.may(doer.deed, at: unit(at: doer.level, of: found), in: tree)
    }

    /// The file of a paper that is about to be printed; the audit has the printing, and where the form shows whole
    /// numbers, the look at them with its purpose (L.05, L.06).
    ///
    /// - Parameter title: the paper's name, as the purpose.
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)``, ``StoreFailure``.
    public func printedPaper(
        _ kind: PaperKind, resting basis: CaseEvent?, titled title: String, of id: CaseID, by actor: Actor
    ) async throws -> PaperFile {
        let found = try await demand(case: id)
        guard mayPrint(kind, resting: basis, of: found, by: actor) else {
            throw Refusal.notAllowed(basis.map { found.doer(of: $0).deed } ?? .unmask)
        }
        let isWhole = kind.showsWhole && actor.may(.unmask, at: found.village, in: tree)
        let file = try await paperFile(id, isWhole: isWhole, by: actor)
        if isWhole {
            try await store.note([printing(.unmasked, title, of: .person(found.person), by: actor)])
        }
        if !kind.isNumbered {
            try await store.note([printing(.printed, title, of: .assistanceCase(id), by: actor)])
        }
        return file
    }

    /// 编号: puts a paper out under the next number of its office, or again under the one that it has.
    ///
    /// The caller has set it before, so that no number goes to a paper that cannot be set.
    /// - Throws: ``StoreFailure``.
    public func issue(
        _ kind: PaperKind, act: ActID, from unit: UnitID, titled title: String, of id: CaseID,
        by actor: Actor
    ) async throws -> (paper: IssuedPaper, isReprint: Bool) {
        try await store.issue(
            PaperOrder(caseID: id, kind: kind, act: act, unit: unit, on: today),
            printing: printing(.printed, title, of: .assistanceCase(id), by: actor))
    }

    /// A look at a paper without putting it out, numbers masked: on the audit as every print (L.06).
    ///
    /// - Throws: as ``caseFile(_:by:)``.
    public func previewedPaper(
        titled title: String, of id: CaseID, by actor: Actor
    ) async throws -> PaperFile {
        let file = try await paperFile(id, by: actor)
        try await store.note([printing(.printed, title, of: .assistanceCase(id), by: actor)])
        return file
    }

    private func printing(
        _ action: AuditAction, _ title: String, of subject: Subject, by actor: Actor
    ) -> AuditNote {
        AuditNote(at: now, by: actor.account, action: action, subject: subject, detail: title)
    }
}
