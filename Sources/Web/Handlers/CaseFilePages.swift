// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 援助情况: the page of a case, and its file on paper.
enum CaseFilePages {
    static let routes: [Routes.Entry] = [
        .get("/cases/:id", .seePeople, open),
        .get("/cases/:id/file", .seePeople, paper),
    ]

    static func open(_ ask: Ask) async throws -> Reply {
        let file = try await ask.office.caseFile(CaseID(try ask.number()), by: ask.actor)
        let tab = ask.query["tab"].flatMap(CasePage.Tab.init) ?? .overview
        return .page(
            CasePage(
                file: file, tab: tab, lines: lines(file, tab, ask),
                step: ask.query.number("step").flatMap(ProcedureStep.init),
                failures: ask.office.pack.procedure.failures))
    }

    /// The duties with their reasons, on the leaves that show them.
    private static func lines(_ file: CaseFile, _ tab: CasePage.Tab, _ ask: Ask) -> [WorkLine] {
        let journal = file.journal
        return switch tab {
        case .overview: file.nextDuties.map { ask.line($0, in: journal) }
        case .duties: file.duties.map { ask.line($0, in: journal) }
        case .plans, .recommendations, .history: []
        }
    }

    static func paper(_ ask: Ask) async throws -> Reply {
        let file = try await ask.office.printedFile(CaseID(try ask.number()), by: ask.actor)
        let sheets = CaseFileSheets(file: file)
        return .document(
            PrintShell(.upright, back: .assistanceCase(file.found.id), assets: ask.site.assets)
                .document(title: sheets.title, sheets: sheets.sheets))
    }
}
