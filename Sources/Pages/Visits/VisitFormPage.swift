// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Wording

/// 走访记录: the form of one visit (01.w4, 01.r2).
public struct VisitFormPage: Page {
    public var person: PersonLine
    public var caseID: CaseID
    public var version: Int
    public var visitClass: VisitClass?
    /// What was agreed last time, so that it can be asked about.
    public var last: (day: String, agreed: String)?
    public var fields: Fields
    public var faults: [FieldFault]
    public var context: FormContext

    /// What stands in the form's fields.
    public struct Fields: Sendable {
        public var day, manner, visitors, situation, family, services, agreed: String
        public var wasMet: Bool
        public var wish: String?
        public var isUrgent: Bool

        public init(
            day: String, manner: String, visitors: String, situation: String, family: String,
            services: String, agreed: String, wasMet: Bool, wish: String?, isUrgent: Bool
        ) {
            self.day = day
            self.manner = manner
            self.visitors = visitors
            self.situation = situation
            self.family = family
            self.services = services
            self.agreed = agreed
            self.wasMet = wasMet
            self.wish = wish
            self.isUrgent = isUrgent
        }
    }

    public init(
        person: PersonLine, caseID: CaseID, version: Int, visitClass: VisitClass?,
        last: (day: String, agreed: String)?, fields: Fields, faults: [FieldFault], context: FormContext
    ) {
        self.person = person
        self.caseID = caseID
        self.version = version
        self.visitClass = visitClass
        self.last = last
        self.fields = fields
        self.faults = faults
        self.context = context
    }

    public var title: String { "登记走访：\(person.name)" }
    public var trail: [Crumb] {
        [Crumb("人员档案", .people), Crumb(person.name, .person(person.id, tab: "hardship"))]
    }

    public var body: HTML {
        .section(
            .h1(title), .faults(faults),
            .facts([
                Fact("走访分类", visitClass.map { "\($0.word)（\($0.howOften)）" } ?? "—"),
                Fact("联系电话", person.mobile.isEmpty ? "—" : person.mobile),
                Fact("村（社区）", person.village?.name ?? "—"),
            ]),
            .with(last) { .notice("上次走访（\($0.day)）约定：\($0.agreed)") },
            .form(
                to: .assistanceCase(caseID, "visits"), context, .hidden("version", String(version)),
                .fields("走访情况", how.marked(with: faults)),
                .fields("谈话内容", told.marked(with: faults)),
                .fields("愿望与需要", wishes.marked(with: faults)),
                .tick("urgent", "迫切要求就业", isTicked: fields.isUrgent),
                .buttons(Button("保存走访记录"), back: .person(person.id, tab: "hardship"))))
    }

    private var how: [Field] {
        [
            Field("day", "走访日期", .day(fields.day), isRequired: true),
            Field(
                "manner", "走访方式",
                .radio(VisitManner.allCases.map { Choice($0.rawValue, $0.word) }, chosen: fields.manner),
                isRequired: true),
            Field(
                "met", "是否见到（联系到）本人",
                .radio([Choice("yes", "是"), Choice("no", "否")], chosen: fields.wasMet ? "yes" : "no"),
                isRequired: true, hint: "未见到本人的，不算完成本期走访。"),
            Field("visitors", "走访人", .text(fields.visitors, limit: 50), isRequired: true),
        ]
    }

    private var told: [Field] {
        [
            Field(
                "situation", "个人情况", .area(fields.situation, lines: 3, limit: 2000),
                hint: "身体、技能、近来做什么、为什么没有就业"),
            Field("family", "家庭情况", .area(fields.family, lines: 2, limit: 2000), hint: "人口、收入、照料负担、困难"),
            Field(
                "services", "需要的就业服务", .area(fields.services, lines: 2, limit: 2000),
                hint: "想找什么工作、想学什么、需要什么帮助"),
            Field("agreed", "约定事项", .text(fields.agreed, limit: 200), hint: "下次要办的事，下次走访时会提示"),
        ]
    }

    private var wishes: [Field] {
        [
            Field(
                "wish", "就业愿望",
                .select(
                    [
                        Choice(Wish.wanted.rawValue, Wish.wanted.word),
                        Choice(Wish.unwanted.rawValue, Wish.unwanted.word),
                    ],
                    chosen: fields.wish, none: "没有变化"))
        ]
    }
}
