// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Pages
import Wording

/// The fields of an employer.
struct EmployerForm {
    let ask: Ask
    let shown: Shown
    let known: EmployerFacts?

    var parts: [ActPage.Part] {
        let contacts = known?.contacts ?? []
        return [
            ActPage.Part(
                "单位",
                [
                    shown.line("name", "单位名称", limit: 60, isRequired: true, or: known?.name ?? ""),
                    shown.line(
                        "code", "统一社会信用代码", limit: 24, or: known?.code?.text ?? "", hint: "营业执照上的18位代码"),
                    shown.line(
                        "withoutCode", "没有代码的原因", limit: 60, or: known?.withoutCode ?? "", hint: "如：家庭雇主"),
                    Field(
                        "industry", "行业",
                        .select(
                            Industry.allCases.map { Choice($0.rawValue, $0.word) },
                            chosen: shown.choice("industry", or: known?.industry?.rawValue))),
                    Field("place", "所在镇（街）、村", .select(places, chosen: chosenPlace, none: "本区以外")),
                    shown.line("address", "地址", or: known?.address ?? ""),
                ]),
            ActPage.Part("联系人", contact(1, contacts.first) + contact(2, contacts.dropFirst().first)),
            ActPage.Part(
                "来往",
                [
                    Field(
                        "sources", "怎么知道这个单位的",
                        .checkboxes(
                            VacancySource.allCases.map { Choice($0.rawValue, $0.word) },
                            chosen: Set(shown.all("sources", or: known?.sources.map(\.rawValue) ?? [])))),
                    shown.yesOrNo("isRegular", "固定客户", or: known?.isRegular ?? false),
                    shown.area("note", "备注", lines: 2, limit: 500, or: known?.note ?? ""),
                ]),
        ]
    }

    private var chosenPlace: String? {
        let home = ask.actor.unit(for: .keepVacancies, in: ask.office.tree)
        let place = known == nil && home?.level != .district ? home?.id : known?.place
        return shown.choice("place", or: place.map { String($0.number) })
    }

    private var places: [Choice] {
        let tree = ask.office.tree
        let home = ask.actor.unit(for: .keepVacancies, in: tree)
        let towns = tree.district.map { tree.children(of: $0.id) } ?? []
        let villages = [known?.place, home?.level == .village ? home?.id : nil].compactMap { id in
            id.flatMap { tree[$0] }
        }.filter { $0.level == .village }
        let seen = Set(villages.map(\.id)).sorted().compactMap { tree[$0] }
        return (towns + seen).map { Choice(String($0.id.number), $0.name) }
    }

    private func contact(_ number: Int, _ now: EmployerContact?) -> [Field] {
        let isFirst = number == 1
        return [
            shown.line(
                "contact\(number)", isFirst ? "联系人" : "联系人二", limit: 20, isRequired: isFirst,
                or: now?.name ?? ""),
            shown.line("position\(number)", "职务", limit: 20, or: now?.position ?? ""),
            Field(
                "phone\(number)", "电话", .text(shown.text("phone\(number)", or: now?.phone ?? ""), .phone),
                isRequired: isFirst),
        ]
    }

    // MARK: Reading

    /// The field that a refusal is about.
    static func place(_ refusal: Refusal) -> String? {
        guard case .procedure(let obstacle) = refusal else { return nil }
        if case .creditCodeMissing = obstacle { return "withoutCode" }
        if case .creditCodeTaken = obstacle { return "code" }
        return nil
    }

    static func facts(_ typed: inout FormReading, in office: Office) -> EmployerFacts {
        let form = typed.form
        var facts = EmployerFacts(name: typed.words("name", "单位名称", limit: 60))
        if let text = form["code"] {
            do throws(CreditCodeFault) {
                facts.code = try CreditCode(text)
            } catch {
                typed.fault("code", error.sentence)
            }
        } else {
            facts.withoutCode = typed.words("withoutCode", "没有代码的原因", limit: 60)
        }
        facts.industry = typed.optionalTerm("industry", Industry.self)
        facts.place = form.number("place").map { UnitID($0) }.flatMap { office.tree[$0]?.id }
        facts.address = form.text("address")
        facts.contacts = [1, 2].compactMap { contact($0, &typed) }
        facts.sources = VacancySource.allCases.filter { form.all("sources").contains($0.rawValue) }
        facts.isRegular = form.text("isRegular") == "yes"
        facts.note = form.text("note")
        return facts
    }

    private static func contact(_ number: Int, _ typed: inout FormReading) -> EmployerContact? {
        let (name, phone) = (typed.form.text("contact\(number)"), typed.form.text("phone\(number)"))
        if name.isEmpty, phone.isEmpty, number > 1 { return nil }
        if name.isEmpty { typed.fault("contact\(number)", "请填写联系人。") }
        guard case .success(let read) = PhoneNumber.read(phone) else {
            typed.fault("phone\(number)", "电话填写有误，请填手机号或带区号的固定电话。")
            return nil
        }
        return EmployerContact(
            name: name, position: typed.form.text("position\(number)"), phone: read.full)
    }
}
