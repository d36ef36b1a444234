// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import CivilTime
import Desk
import Foundation
import Papers
import Sheets
import Wording

/// `yuanzhu export ledger NAME`: a ledger as a file (01.w3, 02.w2, 02.r6, 10.r3, L.03).
///
/// ID numbers and phones are masked unless a purpose is given, which goes on the audit (L.05).
struct ExportLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "导出台账（.xlsx或.csv）。",
        discussion: "身份证号和电话默认遮盖；写了--purpose才导出完整号码，用途记入审计。")

    @Argument(help: LedgerArgument.help)
    var name: LedgerArgument
    @Option(name: .customLong("out"), help: "写到这个文件，.csv结尾为CSV（UTF-8），其余为Excel。")
    var file: String
    @Option(help: "只要这一类，如c03或“3545”人员；只用于统计台账。")
    var category: CategoryArgument?
    @Option(help: "单位的名称或代码，不写时为全区。")
    var unit: String?
    @Option(help: "从这一天起，如2026-01-01；不用于统计台账。")
    var from: Day?
    @Option(help: "到这一天止；认定和退出台账为截至这一天的情况。不用于统计台账。")
    var through: Day?
    @Option(help: "导出完整身份证号和电话的用途。")
    var purpose: String?
    @OptionGroup var store: StoreOptions
    @OptionGroup var policy: PolicyPlace

    func validate() throws {
        if name.view == nil, from != nil || through != nil {
            throw ValidationError("统计台账没有期间，请去掉--from和--through。")
        }
        if name.view != nil, category != nil { throw ValidationError("--category只用于统计台账。") }
    }

    func run() async throws {
        let (bytes, report) = try await Premises.use(store, policy) { premises in
            if let view = name.view { return try await written(view, in: premises) }
            return try await written(in: premises)
        }
        do {
            try Data(bytes).write(to: URL(filePath: file), options: .atomic)
        } catch { throw Complaint("\(file): 写不进去，请检查文件夹是否存在、是否有权限。") }
        Terminal.say("\(report)，已写到\(file)。")
    }

    private var isText: Bool { file.lowercased().hasSuffix(".csv") }

    private func written(in premises: Premises) async throws -> ([UInt8], String) {
        let ledger = try await made(in: premises)
        let bytes = try isText ? ledger.csv(.utf8) : ledger.workbook()
        return (bytes, "\(ledger.unit)统计台账\(ledger.lines.count)人")
    }

    private func written(_ view: LedgerName, in premises: Premises) async throws -> ([UInt8], String) {
        let office = premises.office
        let actor = try premises.operatorActor()
        let filter = LedgerFilter(
            unit: try UnitFinder(office.tree).unit(unit).id,
            period: LedgerPeriod(from: from, through: through))
        let head = try await office.ledgerView(view, filter, limit: 1, by: actor)
        let bytes = try await LedgerViewFile(head).bytes(isText ? .csv(.utf8) : .workbook) { put in
            try await office.exportLedger(view, filter, purpose: purpose, by: actor, each: put)
        }
        return (bytes, "\(head.unit?.name ?? "")\(head.ledger.title)\(head.count)\(head.ledger.unit)")
    }

    private func made(in premises: Premises) async throws -> LedgerFile {
        let office = premises.office
        let place = try UnitFinder(office.tree).unit(unit)
        let actor = try premises.operatorActor()
        let wanted = category?.category
        let lines =
            if let purpose {
                try await office.exportWholeLedger(wanted, in: place.id, purpose: purpose, by: actor)
            } else {
                try await office.exportLedger(wanted, in: place.id, by: actor)
            }
        return LedgerFile(
            unit: place.name, compiler: actor.name, day: office.today, category: wanted, lines: lines,
            form: office.pack.form, isWhole: purpose != nil)
    }
}

/// A ledger on the command line: the statistics ledger, or one that is a view on the journal.
struct LedgerArgument: ExpressibleByArgument {
    /// `nil` for the statistics ledger.
    let view: LedgerName?

    init?(argument: String) {
        guard argument != "statistics" else {
            view = nil
            return
        }
        guard let name = LedgerName(rawValue: argument) else { return nil }
        view = name
    }

    static var allValueStrings: [String] { ["statistics"] + LedgerName.allCases.map(\.rawValue) }

    static var help: ArgumentHelp {
        let views = LedgerName.allCases.map { "\($0.rawValue)\(Ledger.named($0).title)" }
        return ArgumentHelp("台账：statistics统计台账，" + views.joined(separator: "，") + "。")
    }
}

/// A category on the command line, by its code or its word.
struct CategoryArgument: ExpressibleByArgument {
    let category: HardshipCategory

    init?(argument: String) {
        guard let category = HardshipCategory(word: argument) else { return nil }
        self.category = category
    }

    static var allValueStrings: [String] { HardshipCategory.allCases.map(\.rawValue) }
}
