// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Papers
import Wording

/// 文书: the papers of a case as PDF, and every form empty.
enum PaperPages {
    static let routes: [Routes.Entry] = [
        .get("/cases/:id/papers", .seePeople, list),
        .get("/cases/:id/papers/:file", .seePeople, look),
        .post("/cases/:id/papers/:file", .seePeople, print),
        .get("/papers", .seePeople, blanks),
        .get("/papers/:file", .seePeople, blank),
    ]

    // MARK: Lists

    static func list(_ ask: Ask) async throws -> Reply {
        let id = CaseID(try ask.number())
        let papers = try await ask.office.paperFile(id, by: ask.actor)
        let history = papers.file.history
        let ready = PaperKind.allCases.filter { $0.isReady(in: history) }
        return .page(
            CasePapersPage(
                name: papers.file.person.facts.name.full, person: papers.file.person.id, caseID: id,
                lines: ready.flatMap { lines($0, papers, ask) },
                waiting: PaperKind.allCases.filter { !ready.contains($0) }.map {
                    ($0.word, $0.waitingSentence)
                }, context: ask.formContext))
    }

    private static func lines(
        _ kind: PaperKind, _ papers: PaperFile, _ ask: Ask
    ) -> [CasePapersPage.Line] {
        let bases: [Recorded<CaseEvent>?] = kind.bases(in: papers.file.history)
        return (bases.isEmpty ? [nil] : bases).map { line(kind, $0, papers, ask) }
    }

    private static func line(
        _ kind: PaperKind, _ basis: Recorded<CaseEvent>?, _ papers: PaperFile, _ ask: Ask
    ) -> CasePapersPage.Line {
        let number = basis.flatMap { papers.issued(kind, $0.id) }?.number.words ?? ""
        let address = address(kind, basis?.id, of: papers.file.found.id)
        let office = ask.office
        let mayPrint = office.mayPrint(
            kind, resting: basis?.event, of: papers.file.found, by: ask.actor)
        let isPlain = !kind.isNumbered && !kind.showsWhole
        let verb = kind.isNumbered ? (number.isEmpty ? "编号打印" : "补打") : "打印"
        return CasePapersPage.Line(
            title: kind.word,
            basis: basis.map {
                "\($0.occurred.inDocuments) \(Event.assistanceCase($0.event).kind.words)"
            } ?? "随时可以打印", number: number, look: address, print: mayPrint && !isPlain ? address : nil,
            verb: isPlain ? "" : verb)
    }

    private static func address(_ kind: PaperKind, _ act: ActID?, of id: CaseID) -> Link {
        let query = act.map { [(name: "act", value: String($0.number))] } ?? []
        return Link("/cases/\(id.number)/papers/\(kind.rawValue).pdf", query: query)
    }

    static func blanks(_ ask: Ask) async throws -> Reply {
        .page(
            BlankPapersPage(
                volumes: [
                    ("入户调查问卷（空白）", "整份问卷，入户时用笔填写；带底册内容的从人员档案里打印", "/survey/paper/blank"),
                    ("走访记录（装订）", "选村和起止日期，成册打印", "/visits"),
                    ("会商、会诊纪要", "在会议记录里打印全份", "/meetings"),
                    ("各类台账", "在“取走文件”里选PDF", "/ledgers"),
                ].filter { Routes.pages.contains($0.2.address) },
                papers: PaperKind.allCases.map {
                    ($0.word, $0.clauses.map(\.words).joined(separator: "、"), "/papers/\($0.rawValue).pdf")
                }))
    }

    // MARK: Papers

    static func blank(_ ask: Ask) async throws -> Reply {
        try await pdf(.blank(try kind(ask)), ask)
    }

    /// Without a number, or as a copy of what went out; ID numbers and phones masked.
    static func look(_ ask: Ask) async throws -> Reply {
        let (kind, id) = (try kind(ask), CaseID(try ask.number()))
        let papers = try await ask.office.previewedPaper(titled: kind.word, of: id, by: ask.actor)
        var paper = try paper(kind, papers, ask)
        if kind.isNumbered {
            let issued = basis(kind, papers.file, ask).flatMap { papers.issued(kind, $0.id) }
            paper.head.number = issued?.number.words ?? ""
            paper.head.mark = issued == nil ? "预览，未编号" : "复印件"
        } else if kind.showsWhole {
            paper.head.mark = "预览"
        }
        return try await pdf(paper, ask)
    }

    /// Puts the paper out: a number is drawn only for what can be set.
    static func print(_ ask: Ask) async throws -> Reply {
        let (kind, id) = (try kind(ask), CaseID(try ask.number()))
        let office = ask.office
        let seen = try await office.caseFile(id, by: ask.actor)
        let basis = basis(kind, seen, ask)
        let papers = try await office.printedPaper(
            kind, resting: basis?.event, titled: kind.word, of: id, by: ask.actor)
        var paper = try paper(kind, papers, ask)
        guard kind.isNumbered, let basis else { return try await pdf(paper, ask) }
        let unit = PaperCase(papers, office: office).unit(of: kind, basis.event)
        paper.head.number = PaperNumber(unit: unit, kind: kind, year: office.today.year, number: 0).words
        _ = try await ask.site.typeset([paper], stamp: office.now)
        let (issued, isReprint) = try await office.issue(
            kind, act: basis.id, from: unit, titled: kind.word, of: id, by: ask.actor)
        paper.head.number = issued.number.words
        paper.head.mark = isReprint ? "补打" : ""
        return try await pdf(paper, ask)
    }

    private static func kind(_ ask: Ask) throws -> PaperKind {
        let file = ask.path["file"] ?? ""
        guard file.hasSuffix(".pdf"), let kind = PaperKind(rawValue: String(file.dropLast(4))) else {
            throw PageMissing()
        }
        return kind
    }

    private static func basis(
        _ kind: PaperKind, _ file: CaseFile, _ ask: Ask
    ) -> Recorded<CaseEvent>? {
        let bases = kind.bases(in: file.history)
        guard let act = ask.query.number("act") else { return bases.first }
        return bases.first { $0.id == ActID(act) }
    }

    private static func paper(_ kind: PaperKind, _ papers: PaperFile, _ ask: Ask) throws -> Paper {
        var source = PaperCase(papers, office: ask.office)
        source.pointCard(to: ask.site)
        let found = source.paper(kind, act: ask.query.number("act").map { ActID($0) })
        guard let found else { throw PageMissing() }
        return found
    }

    private static func pdf(_ paper: Paper, _ ask: Ask) async throws -> Reply {
        let bytes = try await ask.site.typeset([paper], stamp: ask.office.now)
        return .shown(bytes, name: paper.fileName + ".pdf", mediaType: "application/pdf")
    }
}

extension Site {
    /// Papers as one PDF.
    ///
    /// - Throws: `TypesettingFault`.
    func typeset(_ papers: [Paper], stamp: Instant) async throws -> [UInt8] {
        guard let typesetter else { throw TypesettingFault.noTypesetter }
        return try await typesetter.pdf(of: papers, isForArchive: true, stamp: stamp)
    }

    /// A ledger as PDF.
    ///
    /// - Throws: `TypesettingFault`.
    func typeset(_ ledger: LedgerPaper, stamp: Instant) async throws -> [UInt8] {
        guard let typesetter else { throw TypesettingFault.noTypesetter }
        return try await typesetter.pdf(TypesettingOrder([ledger.sheetful], stamp: stamp))
    }
}
