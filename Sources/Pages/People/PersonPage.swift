// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 一人一档: the file of one person, on tabs.
public struct PersonPage: Page {
    public var file: PersonFile
    public var tab: Tab
    public var lines: [WorkLine]
    public var today: Day
    public var context: FormContext
    public var may: Rights
    /// Question 12 in words.
    public var reasons: [String]

    /// The parts of a file. Raw values stand in addresses.
    public enum Tab: String, CaseIterable, Sendable {
        case basics, household, hardship, work, history

        var words: String {
            switch self {
            case .basics: "基本信息"
            case .household: "家庭"
            case .hardship: "困难认定与走访"
            case .work: "期限"
            case .history: "经过"
            }
        }
    }

    /// What the reader may do with this file.
    public struct Rights: Sendable {
        public var edit, survey, confirm, visit, escort, receive, unmask, settle: Bool

        public init(
            edit: Bool, survey: Bool, confirm: Bool, visit: Bool, escort: Bool, receive: Bool, unmask: Bool,
            settle: Bool
        ) {
            self.edit = edit
            self.survey = survey
            self.confirm = confirm
            self.visit = visit
            self.escort = escort
            self.receive = receive
            self.unmask = unmask
            self.settle = settle
        }
    }

    public init(
        file: PersonFile, tab: Tab, lines: [WorkLine], today: Day, context: FormContext, may: Rights,
        reasons: [String]
    ) {
        self.file = file
        self.tab = tab
        self.lines = lines
        self.today = today
        self.context = context
        self.may = may
        self.reasons = reasons
    }

    public var title: String { file.person.facts.name.full }
    public var trail: [Crumb] { [Crumb("人员档案", .people)] }

    public var body: HTML {
        .section(
            .heading(title, toolbar), .pass(file.pass), presence, tags,
            .tabs(
                Tab.allCases.map {
                    Pages.Tab($0.words, .person(file.person.id, tab: $0.rawValue), isCurrent: $0 == tab)
                }),
            part)
    }

    private var part: HTML {
        switch tab {
        case .basics: basics
        case .household: household
        case .hardship: PersonHardship(file: file, today: today, context: context, may: may).html
        case .work: work
        case .history: PersonHistory(file: file).html
        }
    }

    private var toolbar: HTML {
        let changes = HTML.when(
            may.edit || may.settle, .buttonLink("名册变动", to: .person(file.person.id, "changes")))
        guard file.person.isOnRoll else { return changes }
        return .with(may.survey ? file.round : nil) { round in
            .buttonLink(
                "填写问卷", to: Link("\(Link.round(round.id).address)/sheets?person=\(file.person.id.number)"),
                isPrimary: !isSurveyed)
        }
            + .when(
                may.visit && isLive,
                .with(file.newestCase) { .buttonLink("登记走访", to: .assistanceCase($0.id, "visits")) })
            + .when(may.edit, .buttonLink("修改信息", to: .person(file.person.id, "correction")))
            + .when(
                may.survey && file.round != nil,
                .buttonLink("打印问卷", to: Link("/survey/paper/\(file.person.id.number)")))
            + changes
    }

    private var isSurveyed: Bool {
        file.person.survey?.state == .surveyed && file.person.survey?.round == file.round?.id
    }

    private var isLive: Bool { file.newestCase?.isLive ?? false }

    private var presence: HTML {
        switch file.person.presence {
        case .onRoll: .empty
        case .left(let reason, let day):
            .notice("\(day.inDocuments)离开名册：\(reason.word)。档案只供查阅。", .warning)
        case .merged(let id):
            .notice("这是重复登记，已并入另一份档案。", .warning, .a(.person(id), "打开保留的档案"))
        }
    }

    private var tags: HTML {
        .p(
            .each(file.newestCase.map { $0.isLive ? $0.categories : [] } ?? []) {
                .tag(Tag($0.shortWord, .yellow)) + " "
            },
            .with(isLive ? file.newestCase?.visitClass : nil) {
                .tag(Tag($0.word, $0 >= .three ? .orange : .blue)) + " "
            },
            .tag(isSurveyed ? Tag("今年已调查", .green) : Tag("今年未调查", .grey)))
    }

    private var work: HTML {
        guard !lines.isEmpty else { return .nothing("没有办理期限。") }
        return DataTable(
            columns: [Column("事项"), Column("状态", .state), Column("办理期限"), Column("依据")],
            rows: zip(lines, file.duties).map { line, duty in
                let standing = duty.obligation.standing(on: today)
                let state =
                    standing.isPending
                    ? line.due : Pages.Tag(standing.words, standing == .metLate ? .orange : .green)
                return Row([
                    .text(line.title), .tag(state),
                    .text(standing.isPending ? line.dueWords : duty.obligation.due.inDocuments),
                    .html(.why(line.because)),
                ])
            }
        ).html
    }
}
