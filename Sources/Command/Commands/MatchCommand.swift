// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import CivilTime
import Desk
import Foundation
import Matching
import Wording

/// `yuanzhu match`: the batch assignment of vacancies to people.
struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "批量人岗匹配：困难程度优先，人数最多，再看匹配分。",
        subcommands: [Run.self, Solve.self])

    /// `match run`: the district of a store, its proposals put on the workers' lists.
    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run", abstract: "为全区今天可以推荐岗位的人做一次批量匹配，结果放到各级的“推荐建议”里，不通知任何人。")

        @Option(help: "轮次：recommend岗位推荐，place一人一岗。")
        var round = MatchRound.recommend
        @Option(help: "按哪一天匹配，不写时为今天。")
        var date: Day?
        @Flag(help: "输出一行JSON：参加人数、提出建议人数、建议数、总分、拥挤扣分、候选数、未安排人数、用时。")
        var json = false
        @OptionGroup var store: StoreOptions
        @OptionGroup var policy: PolicyPlace

        func run() async throws {
            try await Premises.use(store, policy, today: date) { premises in
                let office = premises.office
                guard let district = office.tree.district else {
                    throw Complaint("系统里还没有单位，请先导入单位，再做匹配。")
                }
                let begun = ContinuousClock.now
                let made = try await office.runMatch(round, by: .system(district: district.id))
                let seconds = Double((ContinuousClock.now - begun) / .microseconds(1)) / 1e6
                let unserved = try await office.store.unservedCounts(.district)
                Terminal.say(made, unserved: unserved, seconds: json ? seconds : nil)
            }
        }
    }

    /// `match solve`: files in, the best plan out.
    struct Solve: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "solve", abstract: "由三个CSV文件求最优匹配方案，输出CSV：person,vacancy。",
            discussion: """
                people：id、priority（0最困难…3）、need（1或2）、due_today（1今天到期，0不是）；vacancies：id、\
                headcount（招聘人数）；candidates：person、vacancy、score（0…1000，只列没有硬性限制的人岗）。\
                第一行是表头，其他列不看。place一轮每人至多一个岗位，每个岗位不超过招聘人数；recommend一轮按need推荐，\
                每个岗位至多推荐给招聘人数3倍的人，超过1倍的每人扣60分，超过2倍的每人扣150分。
                """)

        @Option(help: "求职人员文件；“-”为标准输入。")
        var people: String
        @Option(help: "岗位文件。")
        var vacancies: String
        @Option(help: "人岗候选文件。")
        var candidates: String
        @Option(help: "轮次：place一人一岗，recommend岗位推荐。")
        var round = MatchRound.recommend
        @Option(help: "方案写到这个文件；不写时输出到屏幕。")
        var out: String?
        @Flag(help: "输出一行JSON：安排人数、岗位数、各级数、总分、拥挤扣分、候选数、用时。")
        var json = false

        func run() throws {
            let files = try MatchFiles.read(people: people, vacancies: vacancies, candidates: candidates)
            let begun = ContinuousClock.now
            let plan = try files.market.solved(round)
            let seconds = Double((ContinuousClock.now - begun) / .microseconds(1)) / 1e6
            let summary = plan.summary(in: files.market)
            try write(files.lines(of: plan))
            if json {
                Terminal.say(summary.json(seconds: seconds))
            } else if out != nil {
                Terminal.say(summary.sentence)
            }
        }

        private func write(_ lines: [String]) throws {
            let text = (["person,vacancy"] + lines).joined(separator: "\n")
            guard let out else {
                if !json { Terminal.say(text) }
                return
            }
            do {
                try Data((text + "\n").utf8).write(to: URL(filePath: out), options: .atomic)
            } catch { throw Complaint("\(out): 写不进去，请检查文件夹是否存在、是否有权限。") }
        }
    }
}

extension MatchRound: @retroactive ExpressibleByArgument {}

extension Terminal {
    /// What a batch brought: sentences, or one line of JSON where seconds are given.
    fileprivate static func say(_ run: MatchRun, unserved: [UnservedCount], seconds: Double?) {
        let figures = run.figures
        let (asked, served) = (figures.asked.reduce(0, +), figures.served.reduce(0, +))
        let reasons = UnservedReason.allCases.compactMap { reason -> (UnservedReason, Int)? in
            let count = unserved.filter { $0.reason == reason }.reduce(0) { $0 + $1.count }
            return count == 0 ? nil : (reason, count)
        }
        if let seconds {
            say([
                "asked": .number(asked), "served": .number(served), "units": .number(figures.units),
                "score": .number(figures.score), "crowding": .number(figures.crowding),
                "arcs": .number(figures.pairs), "vacancies": .number(figures.posts),
                "dropped": .number(figures.dropped),
                "unserved": .object(reasons.map { .init($0.0.rawValue, .number($0.1)) }),
                "seconds": .decimal(seconds),
            ])
            return
        }
        say(
            "\(run.round.word)：\(asked)人参加，\(figures.posts)个岗位，为\(served)人提出\(figures.units)条建议；"
                + "总分\(figures.score)，拥挤扣分\(figures.crowding)。")
        for line in figures.servedWords { say(line + "。") }
        for (reason, count) in reasons { say("未安排：\(reason.word)，\(count)人。") }
    }
}

extension MatchSummary {
    func json(seconds: Double) -> JSONValue {
        [
            "served": .number(served), "units": .number(units),
            "levels": .list(levels.map { .number($0) }), "score": .number(score),
            "crowding": .number(crowding), "arcs": .number(arcs), "seconds": .decimal(seconds),
        ]
    }

    var sentence: String {
        "安排\(served)人，共\(units)个岗位；总分\(score)，拥挤扣分\(crowding)；各级："
            + levels.map { String($0) }.joined(separator: "、") + "。"
    }
}
