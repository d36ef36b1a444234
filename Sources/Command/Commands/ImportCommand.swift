// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import CivilTime
import Desk
import Foundation
import Imports
import Wording

/// `yuanzhu import KIND FILE`: a file, all of it or nothing.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "导入Excel（.xlsx）或CSV文件，表头与模板一致。",
        discussion: "文件有错就一行也不导入，除非写--skip-bad；同一个文件导入两次，第二次不会有任何变化。")

    @Argument(
        help: """
            种类：roll劳动力名册、units社区（村）名单、survey调查问卷、calendar放假安排、\
            employers用人单位、vacancies岗位信息（也可以是JobPosting的.json文件）。
            """
    )
    var kind: ImportKind
    @Argument(help: "文件。")
    var file: String
    @Flag(name: .customLong("dry-run"), help: "只检查，不导入。")
    var dryRun = false
    @Option(name: .customLong("errors"), help: "有错时，把标出错误的表格写到这个文件。")
    var errorsFile: String?
    @Flag(name: .customLong("skip-bad"), help: "跳过有错的行，导入其余的行。")
    var skipBad = false
    @Flag(help: "每处错误输出一行JSON，最后一行是结果。")
    var json = false
    @OptionGroup var store: StoreOptions
    @OptionGroup var policy: PolicyPlace

    func run() async throws {
        guard FileManager.default.isReadableFile(atPath: file) else {
            throw Complaint("\(file): 文件不在或读不出来。")
        }
        let report = try await Premises.use(store, policy, mustBeThere: false) { premises in
            try await ImportRunner(premises.office).run(
                kind, .path(file), name: URL(filePath: file).lastPathComponent,
                options: ImportOptions(dryRun: dryRun, skipBad: skipBad), by: premises.operatorActor())
        }
        tell(report)
        try writeErrors(of: report)
        if !report.errors.isEmpty { throw ExitCode(1) }
    }

    private func tell(_ report: ImportReport) {
        let tale = ImportTale(report)
        if json {
            tale.faultLines.forEach { Terminal.say($0) }
            Terminal.say(tale.summaryLine)
        } else {
            report.faults.forEach { Terminal.say("\(file): \($0.description)") }
            Terminal.say(tale.sentence)
        }
    }

    private func writeErrors(of report: ImportReport) throws {
        guard let errorsFile, let marked = report.errorsFile else { return }
        do {
            try Data(marked.bytes).write(to: URL(filePath: errorsFile), options: .atomic)
        } catch { throw Complaint("\(errorsFile): 写不进去，请检查文件夹是否存在、是否有权限。") }
    }
}

extension ImportKind: @retroactive ExpressibleByArgument {}

/// What became of a file, as the command tells it.
struct ImportTale {
    private let report: ImportReport

    init(_ report: ImportReport) { self.report = report }

    var faultLines: [JSONValue] {
        report.faults.map { fault in
            [
                "row": .number(fault.row), "column": fault.column.map { .number($0 + 1) } ?? .null,
                "title": .orNull(fault.title), "severity": fault.isWarning ? "warning" : "error",
                "says": .text(fault.says),
            ]
        }
    }

    var summaryLine: JSONValue {
        let counts = report.counts
        return [
            "kind": .text(report.kind.rawValue), "file": .text(report.file), "outcome": .text(outcome.code),
            "rows": .number(counts.rows), "bad": .number(counts.bad), "added": .number(counts.added),
            "changed": .number(counts.changed), "unchanged": .number(counts.unchanged),
            "households": .number(counts.householdsFounded),
            "batch": report.batch.map { .number($0.number) } ?? .absent,
        ]
    }

    var sentence: String { outcome.words }

    private var outcome: (code: String, words: String) {
        let counts = report.counts
        let change = "新增\(counts.added)，更新\(counts.changed)，没有变化\(counts.unchanged)"
        let left = counts.bad == 0 ? "" : "，跳过有错的\(counts.bad)行"
        switch report.outcome {
        case .refused: return ("refused", "有\(report.errors.count)处错误，一行也没有导入。改正后再试，或用--skip-bad跳过。")
        case .checked: return ("checked", "检查完毕，没有导入：共\(counts.rows)行，将\(change)\(left)。")
        case .imported(let batch):
            return ("imported", "已导入（批次\(batch.id.number)）：共\(counts.rows)行，\(change)\(left)。")
        case .alreadyImported(let batch):
            return ("already-imported", "同一个文件已在\(batch.on.iso)导入过（批次\(batch.id.number)），这次没有任何变化。")
        case .nothingChanged: return ("nothing-changed", "文件内容与系统一致，没有任何变化。")
        case .calendarLoaded(let year): return ("calendar-loaded", "已载入\(year)年的放假安排。")
        }
    }
}

extension ImportReport {
    /// The batch that was written, now or before.
    fileprivate var batch: BatchID? {
        switch outcome {
        case .imported(let batch), .alreadyImported(let batch): batch.id
        case .refused, .checked, .nothingChanged, .calendarLoaded: nil
        }
    }
}
