// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// The tab 概览: the map of nineteen steps, what can be done now, what cannot and why, the next duties.
struct CaseOverview {
    let file: CaseFile
    let lines: [WorkLine]

    var html: HTML { now + next + map }

    // MARK: The map

    private var map: HTML {
        .card("援助流程", .stepMap(file.found.map(of: file.history).map(step)))
    }

    private func step(_ mapped: MappedStep) -> MapStep {
        MapStep(
            mapped.step.number, mapped.step.word, mapped.step.level.onMap, mapped.state.onMap,
            note: note(mapped), link: link(mapped))
    }

    /// The state, and the day of the newest act.
    private func note(_ mapped: MappedStep) -> String {
        [mapped.state.word, mapped.last?.iso].compactMap(\.self).joined(separator: " ")
    }

    /// To its buttons where something can be done, else to what was done.
    private func link(_ mapped: MappedStep) -> Link? {
        if groups.contains(where: { $0.step == mapped.step.rawValue }) {
            return Link("#step-\(mapped.step.rawValue)")
        }
        guard mapped.acts > 0 else { return nil }
        return .assistanceCase(
            file.found.id, tab: CasePage.Tab.history.rawValue, step: mapped.step.rawValue)
    }

    // MARK: What can be done

    private struct Group {
        let step: Int
        var buttons: [HTML] = []
    }

    /// Buttons by step; what belongs to none comes last.
    private var groups: [Group] {
        var groups: [Int: Group] = [:]
        for (step, button) in small + file.mine.map({ ($0.step, button($0)) }) {
            groups[step, default: Group(step: step)].buttons.append(button)
        }
        return groups.values.sorted { ($0.step == 0 ? 99 : $0.step) < ($1.step == 0 ? 99 : $1.step) }
    }

    private func button(_ offer: CaseFile.OfferedAct) -> HTML {
        .buttonLink(
            offer.act.words(at: offer.level),
            to: .act(offer.act, in: file.found.id, tab: CasePage.Tab.overview.rawValue))
    }

    /// The acts of step 01, and those that end a case.
    private var small: [(Int, HTML)] {
        let found = file.found
        guard found.isLive else { return [] }
        let isUnregistered = found.registered == nil
        let matching = file.mine.first { $0.act == .recommend }
        let all: [(step: Int, words: String, part: String, isOffered: Bool)] = [
            (1, "登记走访", "visits", file.rights.contains(.visit)),
            (1, "登记带领", "escorts", file.rights.contains(.escort) && isUnregistered),
            (2, "收到登记申请", "registration", file.rights.contains(.receiveRegistration) && isUnregistered),
            (matching?.step ?? 0, "找岗位", "openings", matching != nil),
            (matching?.step ?? 0, "招聘会", "fairs", matching != nil),
            (0, "退出援助", "ending", file.rights.contains(.confirmHardship)),
        ]
        return all.filter(\.isOffered).map {
            ($0.step, .buttonLink($0.words, to: .assistanceCase(found.id, $0.part)))
        }
    }

    private var now: HTML {
        .card(
            "现在可以办",
            groups.isEmpty
                ? .p(file.found.isLive ? "目前没有由您办理的事项。" : "援助已结束，没有可以办理的事项。")
                : .each(groups) { group in
                    .element(
                        "section", [.id("step-\(group.step)"), .class("at-step")],
                        .h3(Self.heading(group.step)),
                        .element("div", [.class("toolbar")], group.buttons))
                },
            blocked, elsewhere)
    }

    private static func heading(_ number: Int) -> String {
        guard let step = ProcedureStep(rawValue: number) else { return "其他事项" }
        return "\(step.number) \(step.word)"
    }

    /// 暂时不能办的: each act of the reader's with what stands in its way.
    private var blocked: HTML {
        let acts = file.acts.filter { $0.isMine && $0.possible.refusal != nil }
        return .when(
            !acts.isEmpty,
            .disclosure(
                "暂时不能办的（\(acts.count)项）",
                .table(
                    head: ["步骤", "事项", "原因"],
                    rows: acts.sorted { $0.step < $1.step }.map { offer in
                        [
                            ProcedureStep(rawValue: offer.step)?.number ?? "",
                            offer.act.words(at: offer.level), offer.possible.refusal?.sentence ?? "",
                        ]
                    })))
    }

    /// 由别的单位办理: what others can do now, by office.
    private var elsewhere: HTML {
        let acts = file.acts.filter { !$0.isMine && $0.possible.refusal == nil }
        let offices = Dictionary(grouping: acts) { $0.level.short + ($0.office.map { "（\($0.name)）" } ?? "") }
        return .when(
            !acts.isEmpty,
            .disclosure(
                "由别的单位办理（\(acts.count)项）",
                .ul(
                    offices.sorted { $0.key < $1.key }.map { office, acts in
                        .strong(office) + .text("：")
                            + .text(acts.map { $0.act.words(at: $0.level) }.joined(separator: "、"))
                    })))
    }

    // MARK: What is due

    private var next: HTML {
        .when(
            !lines.isEmpty,
            .card(
                "最近的期限",
                tools: .buttonLink(
                    "全部期限", to: .assistanceCase(file.found.id, tab: CasePage.Tab.duties.rawValue)),
                .ul(
                    lines.map { line in
                        .tag(line.due) + .text(" \(line.title)　") + .small(line.dueWords)
                    })))
    }
}

extension Level {
    /// The colour of the manual's map: green, yellow, red (00.levels).
    var onMap: MapStep.Level {
        switch self {
        case .village: .village
        case .town: .town
        case .district, .city, .province: .district
        }
    }

    /// The same colour for points and tags.
    var tone: Tag.Tone {
        switch self {
        case .village: .green
        case .town: .yellow
        case .district, .city, .province: .red
        }
    }
}

extension MappedStep.State {
    var onMap: MapStep.State {
        switch self {
        case .done: .done
        case .current: .current
        case .ahead: .ahead
        case .spared: .spared
        }
    }
}
