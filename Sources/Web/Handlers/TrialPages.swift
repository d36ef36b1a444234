// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Matching
import Pages
import Wording

/// 假设推演: trying what would bring more people a post (14.r1).
enum TrialPages {
    static let routes: [Routes.Entry] = [
        .get("/matching/trial", .runMatch) { .page(try await page($0, .fresh, nil)) },
        .post("/matching/trial", .runMatch, attempt),
    ]

    static func attempt(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let (trial, supposed) = try await read(&typed, ask)
            try typed.finish()
            guard let trial else { throw FormBroken() }
            let found = try await ask.office.tryMatch(trial, in: .recommend, by: ask.actor)
            return .page(try await page(ask, Shown(sent: ask.form, faults: []), (supposed, found)))
        } form: { shown in
            try await page(ask, shown, nil)
        }
    }

    /// What is supposed, and in words.
    private static func read(
        _ typed: inout FormReading, _ ask: Ask
    ) async throws -> (trial: MatchTrial?, supposed: String) {
        switch ask.form["kind"] {
        case "posts":
            let number = typed.need("vacancy", "岗位", ask.form.number("vacancy"))
            let more = whole(&typed, "more", "增加人数", 1...500, ask)
            guard let number, let more else { return (nil, "") }
            guard let vacancy = try await ask.office.store.vacancy(VacancyID(number)) else {
                typed.fault("vacancy", "没有这个岗位，请重新选择。")
                return (nil, "")
            }
            return (.posts(vacancy.id, more: more), "“\(vacancy.facts.post)”多招\(more)人")
        case "shuttle":
            let from = typed.need("from", "起点", town("from", ask))
            let to = typed.need("to", "终点", town("to", ask))
            let minutes = whole(&typed, "minutes", "单程分钟", 5...180, ask)
            guard let from, let to, let minutes else { return (nil, "") }
            if from.id == to.id { typed.fault("to", "起点和终点不能相同。") }
            return (
                .shuttle(from: from.id, to: to.id, minutes: minutes),
                "\(from.name)到\(to.name)开通单程\(minutes)分钟的班车"
            )
        case "certificates":
            let trade = typed.words("trade", "工种", limit: 20)
            let people = whole(&typed, "people", "人数", 1...5000, ask)
            guard let people else { return (nil, "") }
            return (.certificates(trade: trade, people: people), "\(people)人取得\(trade)证书")
        case _: throw FormBroken()
        }
    }

    private static func town(_ field: String, _ ask: Ask) -> Unit? {
        ask.form.number(field).flatMap { ask.office.tree[UnitID($0)] }
    }

    private static func whole(
        _ typed: inout FormReading, _ field: String, _ label: String, _ range: ClosedRange<Int>, _ ask: Ask
    ) -> Int? {
        guard let number = typed.need(field, label, ask.form.number(field)) else { return nil }
        guard range.contains(number) else {
            typed.fault(field, "\(label)应在\(range.lowerBound)到\(range.upperBound)之间。")
            return nil
        }
        return number
    }

    private static func page(
        _ ask: Ask, _ shown: Shown, _ result: (supposed: String, found: MatchTrialResult)?
    ) async throws -> TrialPage {
        let office = ask.office
        let open = try await office.store.vacancies(
            VacancyQuery(standing: .open), at: office.vacancyClock, after: nil, limit: 500)
        let vacancies = open.rows.map { row in
            Choice(
                String(row.vacancy.id.number),
                "\(row.vacancy.facts.post)（\(row.employer.facts.name)，招\(row.vacancy.seatsLeft)人）")
        }
        let towns = (office.tree.district.map { office.tree.children(of: $0.id) } ?? [])
            .filter { $0.code != nil }.map { Choice(String($0.id.number), $0.name) }
        let trades = Set(open.rows.map(\.vacancy.facts.occupation)).sorted().map { Choice($0, $0) }
        return TrialPage(
            result: result,
            posts: [
                Field(
                    "vacancy", "岗位", .select(vacancies, chosen: shown.choice("vacancy")), isRequired: true,
                    hint: "最近登记的500个招聘中的岗位"),
                Field("more", "增加人数", .number(shown.text("more"), unit: "人"), isRequired: true),
            ],
            shuttle: [
                Field("from", "起点", .select(towns, chosen: shown.choice("from")), isRequired: true),
                Field("to", "终点", .select(towns, chosen: shown.choice("to")), isRequired: true),
                Field("minutes", "单程", .number(shown.text("minutes"), unit: "分钟"), isRequired: true),
            ],
            certificates: [
                Field("trade", "工种", .select(trades, chosen: shown.choice("trade")), isRequired: true),
                Field(
                    "people", "人数", .number(shown.text("people"), unit: "人"), isRequired: true,
                    hint: "先算给没有岗位建议的、最困难的人"),
            ], faults: shown.faults, context: ask.formContext)
    }
}
