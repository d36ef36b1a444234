// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import CivilTime
import Wording

/// `yuanzhu obligations`: what is owed by whom and by when, from journals alone.
struct ObligationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "obligations", abstract: "由工作记录推算应办事项：谁、什么时候以前、办什么、为什么。",
        discussion: """
            记录文件每行一条（JSON），按先后排列：case（或unit）、kind、occurred、recorded，以及该种记录的栏目；\
            种类和栏目见 yuanzhu export acts。refers_to、withdraws写被指记录在本案中的序号（从1起）或它的id。
            """)

    @Option(help: "工作记录文件；“-”为标准输入。")
    var events: String
    @Option(name: .customLong("as-of"), help: "按哪一天看，如2026-02-13。")
    var asOf: Day
    @Flag(help: "每项输出一行JSON。")
    var json = false
    @OptionGroup var policy: PolicyPlace
    @OptionGroup var calendar: CalendarOption

    func run() throws {
        let journals = try JournalFile.read(events)
        let pack = try policy.pack()
        let days = try calendar.laid(over: pack.calendar)
        for journal in journals {
            let acts = Journal(acts: journal.acts.filter { $0.occurred <= asOf })
            let owed = Assistance.obligations(
                of: acts, under: pack.rules, calendar: days, through: asOf)
            for obligation in owed {
                let why = explain(obligation, of: acts, under: pack.rules, calendar: days)?.sentence
                let line = ObligationLine(journal: journal, obligation: obligation, why: why, on: asOf)
                if json { Terminal.say(line.json) } else { Terminal.say(line.text(rules: pack.rules)) }
            }
        }
    }
}

/// One obligation as the command tells it.
struct ObligationLine {
    let journal: JournalFile
    let obligation: Obligation
    let why: String?
    let on: Day

    init(journal: JournalFile, obligation: Obligation, why: String?, on day: Day) {
        self.journal = journal
        self.obligation = obligation
        self.why = why
        on = day
    }

    private var anchor: JSONValue {
        journal.labels[obligation.anchor].map { .text($0) } ?? .number(obligation.anchor.number)
    }

    var json: JSONValue {
        .object([
            .init(journal.owner.key, .text(journal.owner.name)),
            .init("rule", .text(obligation.rule.name)),
            .init("clause", .text(obligation.clause.id)),
            .init("anchor", anchor),
            .init("period", .optional(obligation.period?.key)),
            .init("opens", .text(obligation.opens.iso)),
            .init("due", .text(obligation.due.iso)),
            .init("provisional", .bool(obligation.isProvisional)),
            .init("owed_by", .text(obligation.owedBy.rawValue)),
            .init("state", .text(obligation.standing(on: on).rawValue)),
            .init("met_on", .optional(obligation.metOn?.iso)),
            .init("why", .text(why ?? "")),
        ])
    }

    func text(rules: RuleSet) -> String {
        let title = rules.rule(obligation.rule, on: obligation.opens)?.title ?? obligation.rule.name
        let state = obligation.standing(on: on).words
        let due = obligation.due.withWeekday + (obligation.isProvisional ? "暂定" : "")
        return "\(journal.owner.name)  \(due)  \(state)  \(obligation.owedBy.words)  \(title)\n  \(why ?? "")"
    }
}
