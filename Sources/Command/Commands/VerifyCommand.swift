// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import StoreSQL
import StoreSQLite
import Wording

/// `yuanzhu verify`: is the journal intact, and does everything else follow from it?
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "核对数据：记录链是否完好，各档案与记录重演的结果是否一致。")

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
        if !json { Terminal.say("数据完好：记录链、档案和引用都核对无误。") }
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
