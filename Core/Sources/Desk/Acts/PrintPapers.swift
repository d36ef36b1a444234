// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// A run with what became of the papers that were chosen.
public struct PrintedPile: Sendable {
    public let run: PrintRun
    /// People whose paper was chosen and could be printed no more: withdrawn or changed meanwhile.
    public let dropped: Int
}

extension Office {
    /// 批量打印: puts a pile out; numbers are drawn in one transaction with the list and one line of the audit.
    ///
    /// What changed between the choice and now is left out and counted; what changes while it is read is read
    /// again.
    /// - Parameters:
    ///   - chosen: only these; everything that is ready where `nil`.
    ///   - title: the paper's name, as the purpose of looks at whole numbers (L.05).
    ///   - trial: is given one of the papers before a number is drawn; what it throws ends it there.
    /// - Throws: ``Refusal/nothingToPrint``, ``Refusal/notAllowed(_:)``, ``StoreFailure``, and what `trial` throws.
    public func printPapers(
        _ filter: PrintFilter, chosen: Set<PrintKey>?, as shape: PrintShape, titled title: String,
        by actor: Actor, once: OnceKey, trial: (PrintLine) async throws -> Void
    ) async throws -> PrintedPile {
        if let known = try await store.printRun(asked: once) { return PrintedPile(run: known, dropped: 0) }
        for attempt in 1... {
            let choice = try await printChoice(filter, by: actor)
            guard let unit = choice.unit else { throw Refusal.notAllowed(.seePeople) }
            let lines = choice.lines.filter { chosen?.contains($0.key) ?? true }
            let dropped = chosen.map { $0.count - lines.count } ?? 0
            guard let first = lines.first else { throw Refusal.nothingToPrint }
            try await trial(first)
            let order = PrintOrder(
                kind: filter.kind, unit: unit.id, shape: shape, once: once, on: today,
                entries: lines.map { entry(of: $0, filter.kind) })
            do {
                let run = try await store.print(
                    order, audit: notes(of: lines, filter.kind, unit.id, title, by: actor), at: now,
                    by: actor.account)
                return PrintedPile(run: run, dropped: dropped)
            } catch StoreFailure.conflict(let subject) where attempt < 3 {
                // Somebody acted on the case while the list was read: read it again.
                _ = subject
            }
        }
        preconditionFailure("the last attempt answers or throws")
    }

    private func entry(of line: PrintLine, _ kind: PaperKind) -> PrintOrder.Entry {
        let found = line.source.found
        let level = kind.level(of: line.basis?.event)
        return PrintOrder.Entry(
            caseID: found.id, act: line.basis?.id,
            series: tree.unit(at: level, above: found.village)?.id ?? found.village, version: found.version,
            wasIssued: line.issued != nil)
    }

    private func notes(
        of lines: [PrintLine], _ kind: PaperKind, _ unit: UnitID, _ title: String, by actor: Actor
    ) -> [AuditNote] {
        let looks = lines.map(\.source).filter { showsWhole(kind, $0.found, to: actor) }.map(\.person.id)
        return Set(looks).sorted().map {
            AuditNote(
                at: now, by: actor.account, action: .unmasked, subject: .person($0), detail: "\(title)（批量）")
        } + [
            AuditNote(
                at: now, by: actor.account, action: .printed, subject: .unit(unit),
                detail: "\(title)（批量）\(lines.count)份")
        ]
    }

    /// A run of the actor's own.
    ///
    /// - Throws: ``Refusal/notFound(_:)`` for another's; ``StoreFailure``.
    public func printRun(_ id: PrintRunID, by actor: Actor) async throws -> PrintRun {
        guard let run = try await store.printRun(id), run.by == actor.account else {
            throw Refusal.notFound(.unit)
        }
        return run
    }

    /// What the papers of a run are made of, in its order; a case that is gone meanwhile has none.
    ///
    /// - Throws: ``StoreFailure``.
    public func sources(of run: PrintRun, by actor: Actor) async throws -> [PaperSource?] {
        var rows: [LedgerRow] = []
        var seen: Set<CaseID> = []
        for paper in run.papers where seen.insert(paper.caseID).inserted {
            guard let found = try await store.assistanceCase(paper.caseID),
                let person = try await store.person(found.person)
            else { continue }
            rows.append(LedgerRow(assistanceCase: found, person: person))
        }
        var sources: [CaseID: PaperSource] = [:]
        for var source in try await paperSources(run.kind, of: rows, by: actor) {
            source.isWhole = showsWhole(run.kind, source.found, to: actor)
            sources[source.found.id] = source
        }
        return run.papers.map { sources[$0.caseID] }
    }

    /// Whether a paper of the case writes whole numbers out for the actor (L.05).
    private func showsWhole(_ kind: PaperKind, _ found: AssistanceCase, to actor: Actor) -> Bool {
        kind.showsWhole && actor.may(.unmask, at: found.village, in: tree)
    }

    /// 下载: each taking away of a finished pile is on the audit (L.06).
    ///
    /// - Throws: ``StoreFailure``.
    public func noteTaken(_ run: PrintRun, titled title: String, by actor: Actor) async throws {
        try await store.note([
            AuditNote(
                at: now, by: actor.account, action: .printed, subject: .unit(run.unit),
                detail: "\(title)（批量，取走文件）\(run.papers.count)份")
        ])
    }
}
