// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// What a form of an act has at hand: the case, its person's file, who asks, and the level that acts.
struct ActDesk: Sendable {
    let ask: Ask
    let found: AssistanceCase
    let file: PersonFile

    /// The level that holds the case: help is given there.
    var level: Level { found.care.holder ?? .village }
    var today: Day { ask.office.today }
}

/// The form of one act: what it shows and how what was typed becomes the event that is asked for.
struct ActForm: Sendable {
    /// What the clause asks and what helps to do it well, shown above the fields.
    var guidance: [String] = []
    /// What the button says where it is not 保存.
    var button = "保存"
    /// Ends or refuses something: the button is red.
    var isGrave = false
    /// What the field of the day is called.
    var dayLabel = "办理日期"
    /// The fields beside the day.
    let parts: @Sendable (ActDesk, Shown) async throws -> [ActPage.Part]
    /// Reads the fields, noting every fault; the day is read by the page.
    let read: @Sendable (ActDesk, inout FormReading) async throws -> CaseEvent?
    /// What the form gains from beside the scripts of every form.
    var scripts: [Script] = []
    /// Whether the case's file goes along, to be looked at before.
    var showsFile = false
    /// The sentence after it was done; the default names the act.
    var done: String?

    init(
        _ parts: @escaping @Sendable (ActDesk, Shown) async throws -> [ActPage.Part],
        read: @escaping @Sendable (ActDesk, inout FormReading) async throws -> CaseEvent?
    ) {
        self.parts = parts
        self.read = read
    }

    /// A form of a few fields without headings.
    static func fields(
        _ fields: @escaping @Sendable (ActDesk, Shown) -> [Field],
        read: @escaping @Sendable (ActDesk, inout FormReading) -> CaseEvent?
    ) -> ActForm {
        ActForm({ desk, shown in [ActPage.Part("", fields(desk, shown))] }, read: { read($0, &$1) })
    }

    func guided(_ sentences: String...) -> ActForm {
        var form = self
        form.guidance = sentences
        return form
    }

    func button(_ words: String, isGrave: Bool = false) -> ActForm {
        var form = self
        form.button = words
        form.isGrave = isGrave
        return form
    }

    func done(_ sentence: String) -> ActForm {
        var form = self
        form.done = sentence
        return form
    }

    func scripted(_ script: Script) -> ActForm {
        var form = self
        form.scripts = [script]
        return form
    }

    func showingFile() -> ActForm {
        var form = self
        form.showsFile = true
        return form
    }

    func dayLabel(_ words: String) -> ActForm {
        var form = self
        form.dayLabel = words
        return form
    }
}

// MARK: Fields that many forms share

extension Shown {
    func area(
        _ name: String, _ label: String, lines: Int = 3, limit: Int = 2000, isRequired: Bool = false,
        or now: String = "", hint: String? = nil
    ) -> Field {
        Field(
            name, label, .area(text(name, or: now), lines: lines, limit: limit), isRequired: isRequired,
            hint: hint)
    }

    func line(
        _ name: String, _ label: String, limit: Int = 100, isRequired: Bool = false, or now: String = "",
        hint: String? = nil
    ) -> Field {
        Field(name, label, .text(text(name, or: now), limit: limit), isRequired: isRequired, hint: hint)
    }

    func day(_ name: String, _ label: String, or now: Day?, isRequired: Bool = true, hint: String? = nil)
        -> Field
    {
        Field(name, label, .day(text(name, or: now?.iso ?? "")), isRequired: isRequired, hint: hint)
    }

    /// A scan or photo.
    func scan(_ label: String, isRequired: Bool = false) -> Field {
        Field(
            "scan", label, .files(accept: ".pdf,image/jpeg,image/png"), isRequired: isRequired,
            hint: "PDF文件或照片（JPG、PNG），不超过12MB")
    }

    /// One of an enumeration's values, in its words.
    func one<Term: OfficeTerm & RawRepresentable>(
        of terms: [Term], _ name: String, _ label: String, or now: Term? = nil, isRequired: Bool = true,
        hint: String? = nil
    ) -> Field where Term.RawValue == String {
        Field(
            name, label,
            .radio(terms.map { Choice($0.rawValue, $0.word) }, chosen: choice(name, or: now?.rawValue)),
            isRequired: isRequired, hint: hint)
    }

    func yesOrNo(
        _ name: String, _ label: String, or now: Bool? = nil, isRequired: Bool = true, hint: String? = nil
    )
        -> Field
    {
        Field(
            name, label,
            .radio(
                [Choice("yes", "是"), Choice("no", "否")],
                chosen: choice(name, or: now.map { $0 ? "yes" : "no" })),
            isRequired: isRequired, hint: hint)
    }
}

extension ActDesk {
    /// The scan that was sent along, kept; `nil` where none was.
    func scan(titled title: String) async throws -> Attachment? {
        guard let file = ask.form.files.first(where: { $0.field == "scan" && !$0.bytes.isEmpty }) else {
            return nil
        }
        return try await ask.office.keep(scan: file.bytes, titled: title)
    }
}

extension FormReading {
    /// A value of an enumeration that must be chosen.
    mutating func term<Term: RawRepresentable>(_ name: String, _ label: String, _ type: Term.Type) -> Term?
    where Term.RawValue == String {
        need(name, label, form[name].flatMap(Term.init(rawValue:)))
    }

    /// 是 or 否 that must be chosen.
    mutating func yesOrNo(_ name: String, _ label: String) -> Bool? {
        need(name, label, form[name].flatMap { $0 == "yes" ? true : $0 == "no" ? false : nil })
    }

    /// A value of an enumeration that may be left out.
    func optionalTerm<Term: RawRepresentable>(_ name: String, _ type: Term.Type) -> Term?
    where Term.RawValue == String {
        form[name].flatMap(Term.init(rawValue:))
    }
}
