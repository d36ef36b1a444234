// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 认定申请 at the town's counter: checklist, verification, 受理 or 一次性告知单, on one page.
enum ApplicationPages {
    static let routes: [Routes.Entry] = [
        .get("/cases/:id/application", .recognise) { .page(try await page($0, .fresh)) },
        .post("/cases/:id/application", .recognise, record),
    ]

    static func record(_ ask: Ask) async throws -> Reply {
        try await ask.retrying { typed in
            let (found, file) = try await load(ask)
            let day = typed.day("day", "办理日期")
            var reading = ApplicationReading(form: ask.form, found: found, facts: file.person.facts)
            let check = reading.papers(try await ask.office.requiredPapers(of: found), &typed)
            let items = reading.items(&typed)
            try typed.finish()
            guard let day else { throw FormBroken() }
            var acts = arriving(ask, found, file.person.facts)
            if found.recognition.papers != check { acts.append(.recognition(.papersChecked(check))) }
            if !items.isEmpty { acts.append(.recognition(.itemsVerified(items))) }
            let said: String
            switch ask.form["do"] {
            case "accept"?:
                acts.append(.recognition(.accepted(note: ask.form.text("note"))))
                said = "已受理。5个工作日内作出决定。"
            case "notice"?:
                acts.append(.recognition(.noticeGiven(missing: check.short.map(\.missingLine))))
                said = "已登记一次性告知单，请打印交给本人签收，并退还已收材料。"
            case .some, nil: said = "核对结果已保存。"
            }
            if !acts.isEmpty {
                _ = try await ask.office.act(
                    acts, in: found.id, version: try ask.version(), on: day,
                    isConfirmed: ask.form.isOn("confirmed"), by: ask.actor, once: ask.once)
            }
            return .done(ask.form["do"] == "accept" ? back(ask.form, found.id) : address(found.id), said)
        } form: { shown in
            try await page(ask, shown)
        }
    }

    /// What is done along with the application of whoever comes for the first time (02.w1, 02.w4, L.10).
    private static func arriving(_ ask: Ask, _ found: AssistanceCase, _ facts: PersonFacts) -> [CaseEvent] {
        var acts: [CaseEvent] = []
        if found.registered == nil, ask.form["do"] != "save" {
            acts.append(.registrationReceived(note: "窗口办理"))
        }
        let pack = pack(ask, found, facts)
        if !pack.isEmpty, ask.form.isOn("informed") {
            acts.append(.recognition(.informed(note: "", items: pack, isSigned: true)))
        }
        if let version = notice(ask, found), ask.form.isOn("told") {
            acts.append(.recognition(.processingTold(version: version, isSigned: true, note: "")))
        }
        return acts
    }

    /// The information pack by the person's situation; nothing once it was handed over.
    private static func pack(_ ask: Ask, _ found: AssistanceCase, _ facts: PersonFacts) -> [String] {
        guard found.recognition.informed == nil else { return [] }
        return ask.office.pack.procedure.telling.items(for: facts.situations(in: found.categories))
    }

    /// The version of the notice of processing that the person has not been told.
    private static func notice(_ ask: Ask, _ found: AssistanceCase) -> String? {
        let newest = ask.office.pack.procedure.telling.notice(on: ask.office.today)?.version
        return newest == found.recognition.processing?.version ? nil : newest
    }

    /// The case of the address with its file, of whose town the asker is.
    private static func load(_ ask: Ask) async throws -> (AssistanceCase, PersonFile) {
        let (found, file) = try await CasePages.load(ask)
        let town = ask.office.unit(at: .town, of: found)
        try ask.actor.require(.recognise, at: town, in: ask.office.tree)
        return (found, file)
    }

    private static func address(_ id: CaseID) -> Link { .assistanceCase(id, "application") }

    private static func back(_ fields: Fields, _ id: CaseID) -> Link {
        fields["from"] == "work" ? .work : .assistanceCase(id)
    }

    private static func history(_ ask: Ask, _ found: AssistanceCase) async throws -> [Recorded<CaseEvent>] {
        let all = try await ask.office.store.history(of: .assistanceCase(found.id)).caseEvents
        let gone = Set(all.compactMap { Event.assistanceCase($0.event).withdraws })
        return all.filter { !gone.contains($0.id) }
    }

    private static func page(_ ask: Ask, _ shown: Shown) async throws -> ApplicationPage {
        let (found, masked) = try await load(ask)
        let closed = closed(found)
        let file = try await opened(ask, masked, isOpen: closed == nil)
        let facts = file.person.facts
        let name = facts.name.full
        let required = try await ask.office.requiredPapers(of: found)
        let kinds = PaperFacts(isRural: facts.registration?.isRural, members: 0).kinds
        let isAsked = shown.isOn("confirmed") || shown.faults.contains { $0.sentence.contains("请假") }
        let came = shown.isFresh ? ask.query : ask.form
        let lines = try await lines(ask, found, file)
        return ApplicationPage(
            title: "认定申请：\(name)",
            trail: [
                Crumb("人员档案", .people), Crumb(name, .person(found.person)),
                Crumb("援助", .assistanceCase(found.id)),
            ], facts: CaseHead(found, file).facts, id: found.id, version: found.version,
            kinds: ApplicationKind.allCases.filter(kinds.contains).map(\.word).joined(separator: "、"),
            papers: required.map { row($0, found, shown) },
            items: ApplicationItem.allCases.map { row($0, found, file, shown) },
            fields: [
                Field(
                    "day", "办理日期", .day(shown.text("day", or: ask.office.today.iso)), isRequired: true),
                shown.area("note", "核对说明", lines: 2, limit: 500, hint: "受理时可写；不写也可以"),
            ], faults: shown.faults, question: isAsked ? "这一天确实办理了，请假期间属实" : nil,
            closed: closed, lines: lines.map(\.line), hasNotice: lines.contains { $0.isNotice },
            arrival: ApplicationPage.Arrival(
                registration: found.registered == nil
                    ? kinds.first { $0 != .recognition }?.word ?? "登记" : nil,
                pack: pack(ask, found, facts), isInformed: shown.isOn("informed"), notice: notice(ask, found),
                isTold: shown.isOn("told")),
            back: back(came, found.id), from: came.text("from"), context: ask.formContext)
    }

    private static func closed(_ found: AssistanceCase) -> String? {
        if let ended = found.ended { return "援助已于\(ended.on.inDocuments)结束。" }
        if let day = found.recognition.recognised { return "已于\(day.inDocuments)作出认定。" }
        return found.recognition.accepted.map { "认定申请已于\($0.inDocuments)受理，材料齐全，逐项核对一致。" }
    }

    /// Numbers and health are compared with the paper, so that they stand open; the look is audited (L.05).
    private static func opened(_ ask: Ask, _ file: PersonFile, isOpen: Bool) async throws -> PersonFile {
        guard isOpen, ask.actor.may(.unmask, at: file.person.village, in: ask.office.tree) else {
            return file
        }
        return try await ask.office.unmask(file.person.id, purpose: "认定申请逐项核对", by: ask.actor)
    }

    // MARK: Rows

    private static func row(_ paper: RequiredPaper, _ found: AssistanceCase, _ shown: Shown)
        -> ApplicationPage.PaperRow
    {
        let id = paper.id.rawValue
        let before = found.recognition.papers?.papers.first { $0.paper.id == paper.id }
        let isComplete = before.map { $0.originals >= paper.originals && $0.copies >= paper.copies } ?? false
        func count(_ number: Int?) -> String { isComplete ? "" : number.map(String.init) ?? "" }
        return ApplicationPage.PaperRow(
            paper, isComplete: shown.isOn("p-\(id)", or: isComplete),
            originals: shown.text("o-\(id)", or: count(before?.originals)),
            copies: shown.text("c-\(id)", or: count(before?.copies)))
    }

    private static func row(
        _ item: ApplicationItem, _ found: AssistanceCase, _ file: PersonFile, _ shown: Shown
    ) -> ApplicationPage.ItemRow {
        let name = "v-\(item.rawValue)"
        let isDone = found.recognition.items?[item] != nil
        let correction = item.isCorrectedHere ? control(item, file, shown) : nil
        return ApplicationPage.ItemRow(
            item, value: value(item, found, file), answer: shown.choice(name, or: isDone ? "agree" : nil),
            correction: correction,
            elsewhere: elsewhere(item, file.person.id),
            fault: shown.faults.first { $0.field == name }?.sentence)
    }

    /// The number and the categories are corrected where what goes with them is asked.
    private static func elsewhere(_ item: ApplicationItem, _ person: PersonID) -> Link? {
        switch item {
        case .identity: .person(person)
        case .categories: .person(person, tab: "hardship")
        case .name, .sex, .born, .registration, .education, .health, .disability, .unemployedSince, .mobile,
            .livesAt:
            nil
        }
    }

    private static func value(_ item: ApplicationItem, _ found: AssistanceCase, _ file: PersonFile) -> String
    {
        switch item {
        case .identity: file.identity
        case .mobile: file.mobile
        case .categories: found.categories.map(\.shortWord).joined(separator: "、")
        case .health, .disability:
            file.isUnmasked ? item.words(file.person.facts.code(of: item)) : "已隐去"
        case .name, .sex, .born, .registration, .education, .unemployedSince, .livesAt:
            item.words(file.person.facts.code(of: item))
        }
    }

    private static func control(_ item: ApplicationItem, _ file: PersonFile, _ shown: Shown) -> Field {
        let name = "n-\(item.rawValue)"
        let now = shown.text(name)
        func choices(_ codes: [String]) -> Control {
            .select(codes.map { Choice($0, item.words($0)) }, chosen: now)
        }
        let control: Control =
            switch item {
            case .name, .identity, .categories: .text(now, limit: 50)
            case .livesAt: .text(now, limit: 100)
            case .mobile: .text(now, .phone)
            case .born, .unemployedSince: .day(now)
            case .sex: choices(Sex.allCases.map(\.rawValue))
            case .registration: choices(RegistrationKind.allCases.map(\.rawValue))
            case .education: choices(Education.allCases.map(\.rawValue))
            case .health: choices(Health.allCases.map(\.rawValue))
            case .disability: choices((1...4).flatMap { ["\($0)-able", "\($0)-unable"] })
            }
        return Field(name, "证件上的\(item.word)", control)
    }

    // MARK: What went before

    private static func lines(_ ask: Ask, _ found: AssistanceCase, _ file: PersonFile) async throws
        -> [(line: ApplicationPage.Line, isNotice: Bool)]
    {
        try await history(ask, found).compactMap { entry in
            guard case .recognition(let event) = entry.event else { return nil }
            let kind = entry.event.kind
            var late: [String] = []
            switch event {
            case .noticeGiven:
                late = found.recognition.askedLate?.filter { $0.on == entry.occurred }.flatMap(\.papers) ?? []
            case .papersChecked, .itemsVerified, .foundShort, .accepted: break
            case _: return nil
            }
            let line = ApplicationPage.Line(
                day: entry.occurred, who: file.names[entry.by] ?? "", what: kind.words,
                detail: entry.event.detail, late: late)
            return (line, kind == .noticeGiven)
        }
    }
}

/// Reads the checklist and the verified entries of the counter's form.
struct ApplicationReading {
    let form: Fields
    let found: AssistanceCase
    var facts: PersonFacts

    /// Ticked papers are all there; of others so many as were written.
    func papers(_ required: [RequiredPaper], _ typed: inout FormReading) -> PapersCheck {
        PapersCheck(
            required.map { paper in
                let id = paper.id.rawValue
                guard !form.isOn("p-\(id)") else {
                    return CheckedPaper(paper, originals: paper.originals, copies: paper.copies)
                }
                return CheckedPaper(
                    paper, originals: count("o-\(id)", paper.name, &typed),
                    copies: count("c-\(id)", paper.name, &typed))
            })
    }

    private func count(_ name: String, _ paper: String, _ typed: inout FormReading) -> Int {
        guard form[name] != nil else { return 0 }
        if let number = form.number(name), (0...99).contains(number) { return number }
        typed.fault(name, "\(paper)的份数应是0到99的整数。")
        return 0
    }

    /// What was newly held against the papers; each correction is read on the facts that those before it left.
    mutating func items(_ typed: inout FormReading) -> [VerifiedItem] {
        var items: [VerifiedItem] = []
        for item in ApplicationItem.allCases {
            let name = "v-\(item.rawValue)"
            switch form[name] {
            case "agree"?:
                if found.recognition.items?[item] == nil {
                    items.append(VerifiedItem(item, before: facts.code(of: item)))
                }
            case "correct"?:
                let before = facts.code(of: item)
                let text = form.text("n-\(item.rawValue)")
                guard !text.isEmpty, item.isCorrectedHere, let now = facts.setting(item, to: text) else {
                    typed.fault(name, "请填写证件上的\(item.word)，并核对是否写对。")
                    continue
                }
                facts = now
                items.append(VerifiedItem(item, before: before, after: now.code(of: item)))
            case .some, nil: break
            }
        }
        return items
    }
}
