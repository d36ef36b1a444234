// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// 援助情况: one case on tabs, from the map of its steps to everything that happened in it.
public struct CasePage: Page {
    public var file: CaseFile
    public var tab: Tab
    /// The file's duties as lines, in its order; explained on the tab that shows all of them.
    public var lines: [WorkLine]
    /// The one step to which the course is narrowed.
    public var step: ProcedureStep?
    /// So many failures make a hand-up due (05.w4).
    public var failures: Int

    /// The parts of the page. Raw values stand in addresses.
    public enum Tab: String, CaseIterable, Sendable {
        case overview, duties, plans, recommendations, history

        var words: String {
            switch self {
            case .overview: "概览"
            case .duties: "期限"
            case .plans: "方案"
            case .recommendations: "推荐"
            case .history: "经过"
            }
        }
    }

    public init(file: CaseFile, tab: Tab, lines: [WorkLine], step: ProcedureStep?, failures: Int) {
        self.file = file
        self.tab = tab
        self.lines = lines
        self.step = step
        self.failures = failures
    }

    public var title: String { "援助情况：\(file.person.facts.name.full)" }
    public var trail: [Crumb] {
        [Crumb("人员档案", .people), Crumb(file.person.facts.name.full, .person(file.person.id))]
    }

    /// A meeting called for this case alone (spec/flow.md, rule 4).
    private var meeting: Link? {
        guard file.rights.contains(.convene) else { return nil }
        let number = String(file.found.id.number)
        switch file.found.stage {
        case .town:
            let town = file.town.map { String($0.id.number) } ?? ""
            return Link(
                "/meetings/new", query: [("kind", "consultation"), ("unit", town), ("case", number)])
        case .district: return Link("/meetings/new", query: [("kind", "panel"), ("case", number)])
        case .listed, .village, .townIntake, .districtIntake, .welfare, .employed, .ended: return nil
        }
    }

    public var body: HTML {
        .section(
            .heading(
                title, .buttonLink("文书", to: .assistanceCase(file.found.id, "papers")),
                .with(meeting) { .buttonLink("上会", to: $0) },
                .buttonLink("打印援助档案", to: .assistanceCase(file.found.id, "file")),
                .buttonLink("人员档案", to: .person(file.person.id))),
            .pass(file.pass), CaseBanners(file: file).html,
            .facts(CaseHead(file).facts + standing),
            .tabs(
                Tab.allCases.map {
                    Pages.Tab(
                        $0.words, .assistanceCase(file.found.id, tab: $0.rawValue), isCurrent: $0 == tab,
                        count: count(of: $0))
                }, label: "援助内容"),
            part)
    }

    /// Since when the present level has it, how far the person has come, how they felt last.
    private var standing: [Fact] {
        let care = file.found.care
        return [
            Fact(
                care.holder.map { "在\($0.short)" } ?? "列入名册",
                (care.since ?? file.history.first?.occurred).map { "\($0.inDocuments)起" } ?? "—"),
            Fact("目标进度", file.found.goal.word),
            Fact("最近情绪", care.mood?.word ?? "—"),
        ]
    }

    private func count(of tab: Tab) -> Int? {
        let care = file.found.care
        return switch tab {
        case .duties: file.duties.count { $0.obligation.standing(on: file.today).isPending }
        case .plans: care.plans.count
        case .recommendations: care.recommendations.count
        case .overview, .history: nil
        }
    }

    private var part: HTML {
        switch tab {
        case .overview: CaseOverview(file: file, lines: lines).html
        case .duties: CaseDuties(file: file, lines: lines).html
        case .plans: CasePlans(file: file).html
        case .recommendations: CaseRecommendations(file: file, failures: failures).html
        case .history: CaseCourse(file: file, step: step).html
        }
    }
}

extension CaseFile {
    /// Buttons for those of the acts that the reader can do now; nothing without any.
    func buttons(_ wanted: [ProcedureAct], tab: CasePage.Tab) -> HTML {
        .each(mine.filter { wanted.contains($0.act) }) { offer in
            .buttonLink(
                offer.act.words(at: offer.level), to: .act(offer.act, in: found.id, tab: tab.rawValue))
        }
    }

    /// What an account is called on pages.
    func name(of account: AccountID) -> String { names[account] ?? "" }
}
