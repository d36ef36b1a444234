// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import Desk
import Foundation
import Papers
import Sheets
import Wording

/// `yuanzhu export ledger statistics`: the statistics ledger by category (01.w3, 01.r3), as a file.
///
/// ID numbers and phones are masked unless a purpose is given, which goes on the audit (L.05).
struct ExportLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "导出就业困难人员统计台账（.xlsx或.csv）。",
        discussion: "身份证号和电话默认遮盖；写了--purpose才导出完整号码，用途记入审计。")

    /// The ledgers that there are.
    enum Name: String, CaseIterable, ExpressibleByArgument {
        case statistics
    }

    @Argument(help: "台账：statistics统计台账。")
    var name: Name
    @Option(name: .customLong("out"), help: "写到这个文件，.csv结尾为CSV（UTF-8），其余为Excel。")
    var file: String
    @Option(help: "只要这一类，如c03或“3545”人员；不写时为全部。")
    var category: CategoryArgument?
    @Option(help: "单位的名称或代码，不写时为全区。")
    var unit: String?
    @Option(help: "导出完整身份证号和电话的用途。")
    var purpose: String?
    @OptionGroup var store: StoreOptions
    @OptionGroup var policy: PolicyPlace

    func run() async throws {
        let ledger = try await Premises.use(store, policy) { premises in try await made(in: premises) }
        let bytes = try file.lowercased().hasSuffix(".csv") ? ledger.csv(.utf8) : ledger.workbook()
        do {
            try Data(bytes).write(to: URL(filePath: file), options: .atomic)
        } catch { throw Complaint("\(file): 写不进去，请检查文件夹是否存在、是否有权限。") }
        Terminal.say("\(ledger.unit)统计台账\(ledger.lines.count)人，已写到\(file)。")
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

/// A category on the command line, by its code or its word.
struct CategoryArgument: ExpressibleByArgument {
    let category: HardshipCategory

    init?(argument: String) {
        guard let category = HardshipCategory(word: argument) else { return nil }
        self.category = category
    }

    static var allValueStrings: [String] { HardshipCategory.allCases.map(\.rawValue) }
}
