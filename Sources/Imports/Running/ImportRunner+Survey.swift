// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk
import Questionnaire
import Sheets

extension ImportRunner {
    func runSurvey(
        _ source: ImportSource, _ options: ImportOptions, _ actor: Actor, _ report: inout ImportReport
    ) async throws {
        let villages = VillageBook(office.tree, on: office.today)
        let tree = office.tree
        let filling = PlaceFilling(form: office.pack.form)
        let checked = try await check(source, SurveyColumns.table(form: office.pack.form), &report) {
            row, columns in
            guard !row.draft.villageName.isEmpty else { return }
            switch villages.village(town: row.draft.town, village: row.draft.villageName) {
            case .village(let id):
                row.draft.village = id
                filling.fill(&row.draft.answers, path: tree.path(of: id))
            case .fault(let column, let says):
                row.faults.append(columns.fault(row.number, at: column, says))
            }
        }
        guard let checked else { return }
        let plan = try await office.planSurvey(Self.surveyRows(checked.read.rows), by: actor)
        try await finish(
            checked, plan, place: { ($0.place.rollColumn, $0.reason.sentence(in: office)) }, options, actor,
            &report)
    }

    private static func surveyRows(_ rows: [ReadRow<SurveyDraft>]) -> [SurveyRow] {
        rows.filter(\.isSound).compactMap { row in
            guard let village = row.draft.village, let day = row.draft.interviewed else { return nil }
            let draft = row.draft
            return SurveyRow(
                row: row.number, village: village, answers: Answers(draft.answers),
                confirmations: draft.confirmations, interviewed: day, interviewer: draft.interviewer,
                sheet: draft.sheet, household: draft.household, correction: draft.correction,
                person: draft.person)
        }
    }
}

/// 户口所在地: known from the columns of town and village, so that it need not be typed twice.
struct PlaceFilling: Sendable {
    private let parts: Int?

    init(form: Form) {
        guard case .place(let parts) = form.item("registered_at")?.kind else {
            self.parts = nil
            return
        }
        self.parts = parts.count
    }

    func fill(_ answers: inout [ItemID: Answer], path: [String]) {
        guard let parts, answers["registered_at"] == nil, path.count >= parts else { return }
        answers["registered_at"] = .list(Array(path.suffix(parts)))
    }
}
