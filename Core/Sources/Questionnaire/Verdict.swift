// SPDX-License-Identifier: Apache-2.0

/// What the form says about a whole sheet: all of it at once.
public struct Verdict: Hashable, Sendable {
    /// How the sheet runs through the form. Findings never shorten it.
    public let walk: Walk
    /// Every finding, in the order of the paper.
    public let findings: [Finding]
    /// The findings that are neither mended nor confirmed.
    public let open: [Finding]

    /// The numbered questions asked, in order.
    public var path: [ItemID] { walk.path }
    /// The findings that a person has confirmed, for the supervisor to see.
    public var settled: [Finding] { findings.filter { !open.contains($0) } }
    /// Whether the sheet can be taken in: complete, without error, every oddity confirmed with its reason.
    public var isComplete: Bool { open.isEmpty }
}

extension Verdict {
    /// The verdict with what others of the home tell otherwise; open until it is confirmed with a reason.
    public func adding(_ more: [Finding], confirmations: [Confirmation]) -> Verdict {
        let unsettled = more.filter { finding in !confirmations.contains { $0.settles(finding) } }
        return Verdict(walk: walk, findings: findings + more, open: open + unsettled)
    }
}

/// What a check of the caller has against a text.
public struct CheckFault: Hashable, Sendable {
    /// The stable code.
    public let code: String
    /// Whether "so in the document" settles it.
    public let isConfirmable: Bool
    /// What the sentence needs.
    public let values: [String]

    /// States what is wrong.
    public init(_ code: String, isConfirmable: Bool, values: [String] = []) {
        self.code = code
        self.isConfirmable = isConfirmable
        self.values = values
    }
}

/// Checks of single answers that the form cannot make itself, by item: the soundness of an identity number.
public typealias AnswerChecks = [ItemID: @Sendable (String) -> CheckFault?]

extension Form {
    /// Says everything that is wrong or odd about a sheet.
    ///
    /// - Parameters:
    ///   - facts: what the caller has worked out (``facts`` names what is asked for); a comparison with a
    ///     fact that is not given does not hold.
    ///   - checks: checks of single answers; they see texts that are sound in shape.
    ///   - confirmations: which findings a person has confirmed, and why.
    public func assess(
        _ answers: Answers, facts: [String: Int] = [:], checks: AnswerChecks = [:],
        confirmations: [Confirmation] = []
    ) -> Verdict {
        let reading = SheetReading(answers, on: self)
        var findings: [Finding] = []
        for position in items.indices { findings += self.findings(at: position, reading, checks) }
        findings += reading.unknown.sorted().map { Finding(.unknownItem, at: $0, values: [$0.name]) }
        for (position, term) in contradictions.enumerated() where term.holds(reading.marks, facts) {
            findings.append(finding(of: definition.contradictions[position]))
        }
        let open = findings.filter { finding in !confirmations.contains { $0.settles(finding) } }
        return Verdict(walk: walk(reading), findings: findings, open: open)
    }

    private func findings(at position: Int, _ reading: SheetReading, _ checks: AnswerChecks) -> [Finding] {
        guard let answer = reading.answers[position] else {
            return isMissing(position, reading) ? [Finding(.required, at: items[position].id)] : []
        }
        guard reading.marks.asked[position] else { return offPath(position, reading) }
        let found = AnswerCheck(
            id: items[position].id, allowsNone: items[position].allowsNone, answer: answer,
            entries: reading.entries[position], codes: book.bits[position],
            earlier: earlier(position, reading)
        ).findings(items[position].kind)
        return found.isEmpty && !checks.isEmpty ? outside(position, reading, checks) : found
    }

    /// What the caller's check has against an answer that is sound in shape.
    private func outside(_ position: Int, _ reading: SheetReading, _ checks: AnswerChecks) -> [Finding] {
        let id = items[position].id
        let entries = reading.entries[position]
        guard let check = checks[id], entries != [noneWord] else { return [] }
        return entries.compactMap(check).map { fault in
            Finding(
                .checked, code: fault.code, at: id, isConfirmable: fault.isConfirmable, values: fault.values)
        }
    }

    /// The item that a month must not be before, and what is written there.
    private func earlier(_ position: Int, _ reading: SheetReading) -> (item: ItemID, text: String)? {
        guard case .yearMonth(let earlier?) = items[position].kind, let other = book.positions[earlier],
            reading.marks.filled[other], let text = reading.entries[other].first
        else { return nil }
        return (earlier, text)
    }

    /// A write-in that was not opened may be filled with 无, as the paper's instructions want blanks filled.
    private func offPath(_ position: Int, _ reading: SheetReading) -> [Finding] {
        let item = items[position]
        if item.parent != nil, reading.entries[position] == [noneWord] { return [] }
        let turned = asked[position].firstBroken(reading.marks).map { items[$0].id }
        return [Finding(.offPath, at: item.id, other: turned)]
    }

    private func finding(of one: Contradiction) -> Finding {
        Finding(
            .contradiction, code: one.code, at: one.items[0], other: one.items.dropFirst().first,
            severity: .warning)
    }
}

extension Term {
    /// The item that turns the path away: the first that fails, in the alternative that goes furthest.
    func firstBroken(_ marks: Marks) -> Int? { broken(marks)?.item }

    private func broken(_ marks: Marks) -> (item: Int?, passed: Int)? {
        if holds(marks) { return nil }
        switch self {
        case .always, .never, .fact, .not: return (nil, 0)
        case .answered(let position), .chosen(let position, _): return (position, 0)
        case .all(let parts):
            for (passed, part) in parts.enumerated() {
                if let broken = part.broken(marks) { return (broken.item, passed + broken.passed) }
            }
            return nil
        case .any(let parts):
            return parts.compactMap { $0.broken(marks) }.max { $0.passed < $1.passed }
        }
    }
}
