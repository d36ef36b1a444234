// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// One page of a ledger within the actor's scope, with totals over the whole of it; numbers are masked.
    ///
    /// A page holds at least `limit` lines unless the list ends: what one case tells is never cut in two.
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func ledgerView(
        _ name: LedgerName, _ filter: LedgerFilter = LedgerFilter(), after: Cursor? = nil, limit: Int = 50,
        by actor: Actor
    ) async throws -> LedgerView {
        let scope = try scope(.seeLedgers, narrowedTo: filter.unit, by: actor)
        let walk = LedgerWalk(
            office: self, name: name, filter: filter, scope: scope, names: try await names())
        var lines: [LedgerLine] = []
        var cursor = after
        repeat {
            let page = try await walk.page(after: cursor, limit: limit)
            lines += page.rows
            cursor = page.next
        } while cursor != nil && lines.count < limit
        return LedgerView(
            ledger: .named(name),
            unit: filter.unit.flatMap { tree[$0] } ?? actor.unit(for: .seeLedgers, in: tree), filter: filter,
            compiler: actor.name, day: today, lines: lines, next: cursor, totals: try await walk.totals())
    }

    /// Every line of a ledger, page by page, for a file or paper; on the audit before anything leaves.
    ///
    /// - Parameter purpose: why ID numbers and phones are written out; masked where `nil`.
    /// - Throws: ``Refusal/reasonMissing`` for an empty purpose; ``Refusal/notAllowed(_:)``, ``StoreFailure``, and
    ///   what `each` throws.
    public func exportLedger(
        _ name: LedgerName, _ filter: LedgerFilter, purpose: String? = nil, by actor: Actor,
        each: ([LedgerLine]) throws -> Void
    ) async throws {
        if let purpose {
            guard !purpose.isEmpty else { throw Refusal.reasonMissing }
            _ = try scope(.unmask, narrowedTo: filter.unit, by: actor)
        }
        let scope = try scope(.exportLedgers, narrowedTo: filter.unit, by: actor)
        try await store.note(notes(name, filter, purpose, by: actor))
        let walk = LedgerWalk(
            office: self, name: name, filter: filter, scope: scope, names: try await names(),
            isWhole: purpose != nil)
        var cursor: Cursor?
        repeat {
            let page = try await walk.page(after: cursor, limit: LedgerWalk.stride)
            try each(page.rows)
            cursor = page.next
        } while cursor != nil
    }

    private func notes(
        _ name: LedgerName, _ filter: LedgerFilter, _ purpose: String?, by actor: Actor
    ) -> [AuditNote] {
        let unit = filter.unit ?? actor.unit(for: .exportLedgers, in: tree)?.id
        func note(_ action: AuditAction, _ detail: String) -> AuditNote {
            AuditNote(
                at: now, by: actor.account, action: action, subject: unit.map(Subject.unit), detail: detail)
        }
        let unmasked = purpose.map { [note(.unmasked, "ledger \(name.rawValue): \($0)")] } ?? []
        return unmasked + [note(.exported, "ledger \(name.rawValue)")]
    }
}

/// The walk over a ledger's scope: the one place where lines are made, for screens, totals and files alike.
struct LedgerWalk {
    let office: Office
    let name: LedgerName
    var filter: LedgerFilter
    let scope: Scope
    let names: [AccountID: String]
    var isWhole = false

    /// How many cases are held at a time where all are walked.
    static let stride = 500

    /// The lines of so many cases, or so many meetings.
    func page(after: Cursor?, limit: Int) async throws -> Slice<LedgerLine> {
        guard let definition = CaseLedger.named(name) else {
            return try await name == .vacancies ? vacancies(after, limit) : meetings(after, limit)
        }
        // Few of many cases have a line: only those are looked at with their people.
        let slice = try await cases(after, max(limit, Self.stride), definition)
        var lines: [LedgerLine] = []
        for (place, found) in slice.rows.enumerated() where definition.concerns(found) {
            guard let person = try await office.store.person(found.person) else { continue }
            let row = LedgerRow(assistanceCase: found, person: person)
            lines += try await self.lines(of: row, definition).filter { isAskedFor($0.tag) }
            // What one case tells is never cut in two; the next page goes on behind it.
            guard lines.count >= limit, place + 1 < slice.rows.count else { continue }
            return Slice(rows: lines, next: try await cases(after, place + 1, definition).next)
        }
        return Slice(rows: lines, next: slice.next)
    }

    /// How many lines bear which tag, without regard to the tag asked for.
    func totals() async throws -> [LedgerTag: Int] {
        var whole = self
        whole.filter.tag = nil
        var totals: [LedgerTag: Int] = [:]
        var cursor: Cursor?
        repeat {
            let page = try await whole.tags(after: cursor)
            for tag in page.rows { totals[tag, default: 0] += 1 }
            cursor = page.next
        } while cursor != nil
        return totals
    }

    /// The tags alone: where they follow from states, no journal is read.
    private func tags(after: Cursor?) async throws -> Slice<LedgerTag> {
        guard let definition = CaseLedger.named(name), case .one(let tag, _) = definition.making else {
            let page = try await page(after: after, limit: Self.stride)
            return Slice(rows: page.rows.map(\.tag), next: page.next)
        }
        let slice = try await cases(after, Self.stride, definition)
        let tags = slice.rows.filter(definition.concerns).compactMap { tag($0, filter.period) }
        return Slice(rows: tags, next: slice.next)
    }

    private func cases(
        _ after: Cursor?, _ limit: Int, _ definition: CaseLedger
    ) async throws -> Slice<AssistanceCase> {
        let query = CaseQuery(scope: scope, stages: definition.stages)
        return try await office.store.caseStates(query, after: after, limit: limit)
    }

    private func lines(of row: LedgerRow, _ definition: CaseLedger) async throws -> [LedgerLine] {
        let found = row.assistanceCase
        switch definition.making {
        case .one(let tag, let cells):
            guard let tag = tag(found, filter.period), isAskedFor(tag) else { return [] }
            let source = try await source(of: row, definition)
            let target: LedgerLine.Target =
                name == .status ? .statusRecord(found.id) : .assistanceCase(found.id)
            return [LedgerLine(opens: target, tag: tag, cells: cells(source))]
        case .several(let lines): return lines(try await source(of: row, definition))
        }
    }

    private func source(of row: LedgerRow, _ definition: CaseLedger) async throws -> LedgerSource {
        let reads = definition.readsHistory(filter.period, office.today)
        let subject = Subject.assistanceCase(row.assistanceCase.id)
        let history = reads ? try await office.store.history(of: subject).caseEvents.standing : []
        return LedgerSource(
            found: row.assistanceCase, person: row.person, history: history, period: filter.period,
            today: office.today, tree: office.tree, names: names, isWhole: isWhole)
    }

    private func isAskedFor(_ tag: LedgerTag) -> Bool { filter.tag.map { $0 == tag.key } ?? true }

    private func meetings(_ after: Cursor?, _ limit: Int) async throws -> Slice<LedgerLine> {
        let end = after.flatMap(MeetingPlace.init)
        let left = try await office.meetingLines(scope, filter.period).filter { entry in
            isAskedFor(entry.line.tag) && (end.map { entry.place < $0 } ?? true)
        }
        let rows = left.prefix(limit)
        return Slice(rows: rows.map(\.line), next: rows.count < left.count ? rows.last?.place.cursor : nil)
    }
}
