// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 展位 of a fair: given, changed, taken back, and what the employer told afterwards (14.w3).
enum StandPages {
    static let routes: [Routes.Entry] = [
        .get("/fairs/:id/stands/new", .holdFairs, open),
        .post("/fairs/:id/stands", .holdFairs, set),
        .get("/fairs/:id/stands/:number", .holdFairs) { ask in
            let number = try ask.number("number")
            return .page(try await page(ask, .fresh, number: number))
        },
        .get("/fairs/:id/stands/:number/removal", .holdFairs) { .page(try await removalPage($0, .fresh)) },
        .post("/fairs/:id/stands/:number/removal", .holdFairs, remove),
        .get("/fairs/:id/stands/:number/result", .holdFairs) { .page(try await resultPage($0, .fresh)) },
        .post("/fairs/:id/stands/:number/result", .holdFairs, report),
    ]

    /// The newest open vacancies from which employers are shown; others are found by name.
    private static let most = 300

    // MARK: Choosing an employer

    static func open(_ ask: Ask) async throws -> Reply {
        if let employer = ask.query.number("employer") {
            return .page(try await page(ask, .fresh, employer: EmployerID(employer)))
        }
        let fair = try await held(ask).fair
        let lines = try await lines(ask, fair)
        let words = Field("q", "单位名称", .text(ask.query.text("q"), .search, limit: 50))
        let filter = FilterRow(page: .fair(fair.id, "stands/new"), fields: [words])
        return .page(StandChoicePage(fair: fair, filter: filter, lines: lines))
    }

    private static func lines(_ ask: Ask, _ fair: Fair) async throws -> [StandChoicePage.Line] {
        let store = ask.office.store
        let words = ask.query.text("q")
        var vacancies: [Vacancy]
        if words.isEmpty {
            vacancies = try await store.vacancies(
                VacancyQuery(standing: .open), at: ask.office.vacancyClock, after: nil, limit: most
            ).rows.map(\.vacancy)
        } else {
            let found = try await store.employers(EmployerQuery(words: words), after: nil, limit: 50)
            vacancies = try await store.liveVacancies(of: found.rows.map(\.id))
        }
        vacancies.removeAll { !$0.isOffered(on: fair.facts.day) }
        let standing = Set(fair.stands.map(\.employer))
        let byEmployer = Dictionary(grouping: vacancies, by: \.employer)
        var lines: [StandChoicePage.Line] = []
        for id in byEmployer.keys.sorted(by: >) where !standing.contains(id) {
            guard let employer = try await store.employer(id), employer.isLive else { continue }
            lines.append(StandChoicePage.Line(employer: employer, vacancies: byEmployer[id] ?? []))
        }
        return lines
    }

    private static func held(_ ask: Ask) async throws -> FairFile {
        let file = try await FairPages.load(ask)
        try ask.actor.require(.holdFairs, at: file.fair.unit, in: ask.office.tree)
        return file
    }

    // MARK: Giving a stand

    static func set(_ ask: Ask) async throws -> Reply {
        let id = FairID(try ask.number())
        guard let employer = ask.form.number("employer").map({ EmployerID($0) }) else { throw FormBroken() }
        return try await ask.retrying(place: place) { typed in
            let number = typed.need("number", "展位号", ask.form.number("number"))
            try typed.finish()
            guard let number else { throw FormBroken() }
            let chosen = ask.form.all("vacancy").compactMap { Int($0) }.map { VacancyID($0) }
            _ = try await ask.office.setStand(
                number, of: id, version: try ask.version(), for: employer, chosen, by: ask.actor,
                once: ask.once)
            return .done(.fair(id), "\(number)号展位已安排。")
        } form: { shown in
            try await page(ask, shown, employer: employer, number: ask.form.number("stand"))
        }
    }

    private static func place(_ refusal: Refusal) -> String? {
        guard case .procedure(.fair(let obstacle)) = refusal else { return nil }
        return switch obstacle {
        case .standNumber, .standTaken: "number"
        case .standEmpty, .vacancyOfAnother, .vacancyHasStand, .vacancyNotOffered: "vacancy"
        case _: nil
        }
    }

    /// A new stand of an employer, or the one of a number.
    private static func page(
        _ ask: Ask, _ shown: Shown, employer chosen: EmployerID? = nil, number: Int? = nil
    ) async throws -> ActPage {
        let file = try await held(ask)
        let fair = file.fair
        let line = number.flatMap { number in file.stands.first { $0.stand.number == number } }
        guard let id = chosen ?? line?.employer.id else { throw PageMissing() }
        let employer = try await ask.office.employerFile(id, by: ask.actor).employer
        var offered = try await ask.office.store.liveVacancies(of: [id]).filter {
            $0.isOffered(on: fair.facts.day)
        }
        // What the stand has of an entry that was merged since stays to be chosen.
        offered += (line?.offered ?? []).filter { one in !offered.contains { $0.id == one.id } }
        let now = line?.stand.vacancies.map(\.number) ?? offered.map(\.id.number)
        let next = (fair.stands.map(\.number).max() ?? 0) + 1
        let field: Field =
            line == nil
            ? Field(
                "number", "展位号", .number(shown.text("number", or: String(next)), from: 1, until: 999),
                isRequired: true)
            : Field("number", "展位号", .fixed(String(number ?? next)))
        return ActPage(
            title: line == nil ? "安排展位" : "更改\(number ?? next)号展位",
            facts: [Fact("招聘会", fair.facts.title), Fact("用人单位", employer.facts.name)], guidance: [],
            parts: [
                ActPage.Part(
                    "",
                    [
                        field,
                        Field(
                            "vacancy", "现场招聘的岗位",
                            .checkboxes(
                                offered.map { choice($0) },
                                chosen: Set(shown.all("vacancy", or: now.map { String($0) }))),
                            isRequired: true, hint: offered.isEmpty ? "到招聘会当天没有岗位了，请先更新岗位信息。" : nil),
                    ])
            ], faults: shown.faults,
            hidden: [("version", String(fair.version)), ("employer", String(id.number))]
                + (line == nil
                    ? [] : [("number", String(number ?? next)), ("stand", String(number ?? next))]),
            question: nil, action: .fair(fair.id, "stands"), button: Button("保存"), back: .fair(fair.id),
            context: ask.formContext, trail: FairPages.trail(fair))
    }

    private static func choice(_ vacancy: Vacancy) -> Choice {
        Choice(
            String(vacancy.id.number), vacancy.facts.post,
            hint: "\(vacancy.facts.pay.words)，招\(vacancy.seatsLeft)人，有效期至\(vacancy.facts.validThrough.iso)")
    }

    // MARK: Taking it back

    static func remove(_ ask: Ask) async throws -> Reply {
        let (id, number) = (FairID(try ask.number()), try ask.number("number"))
        return try await ask.retrying { _ in
            _ = try await ask.office.removeStand(
                number, of: id, version: try ask.version(), by: ask.actor, once: ask.once)
            return .done(.fair(id), "\(number)号展位已撤销。")
        } form: { shown in
            try await removalPage(ask, shown)
        }
    }

    private static func removalPage(_ ask: Ask, _ shown: Shown) async throws -> ConfirmPage {
        let (file, line) = try await stand(ask)
        let meant = file.fair.guests.count { !Set($0.vacancies).isDisjoint(with: line.stand.vacancies) }
        return ConfirmPage(
            "撤销\(line.stand.number)号展位",
            consequences: meant > 0 ? ["有\(meant)人的邀请推荐了这个展位的岗位，请告诉本人。"] : ["撤销后，公布的页面不再显示这个展位。"],
            facts: [
                Fact("用人单位", line.employer.facts.name),
                Fact("岗位", line.vacancies.map(\.facts.post).joined(separator: "、")),
            ], faults: shown.faults, hidden: [("version", String(file.fair.version))],
            action: .fair(file.fair.id, "stands/\(line.stand.number)/removal"),
            button: Button("撤销展位", isGrave: true), back: .fair(file.fair.id), ask.formContext,
            trail: FairPages.trail(file.fair))
    }

    private static func stand(_ ask: Ask) async throws -> (file: FairFile, line: FairStandLine) {
        let (file, number) = (try await held(ask), try ask.number("number"))
        guard let line = file.stands.first(where: { $0.stand.number == number }) else { throw PageMissing() }
        return (file, line)
    }

    // MARK: What the employer told

    static func report(_ ask: Ask) async throws -> Reply {
        let (id, number) = (FairID(try ask.number()), try ask.number("number"))
        return try await ask.retrying(place: { _ in "intents" }) { typed in
            let talked = typed.need("talked", "洽谈人数", ask.form.number("talked"))
            let intents = typed.need("intents", "意向人数", ask.form.number("intents"))
            let hired = typed.need("hired", "录用人数", ask.form.number("hired"))
            try typed.finish()
            guard let talked, let intents, let hired else { throw FormBroken() }
            _ = try await ask.office.reportStand(
                number, StandResult(talked: talked, intents: intents, hired: hired),
                seen: StandResult(seen: ask.form.text("seen")), at: id, by: ask.actor, once: ask.once)
            return .done(.fair(id, tab: .results), "已登记\(number)号展位的成果。")
        } form: { shown in
            try await resultPage(ask, shown)
        }
    }

    private static func resultPage(_ ask: Ask, _ shown: Shown) async throws -> ActPage {
        let (file, line) = try await stand(ask)
        let known = line.stand.result
        func number(_ name: String, _ label: String, _ now: Int?, _ hint: String) -> Field {
            Field(
                name, label,
                .number(shown.text(name, or: now.map { String($0) } ?? ""), unit: "人", from: 0, until: 9999),
                isRequired: true, hint: hint)
        }
        return ActPage(
            title: "\(line.stand.number)号展位成果",
            facts: [Fact("招聘会", file.fair.facts.title), Fact("用人单位", line.employer.facts.name)],
            guidance: ["由用人单位报数，没有的填0，不登记姓名。"],
            parts: [
                ActPage.Part(
                    "",
                    [
                        number("talked", "洽谈", known?.talked, "与单位谈过的"),
                        number("intents", "达成意向", known?.intents, "其中双方有意向的，包括当场录用的"),
                        number("hired", "现场录用", known?.hired, "其中当场录用的"),
                    ])
            ], faults: shown.faults, hidden: [("seen", known.seen)], question: nil,
            action: .fair(file.fair.id, "stands/\(line.stand.number)/result"), button: Button("保存"),
            back: .fair(file.fair.id, tab: .results), context: ask.formContext,
            trail: FairPages.trail(file.fair))
    }
}

extension StandResult? {
    /// What a form says that its page showed.
    fileprivate var seen: String { map { "\($0.talked)-\($0.intents)-\($0.hired)" } ?? "" }
}

extension StandResult {
    /// `nil` where the page showed none.
    fileprivate init?(seen text: String) {
        let numbers = text.split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        self.init(talked: numbers[0], intents: numbers[1], hired: numbers[2])
    }
}
