// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// Step 02: the two registers and their certificates (02.w1, 02.w3).
enum RegisterForms {
    static let enter = ActForm(
        { desk, shown in
            let fitting = RegisterKind(desk.file.person.facts.registration)
            return [
                ActPage.Part(
                    bars(desk),
                    [
                        shown.one(
                            of: RegisterKind.allCases, "kind", "登记种类", or: fitting,
                            hint: "城镇户籍办理失业登记，农村劳动力办理转移就业求职登记"),
                        shown.line("note", "说明", limit: 200, hint: "录入的子系统和编号"),
                    ])
            ]
        },
        read: { _, typed in
            guard let kind = typed.term("kind", "登记种类", RegisterKind.self) else { return nil }
            return .recognition(.registerEntered(note: typed.form.text("note"), kind: kind))
        }
    ).guided("核对无误的申请登记表即时录入子系统。不在劳动年龄内、已经就业或户籍性质不符的不能登记。").dayLabel("登记日期").button("登记")

    /// Said before anything is filled in.
    private static func bars(_ desk: ActDesk) -> String {
        guard let rules = desk.ask.office.pack.hardship.rules(on: desk.today) else { return "" }
        let bars = desk.file.person.facts.registrationBars(
            to: nil, on: desk.today, under: rules.schedule)
        return bars.isEmpty ? "" : "请先核实：" + bars.map(\.sentence).joined(separator: "；")
    }

    static let issue = ActForm(
        { desk, shown in [ActPage.Part("", [number(desk)])] },
        read: { desk, _ in
            .recognition(.certificateIssued(number: "", kind: desk.found.recognition.liveRegistration?.kind))
        }
    ).guided("证件编号由系统按本街（镇）当年的顺序取号，不跳号、不重号，发放后写在证件上。").dayLabel("发证日期").button("发放")

    private static func number(_ desk: ActDesk) -> Field {
        let recognition = desk.found.recognition
        let kind =
            recognition.liveCertificate?.kind ?? recognition.liveRegistration?.kind
            ?? RegisterKind(desk.file.person.facts.registration)
        let name = kind.map { desk.ask.office.pack.certificateName(of: $0) } ?? "证件"
        return Field("certificate", "证件", .fixed("《\(name)》，编号保存后显示"))
    }

    static let check = ActForm.fields(
        { _, shown in [shown.line("note", "年检情况", limit: 200, hint: "就业失业状况、求职经历是否如实报告")] },
        read: { _, typed in .recognition(.certificateChecked(note: typed.form.text("note"))) }
    ).guided("每年年检一次，从发证的第二年起。").dayLabel("年检日期").button("年检合格")

    static let replace = ActForm(
        { desk, shown in
            [
                ActPage.Part(
                    "原证编号：\(desk.found.recognition.certificate)",
                    [
                        number(desk),
                        shown.line("reason", "补发原因", limit: 200, isRequired: true, hint: "遗失、损坏、页数用完"),
                    ])
            ]
        },
        read: { _, typed in
            .recognition(.certificateReplaced(number: "", reason: typed.words("reason", "补发原因")))
        }
    ).guided("原证作废，编号保留不再使用；新证取新的编号。").dayLabel("补发日期").button("补发")

    static let void = ActForm.fields(
        { _, shown in [shown.line("reason", "作废原因", limit: 200, isRequired: true)] },
        read: { _, typed in .recognition(.certificateVoided(reason: typed.words("reason", "作废原因"))) }
    ).guided("只收回证件、不再补发的，在这里作废。要换新证的，请用补发。").dayLabel("作废日期").button("作废", isGrave: true)

    static let end = ActForm.fields(
        { _, shown in
            [
                shown.one(of: RegistrationEnd.allCases, "reason", "注销原因"),
                shown.area("note", "说明", lines: 2, limit: 300),
            ]
        },
        read: { _, typed in
            guard let reason = typed.term("reason", "注销原因", RegistrationEnd.self) else { return nil }
            return .recognition(.registrationEnded(reason, note: typed.form.text("note")))
        }
    ).guided("办理就业登记、迁出、死亡或到退休年龄的，登记随之注销，不用在这里办理。").dayLabel("注销日期").button("注销", isGrave: true)
}
