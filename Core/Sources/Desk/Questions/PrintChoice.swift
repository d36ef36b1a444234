// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Which papers somebody asks to be printed together.
public struct PrintFilter: Hashable, Sendable {
    public var kind: PaperKind
    /// Below the reader's own unit; all of it where `nil`.
    public var unit: UnitID?
    /// Only cases in this stage; all that did not end where `nil`.
    public var stage: CaseStage?
    /// Whether numbered papers that went out before are printed again.
    public var includesIssued: Bool

    public init(
        kind: PaperKind, unit: UnitID? = nil, stage: CaseStage? = nil, includesIssued: Bool = false
    ) {
        self.kind = kind
        self.unit = unit
        self.stage = stage
        self.includesIssued = includesIssued
    }
}

/// Which paper of which case: what a page's box stands for.
public struct PrintKey: Hashable, Sendable {
    public let caseID: CaseID
    public let act: ActID?

    public init(caseID: CaseID, act: ActID?) {
        self.caseID = caseID
        self.act = act
    }
}

/// 缺项: what a paper has a place for and the roll does not know; it is left empty for the pen.
public enum PaperGap: String, CaseIterable, Hashable, Sendable {
    case identity, phone, address
}

/// One paper that can be printed.
public struct PrintLine: Sendable {
    public let source: PaperSource
    public let basis: Recorded<CaseEvent>?
    /// As it went out; `nil` before.
    public let issued: IssuedPaper?
    public let gaps: Set<PaperGap>

    public var key: PrintKey { PrintKey(caseID: source.found.id, act: basis?.id) }
}

/// What of a list can be printed, and what of it not and why.
public struct PrintChoice: Sendable {
    public let filter: PrintFilter
    public let unit: Unit?
    /// By village and name; a person's papers oldest first.
    public let lines: [PrintLine]
    /// Cases whose record lacks the act that the paper tells.
    public let lacking: [Person]
    /// Papers that somebody else has to print.
    public let others: Int
    /// Papers that went out before and were not asked for.
    public let issued: Int
    /// Whether there are more cases than are looked at, so that a smaller unit has to be chosen.
    public let isCut: Bool
}

/// A case as papers are made from it, without what only its page shows.
public struct PaperSource: Sendable {
    public let found: AssistanceCase
    public let person: Person
    public let members: [Person]
    /// Oldest first, with withdrawals and what they took back.
    public let history: [Recorded<CaseEvent>]
    public let names: [AccountID: String]
    public let decisionDue: Day?
    public let officer: String
    /// Whether ID numbers and phones may be written out: the audit has what for.
    public var isWhole: Bool
}

extension Office {
    /// How many cases are looked at for one pile.
    public static let mostCases = 2_000

    /// What can be printed of a list within the actor's scope; numbers masked.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func printChoice(_ filter: PrintFilter, by actor: Actor) async throws -> PrintChoice {
        let scope = try scope(.seePeople, narrowedTo: filter.unit, by: actor)
        let stages: Set<CaseStage> =
            filter.stage.map { [$0] } ?? Set(CaseStage.allCases).subtracting([.ended])
        let slice = try await store.cases(
            CaseQuery(scope: scope, stages: stages), after: nil, limit: Self.mostCases)
        let sources = try await paperSources(filter.kind, of: slice.rows, by: actor)
        let issued = try await store.issuedPapers(filter.kind, of: slice.rows.map(\.assistanceCase.id))
        var sort = PrintSorting(filter: filter, office: self, actor: actor)
        for source in sources { sort.take(source, issued[source.found.id] ?? []) }
        return PrintChoice(
            filter: filter, unit: filter.unit.flatMap { tree[$0] } ?? actor.unit(for: .seePeople, in: tree),
            lines: sort.lines, lacking: sort.lacking, others: sort.others, issued: sort.issued,
            isCut: slice.next != nil)
    }

    /// The sources of cases for one kind of paper, each thing read once for all of them.
    func paperSources(
        _ kind: PaperKind, of rows: [LedgerRow], by actor: Actor
    ) async throws -> [PaperSource] {
        let names = try await names()
        var sources: [PaperSource] = []
        for rows in rows.chunks(of: bulk) {
            let subjects = rows.map { Subject.assistanceCase($0.assistanceCase.id) }
            let histories = try await store.histories(of: subjects)
            let duties = kind == .acceptance ? try await store.duties(of: subjects) : [:]
            for row in rows {
                let found = row.assistanceCase
                let subject = Subject.assistanceCase(found.id)
                sources.append(
                    PaperSource(
                        found: found, person: row.person,
                        members: kind == .application ? try await others(of: row.person) : [],
                        history: (histories[subject] ?? []).caseEvents, names: names,
                        decisionDue: duties[subject]?.last { $0.clause == "L.01" }?.due,
                        officer: actor.name, isWhole: false))
            }
        }
        return sources
    }

    /// The others of the home on the roll.
    func others(of person: Person) async throws -> [Person] {
        try await store.members(of: person.household).filter { $0.id != person.id }
    }
}

/// Sorts cases into what can be printed and what not.
private struct PrintSorting {
    let filter: PrintFilter
    let office: Office
    let actor: Actor
    var lines: [PrintLine] = []
    var lacking: [Person] = []
    var others = 0
    var issued = 0

    mutating func take(_ source: PaperSource, _ papers: [IssuedPaper]) {
        let kind = filter.kind
        guard kind.isReady(in: source.history) else { return lacking.append(source.person) }
        let bases: [Recorded<CaseEvent>?] = kind.bases(in: source.history).reversed()
        for basis in bases.isEmpty ? [nil] : bases {
            let paper = papers.first { $0.act == basis?.id }
            if paper != nil, !filter.includesIssued {
                issued += 1
            } else if !office.mayPrint(kind, resting: basis?.event, of: source.found, by: actor) {
                others += 1
            } else {
                lines.append(
                    PrintLine(source: source, basis: basis, issued: paper, gaps: source.gaps(of: kind)))
            }
        }
    }
}

extension PaperSource {
    /// What a form that names everything would leave empty.
    fileprivate func gaps(of kind: PaperKind) -> Set<PaperGap> {
        guard kind.showsWhole else { return [] }
        var gaps: Set<PaperGap> = []
        if person.facts.identity == nil { gaps.insert(.identity) }
        if person.facts.mobile == nil, person.facts.homePhone == nil { gaps.insert(.phone) }
        if person.facts.livesAt?.isEmpty != false { gaps.insert(.address) }
        return gaps
    }
}
