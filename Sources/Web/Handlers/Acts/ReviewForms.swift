// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// Step 02: the applicant's right to a review by the district (L.02).
enum ReviewForms {
    static let ask = ActForm(
        { desk, shown in
            [ActPage.Part(window(desk), [shown.area("note", "复核请求和理由", limit: 1000, isRequired: true)])]
        },
        read: { _, typed in
            .recognition(.reviewRequested(note: typed.words("note", "复核请求和理由", limit: 1000)))
        }
    ).guided("本人收到决定后15个工作日内可以向区里申请复核，逾期不再受理。").dayLabel("本人提出申请的日期").button("登记复核申请")

    /// Until when, by the calendar in force.
    private static func window(_ desk: ActDesk) -> String {
        guard let received = desk.found.recognition.decisionReceived,
            let last = desk.ask.office.pack.procedure.review?.last(from: received)
        else { return "" }
        return "本人\(received.inDocuments)收到决定，申请期限到\(last.inDocuments)"
    }

    static let decide = ActForm.fields(
        { desk, shown in
            [
                shown.one(of: outcomes(desk), "outcome", "复核结果"),
                shown.line("number", "认定编号", limit: 40, hint: "予以认定的填写；没有的可以不填"),
                shown.area("words", "复核意见和理由", limit: 1000, isRequired: true),
            ]
        },
        read: { _, typed in
            let words = typed.words("words", "复核意见和理由", limit: 1000)
            guard let outcome = typed.term("outcome", "复核结果", ReviewOutcome.self) else { return nil }
            return .recognition(
                .reviewDecided(outcome, number: typed.form.text("number"), words: words))
        }
    ).guided(
        "予以认定的，认定从复核决定当日起生效，村级援助随即开始；发回的，街（镇）从复核决定之日起5个工作日内重新作出决定。"
    ).dayLabel("复核决定日期").button("作出复核决定", isGrave: true).showingFile()

    /// Somebody recognised already can only have the decision upheld.
    private static func outcomes(_ desk: ActDesk) -> [ReviewOutcome] {
        desk.found.recognition.recognised == nil ? ReviewOutcome.allCases : [.upheld]
    }

    static let tell = ActForm.fields(
        { _, shown in [shown.line("note", "告知方式", isRequired: true, hint: "当面、电话或送达，本人签收情况")] },
        read: { _, typed in .recognition(.reviewTold(note: typed.words("note", "告知方式"))) }
    ).dayLabel("告知本人的日期").button("已告知")
}
