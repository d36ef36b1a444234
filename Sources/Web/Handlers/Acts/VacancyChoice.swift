// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// The vacancy that is told or recommended: one of the register that is open and verified, or in words (05.w2).
struct VacancyChoice {
    let parts: [ActPage.Part]

    /// As many as a list can be looked through; the newest where there are more.
    private static let most = 300

    init(_ desk: ActDesk, _ shown: Shown) async throws {
        let office = desk.ask.office
        let open = try await office.store.vacancies(
            VacancyQuery(standing: .open), at: office.vacancyClock, after: nil, limit: Self.most)
        let skills = Set(desk.file.person.facts.skills)
        // What the person can do stands first; the rest by the newest.
        let rows =
            open.rows.filter { skills.contains($0.vacancy.facts.occupation) }
            + open.rows.filter { !skills.contains($0.vacancy.facts.occupation) }
        let chosen = shown.choice("vacancy", or: desk.ask.query["vacancy"])
        parts = [
            ActPage.Part(
                "在册岗位",
                [
                    Field(
                        "vacancy", "选择岗位",
                        .select(
                            rows.map { Choice(String($0.vacancy.id.number), Self.words($0, office)) },
                            chosen: chosen, none: "不在册，自己填写"),
                        hint: "只列出招聘中、核实过的岗位，本人会的工种排在前面")
                ]),
            ActPage.Part(
                "不在册的岗位",
                [
                    shown.line("employer", "用人单位"), shown.line("post", "岗位"),
                    shown.line("place", "工作地点"), shown.line("pay", "待遇"),
                    shown.area("requirements", "要求", lines: 2, limit: 500),
                ]),
        ]
    }

    private static func words(_ row: VacancyRow, _ office: Office) -> String {
        let facts = row.vacancy.facts
        let place = facts.placeWords(facts.place.unit.flatMap { office.tree[$0]?.name })
        return [
            facts.post, row.employer.facts.name, facts.pay.words, place, "还招\(row.vacancy.seatsLeft)人",
        ].filter { !$0.isEmpty }.joined(separator: "｜")
    }

    /// The vacancy as it is told, with the newest confirmation of one of the register.
    struct Told {
        let note: VacancyNote
        var verified: (on: Day, by: String)?
    }

    static func read(_ desk: ActDesk, _ typed: inout FormReading) async throws -> Told {
        let office = desk.ask.office
        if let id = typed.form.number("vacancy").map({ VacancyID($0) }) {
            if let vacancy = try await office.store.vacancy(id),
                let employer = try await office.store.employer(vacancy.employer)
            {
                let unit = vacancy.facts.place.unit.flatMap { office.tree[$0]?.name }
                let note = vacancy.facts.note(employer: employer.facts.name, unit: unit, id: id)
                let verified = vacancy.verifiedOn.flatMap { day in
                    vacancy.verified.map { (on: day, by: $0.confirmedBy) }
                }
                return Told(note: note, verified: verified)
            }
            typed.fault("vacancy", "没有找到这个岗位，请重新选择。")
        }
        return Told(
            note: VacancyNote(
                employer: typed.words("employer", "用人单位"), post: typed.words("post", "岗位"),
                place: typed.form.text("place"), pay: typed.form.text("pay"),
                requirements: typed.form.text("requirements")))
    }
}
