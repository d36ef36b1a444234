// SPDX-License-Identifier: Apache-2.0

/// 工作日历: one year with its days off and its working weekends, and the box for the next notice.
public struct CalendarPage: Page {
    /// One month as wall calendars show it.
    public struct Month: Hashable, Sendable {
        public let name: String
        /// Rows of seven from Monday; `nil` where the month has no day.
        public let weeks: [[DayCell?]]

        /// A month.
        public init(name: String, weeks: [[DayCell?]]) {
            self.name = name
            self.weeks = weeks
        }
    }

    /// One day.
    public struct DayCell: Hashable, Sendable {
        /// What makes a day different.
        public enum Kind: Hashable, Sendable {
            case work, weekend, off, madeUp
        }

        public let number: Int
        public let kind: Kind
        /// The holiday's name, or why a weekend is worked.
        public let why: String
        public let isToday: Bool

        /// A day.
        public init(number: Int, kind: Kind, why: String, isToday: Bool) {
            self.number = number
            self.kind = kind
            self.why = why
            self.isToday = isToday
        }

        var html: HTML {
            let words =
                switch kind {
                case .off: "\(number) 休"
                case .madeUp: "\(number) 班"
                case .work, .weekend: String(number)
                }
            let tone: Tag.Tone? =
                switch kind {
                case .off: .red
                case .madeUp: .orange
                case .weekend: .grey
                case .work: nil
                }
            let day = isToday ? HTML.strong(words) : .text(words)
            let sign = tone.map { .span(class: "tag \($0.rawValue)", day) } ?? day
            let attributes: [Attribute] = why.isEmpty ? [] : [Attribute("title", why)]
            return .element("td", attributes + (isToday ? [.aria("current", "date")] : []), sign)
        }
    }

    public var years: [Tab]
    public var heading: String
    public var facts: [Fact]
    /// Said when the year's notice is not here.
    public var warning: String?
    public var months: [Month]
    /// The holidays of the year: name, days, worked weekends.
    public var holidays: [[String]]
    /// The upload; `nil` for those who may only look.
    public var context: FormContext?
    public var faults: [FieldFault]

    /// One year.
    public init(
        years: [Tab], heading: String, facts: [Fact], warning: String?, months: [Month], holidays: [[String]],
        context: FormContext?, faults: [FieldFault]
    ) {
        self.years = years
        self.heading = heading
        self.facts = facts
        self.warning = warning
        self.months = months
        self.holidays = holidays
        self.context = context
        self.faults = faults
    }

    public var title: String { "工作日历" }
    public var styles: [String] { ["calendar.css"] }

    public var body: HTML {
        .heading(title) + .faults(faults) + .tabs(years, label: "年份")
            + .with(warning) { .notice($0, .warning) }
            + .card(heading, .facts(facts), holidayTable) + .div(class: "months", .each(months, Self.grid))
            + .with(context, upload)
    }

    private var holidayTable: HTML {
        .when(!holidays.isEmpty, .table(head: ["节日", "放假", "天数"], rows: holidays))
    }

    private static func grid(_ month: Month) -> HTML {
        let head = HTML.each(["一", "二", "三", "四", "五", "六", "日"]) {
            .element("th", [Attribute("scope", "col")], .text($0))
        }
        let rows = HTML.each(month.weeks) { week in
            .element("tr", [], .each(week) { $0?.html ?? .element("td") })
        }
        return .element(
            "table", [.class("month")], .element("caption", [], .text(month.name)),
            .element("thead", [], .element("tr", [], head)), .element("tbody", [], rows))
    }

    private func upload(_ context: FormContext) -> HTML {
        let field = Field(
            "file", "放假安排文件", .files(accept: ".yaml,.csv"), isRequired: true,
            hint: "一年一个文件。表格（CSV）三列：日期、放假或上班、节日名称；也可用政策包的YAML格式。")
        return .card(
            "更新放假安排",
            .p("国务院办公厅的通知发布后，上传当年的安排。尚未办结的期限按新日历重新推算，已办结的不变。"),
            .form(
                to: "/calendar", context, kind: .upload, .each([field].marked(with: faults)) { $0.html },
                .buttons(Button("上传并启用"))))
    }
}
