// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import Questionnaire
import Sheets
import Wording

extension ImportRunner {
    func runEmployers(
        _ source: ImportSource, _ options: ImportOptions, _ actor: Actor, _ report: inout ImportReport
    ) async throws {
        let checked = try await check(source, EmployerColumns.table, &report) { _, _ in }
        guard let checked else { return }
        let rows = checked.read.rows.filter(\.isSound).map {
            EmployerRow(row: $0.number, facts: $0.draft.whole)
        }
        let plan = try await office.planEmployers(rows, by: actor)
        try await finish(checked, plan, place: place, options, actor, &report)
    }

    func runVacancies(
        _ source: ImportSource, _ options: ImportOptions, _ actor: Actor, _ report: inout ImportReport
    ) async throws {
        let villages = VillageBook(office.tree, on: office.today)
        let today = office.today
        let lowestPay = office.pack.procedure.lowestPay
        let table = VacancyColumns.table(occupations: office.pack.occupations)
        guard let source = try readable(source, &report) else { return }
        let checked = try await check(source, table, &report) { row, columns in
            Self.settle(&row, columns, villages, today, lowestPay)
        }
        guard let checked else { return }
        let rows = checked.read.rows.filter(\.isSound).compactMap { Self.fileRow($0, today) }
        let plan = try await office.planVacancies(rows, by: actor)
        try await finish(checked, plan, place: place, options, actor, &report)
    }

    /// A table as it is; a document of JobPostings as the table that it stands for.
    private func readable(_ source: ImportSource, _ report: inout ImportReport) throws -> ImportSource? {
        let name = report.file.lowercased()
        guard name.hasSuffix(".json") || name.hasSuffix(".jsonld") else { return source }
        let bytes: [UInt8] =
            switch source {
            case .bytes(let bytes): bytes
            case .path(let path): [UInt8](try Data(contentsOf: URL(filePath: path)))
            }
        guard bytes.count <= limits.fileBytes, PostingReading.isDocument(bytes),
            let table = try PostingReading.table(bytes)
        else {
            report.faults = [
                ImportFault(row: 0, column: nil, title: nil, says: "文件里没有可以认出的JobPosting岗位，请核对文件。")
            ]
            return nil
        }
        return .bytes(table)
    }

    private func place(_ fault: RowFault) -> (id: String, says: String) {
        (fault.place.rollColumn, fault.reason.sentence(in: office))
    }

    /// What a row needs beyond its cells: the town, and everything that the form would ask about.
    private static func settle(
        _ row: inout ReadRow<VacancyDraft>, _ columns: RowColumns, _ villages: VillageBook, _ today: Day,
        _ lowestPay: Int
    ) {
        let town = row.draft.town
        if !town.isEmpty {
            row.draft.placeID = villages.town(town)
            // A place outside of the district is written as words.
            if row.draft.placeID == nil {
                row.draft.place = [town, row.draft.place].filter { !$0.isEmpty }.joined()
            }
        }
        guard let facts = row.draft.facts(today: today) else { return }
        for finding in facts.findings(on: today, lowestPay: lowestPay, others: []) {
            let fault = columns.fault(row.number, at: finding.column, finding.sentence)
            row.faults.append(finding.blocks ? fault : fault.asWarning)
        }
        if let verifiedOn = row.draft.verifiedOn, verifiedOn > today {
            row.faults.append(
                columns.fault(row.number, at: "verified_on", "核实日期\(verifiedOn.iso)还没有到，请核对。"))
        }
        if row.draft.verifiedOn != nil, row.draft.confirmedBy.isEmpty {
            row.faults.append(
                columns.fault(row.number, at: "verified_by", "没有写单位里谁确认的，按待核实导入。").asWarning)
        }
    }

    private static func fileRow(_ row: ReadRow<VacancyDraft>, _ today: Day) -> VacancyFileRow? {
        guard let facts = row.draft.facts(today: today) else { return nil }
        let draft = row.draft
        let employer = draft.employer.whole
        let by = draft.confirmedBy
        let verified = draft.verifiedOn.flatMap { day in
            by.isEmpty ? nil : (Verification(confirmedBy: by), on: day)
        }
        let posted = draft.posted ?? today
        return VacancyFileRow(
            row: row.number, employer: employer, facts: facts,
            posted: min(posted, draft.verifiedOn ?? posted), verified: verified,
            isConfirmed: draft.isConfirmed)
    }
}

extension VacancyFinding {
    /// The column that it is about.
    fileprivate var column: String {
        switch self {
        case .sexLimit, .ageInWords, .postMissing, .doubled: "post"
        case .occupationMissing: "occupation"
        case .headcount: "headcount"
        case .placeMissing: "place"
        case .expired, .validTooLong: "valid_through"
        case .weeklyHours, .longHours: "weekly_hours"
        case .ageStated: "age"
        case .payBelowMinimum, .payOdd: "pay"
        }
    }
}

extension PolicyPack {
    /// 工种: the questionnaire's skills without 其他, which is written in.
    public var occupations: [String] {
        (form.item("skills")?.kind.options ?? []).map(\.code).filter { $0 != "其他" }
    }
}
