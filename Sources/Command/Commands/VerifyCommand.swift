// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import StoreSQL
import StoreSQLite
import Wording

/// `yuanzhu verify`: is the journal intact, and does everything else follow from it?
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "核对数据：记录链是否完好，各档案与记录重演的结果是否一致，文号有无跳号、重号和没有依据的。")

    @Flag(help: "每个问题输出一行JSON。")
    var json = false
    @OptionGroup var store: StoreOptions

    func run() async throws {
        let store = try await store.openExisting()
        let faults = try await store.verify()
        try store.close()
        for fault in faults {
            if json {
                Terminal.say(["fault": .text(fault.description), "says": .text(fault.sentence)])
            } else {
                Terminal.say(fault.sentence)
            }
        }
        guard faults.isEmpty else { throw ExitCode(1) }
        if !json { Terminal.say("数据完好：记录链、档案、引用和文号都核对无误。") }
    }
}

extension IntegrityFault {
    /// What is wrong, for the person who runs the system.
    var sentence: String {
        switch self {
        case .file(let text): "数据库文件有损坏：\(text)。"
        case .changedRow(let chain, let row): "\(Self.name(chain))第\(row)行在写入之后被改动过。"
        case .missingRow(let chain, let row): "\(Self.name(chain))从第\(row)行起有缺失。"
        case .wrongEnd(let chain, let known, let found):
            "\(Self.name(chain))应到第\(known)行为止，实际到第\(found)行，末尾有增删。"
        case .unreadableAct(let subject, let act): "\(subject.words)的第\(act)条记录读不出来。"
        case .brokenNumbering(let subject, let act): "\(subject.words)的记录到第\(act)条断了号。"
        case .unfounded(let subject): "\(subject.words)的记录没有开头。"
        case .missingState(let subject): "\(subject.words)有记录，没有档案。"
        case .missingJournal(let subject): "\(subject.words)有档案，没有记录。"
        case .differentState(let subject, let columns):
            "\(subject.words)的档案与记录不一致（\(columns.joined(separator: "、"))）。"
        case .unreadableState(let subject): "\(subject.words)的档案解不开密。"
        case .wrongCount(let name, let expected, let found): "\(name)应有\(expected)行，实有\(found)行。"
        case .missingNumbers(let number, let from):
            number.number - 1 > from
                ? "\(number.series)缺第\(from)号至第\(number.number - 1)号。" : "\(number.series)缺第\(from)号。"
        case .doubledNumber(let number): "\(number.series)第\(number.number)号重号或无效。"
        case .paperWithoutAct(let number, let id, let act):
            "\(number.series)第\(number.number)号没有依据：\(Subject.assistanceCase(id).words)的第\(act.number)条记录与它不符。"
        case .unknownPaper(let unit, let kind): "\(Subject.unit(unit).words)有一份不认识的文书（\(kind)）。"
        case .brokenPile(let run): "第\(run)批批量打印的清单与文号不符。"
        }
    }

    private static func name(_ chain: String) -> String {
        switch chain {
        case "journal": "工作记录"
        case "audit": "审计记录"
        default: chain
        }
    }
}

extension Subject {
    /// `人员12`.
    var words: String { kind.word + String(number) }
}

extension PaperNumber {
    /// `单位3推荐介绍信〔2026〕`.
    fileprivate var series: String { "\(Subject.unit(unit).words)\(kind.word)〔\(year)〕" }
}
