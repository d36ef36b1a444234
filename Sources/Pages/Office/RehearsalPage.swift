// SPDX-License-Identifier: Apache-2.0

/// 政策演练: a file that would change deadlines or the calendar, and what it would do to live duties.
public struct RehearsalPage: Page {
    /// One thing that the file changes.
    public struct Change: Hashable, Sendable {
        let subject: String
        let part: String
        let before: String
        let after: String

        /// A change of a part, in words; empty where it is new or gone.
        public init(subject: String, part: String, before: String, after: String) {
            self.subject = subject
            self.part = part
            self.before = before
            self.after = after
        }
    }

    /// How many duties a group has that change.
    public struct Group: Hashable, Sendable {
        let unit: String
        let town: String
        let rule: String
        let counts: Counts

        /// A unit's duties under a rule; no unit where the whole district is meant.
        public init(unit: String = "", town: String = "", rule: String, counts: Counts) {
            self.unit = unit
            self.town = town
            self.rule = rule
            self.counts = counts
        }
    }

    /// The figures of a group.
    public struct Counts: Hashable, Sendable {
        public var moved: Int
        public var passes: Int
        public var appears: Int
        public var vanishes: Int
        public var late: Int
        public var freed: Int

        /// The figures.
        public init(moved: Int, passes: Int, appears: Int, vanishes: Int, late: Int, freed: Int) {
            self.moved = moved
            self.passes = passes
            self.appears = appears
            self.vanishes = vanishes
            self.late = late
            self.freed = freed
        }

        /// The figures that a table shows beside each other, each with its column.
        var figures: [(title: String, count: Int, tone: Tag.Tone?)] {
            [
                ("期限变动", moved, nil), ("换人办理", passes, nil), ("新增", appears, nil), ("不再需要", vanishes, nil),
                ("因此逾期", late, .red), ("不再逾期", freed, nil),
            ]
        }
    }

    /// Somebody for whom a duty falls late.
    public struct Late: Hashable, Sendable {
        let name: String
        let link: Link?
        let unit: String
        let rule: String
        let words: String
        let count: Int

        /// So many duties under a rule; without a link they are an office's own.
        public init(name: String, link: Link?, unit: String, rule: String, words: String, count: Int) {
            self.name = name
            self.link = link
            self.unit = unit
            self.rule = rule
            self.words = words
            self.count = count
        }
    }

    /// What came out.
    public struct Outcome: Hashable, Sendable {
        /// 按2026-02-13演练…, one sentence.
        public var sentence: String
        /// What the change does to the past; `nil` if nothing.
        public var warning: String?
        public var changes: [Change]
        public var total: Counts
        public var rules: [Group]
        public var groups: [Group]
        /// How many groups there are beyond those shown.
        public var hiddenGroups: Int
        public var late: [Late]
        /// Said in place of names for whoever may not see people.
        public var hidesPeople: Bool

        /// An outcome; everything ordered and worded.
        public init(
            sentence: String, warning: String?, changes: [Change], total: Counts, rules: [Group],
            groups: [Group], hiddenGroups: Int, late: [Late], hidesPeople: Bool
        ) {
            self.sentence = sentence
            self.warning = warning
            self.changes = changes
            self.total = total
            self.rules = rules
            self.groups = groups
            self.hiddenGroups = hiddenGroups
            self.late = late
            self.hidesPeople = hidesPeople
        }
    }

    public var outcome: Outcome?
    /// What the form offers, and which is chosen.
    public var kinds: [Choice]
    public var kind: String?
    public var day: String
    public var faults: [FieldFault]
    public var context: FormContext

    /// The page before or after a file was tried.
    public init(
        outcome: Outcome?, kinds: [Choice], kind: String?, day: String, faults: [FieldFault],
        _ context: FormContext
    ) {
        self.outcome = outcome
        self.kinds = kinds
        self.kind = kind
        self.day = day
        self.faults = faults
        self.context = context
    }

    public var title: String { "政策演练" }
    public var trail: [Crumb] { [Crumb("政策设置", "/policy")] }

    public var body: HTML {
        .heading(title) + .faults(faults) + .with(outcome, \.html) + form
    }

    private var form: HTML {
        let fields = [
            Field("kind", "改动什么", .radio(kinds, chosen: kind), isRequired: true),
            Field(
                "file", "改好的文件", .files(accept: ".yaml,.yml,.csv"), isRequired: true,
                hint: "期限规则是整份deadlines.yaml；放假安排一年一个文件，YAML或CSV。"),
            Field("day", "按哪一天看", .day(day), isRequired: true),
        ]
        return .card(
            outcome == nil ? "上传改好的文件" : "换一份文件再演练",
            .p("这里只演练，不启用：算出改动会使哪些未办结的事项改期、新增、不再需要或逾期，系统中什么也不改。"),
            .form(
                to: "/policy/rehearsal", context, kind: .upload,
                .each(fields.marked(with: faults)) { $0.html }, .buttons(Button("演练"), back: "/policy")))
    }
}
