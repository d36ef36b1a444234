// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// The tab 经过: everything that happened, newest first, with both clocks; what was withdrawn is struck through.
struct CaseCourse {
    let file: CaseFile
    let step: ProcedureStep?

    var html: HTML { filter + list }

    private var filter: HTML {
        FilterRow(
            page: .assistanceCase(file.found.id),
            fields: [
                Field(
                    "step", "步骤",
                    .select(
                        ProcedureStep.allCases.map { Choice(String($0.rawValue), "\($0.number) \($0.word)") },
                        chosen: step.map { String($0.rawValue) }, none: "全部步骤"))
            ], kept: [.init("tab", CasePage.Tab.history.rawValue)]
        ).html
    }

    private var list: HTML {
        let gone = file.history.withdrawals
        let shown = file.history.filter { step == nil || $0.event.step == step }
            .sorted { ($0.occurred, $0.id) > ($1.occurred, $1.id) }
        guard !shown.isEmpty else { return .nothing("这一步还没有记录。") }
        return .timeline(shown.map { happening($0, withdrawnBy: gone[$0.id]) })
    }

    private func happening(
        _ entry: Recorded<CaseEvent>, withdrawnBy withdrawal: Recorded<CaseEvent>?
    ) -> Happening {
        Happening(
            day: entry.occurred.inDocuments, entry.event.kind.words,
            by: "\(file.name(of: entry.by))，\(clocks(entry))", detail: detail(entry, withdrawal),
            tone: withdrawal == nil ? entry.event.step?.level.tone ?? .blue : .grey,
            source: entry.event.step.map { "步骤\($0.number)" }, isStruck: withdrawal != nil)
    }

    /// When it was entered beside the day on which it happened; an entry on a later day is marked.
    private func clocks(_ entry: Recorded<CaseEvent>) -> String {
        "\(entry.recorded.words)录入" + (entry.recorded.day > entry.occurred ? "（补录）" : "")
    }

    private func detail(_ entry: Recorded<CaseEvent>, _ withdrawal: Recorded<CaseEvent>?) -> HTML {
        let words = HTML.text(words(entry))
        guard let withdrawal else { return words + signature(entry) + scan(entry) + withdrawing(entry) }
        return .element("s", [], words)
            + .p(
                "\(withdrawal.recorded.words)由\(file.name(of: withdrawal.by))撤销：\(withdrawal.event.detail)")
    }

    /// A withdrawal says what it took back.
    private func words(_ entry: Recorded<CaseEvent>) -> String {
        guard case .withdrawn(let act, let reason) = entry.event,
            let target = file.history.first(where: { $0.id == act })
        else { return entry.event.detail }
        return "\(target.occurred.inDocuments)“\(target.event.kind.words)”；原因：\(reason)"
    }

    private func signature(_ entry: Recorded<CaseEvent>) -> HTML {
        guard case .aid(.agreementSigned(let signature)) = entry.event, signature.isPath else {
            return .empty
        }
        return .signature(signature)
    }

    private func scan(_ entry: Recorded<CaseEvent>) -> HTML {
        .with(entry.event.attachment) { attachment in
            .p(.a(.scan(attachment, of: file.found.id), "打开扫描件（\(attachment.title)）"))
        }
    }

    private func withdrawing(_ entry: Recorded<CaseEvent>) -> HTML {
        .when(
            file.mayWithdraw.contains(entry.id),
            .p(
                .a(
                    Link(
                        "/cases/\(file.found.id.number)/withdrawal",
                        query: [("act", String(entry.id.number))]), "撤销")))
    }
}
