// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk
import Foundation
import PolicyFiles
import Seals
import Sheets

/// Takes files in for a page or a command: one value for one request.
public struct ImportRunner: Sendable {
    public let office: Office
    /// What a file may weigh; pages allow less than the command line.
    public let limits: SheetLimits

    public init(_ office: Office, limits: SheetLimits = SheetLimits()) {
        self.office = office
        self.limits = limits
    }

    /// Reads, checks and, unless it is a dry run, writes a file; all of it or nothing.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)`` when the account may import nothing of the kind; ``StoreFailure``.
    public func run(
        _ kind: ImportKind, _ source: ImportSource, name: String, options: ImportOptions = ImportOptions(),
        by actor: Actor
    ) async throws -> ImportReport {
        guard actor.may(kind.deed) else { throw Refusal.notAllowed(kind.deed) }
        var report = ImportReport(kind: kind, file: name, digest: try digest(of: source))
        if let before = try await office.store.batch(digest: report.digest, kind: kind) {
            report.outcome = .alreadyImported(before)
            return report
        }
        switch kind {
        case .roll: try await runRoll(source, options, actor, &report)
        case .units: try await runUnits(source, options, actor, &report)
        case .survey: try await runSurvey(source, options, actor, &report)
        case .calendar: try await runCalendar(source, options, actor, &report)
        case .employers: try await runEmployers(source, options, actor, &report)
        case .vacancies: try await runVacancies(source, options, actor, &report)
        }
        return report
    }

    func open(_ source: ImportSource, name: String) throws(SheetFault) -> SheetFile {
        switch source {
        case .bytes(let bytes): try SheetFile.open(bytes: bytes, name: name, limits: limits)
        case .path(let path): try SheetFile.open(path: path, name: name, limits: limits)
        }
    }

    private func digest(of source: ImportSource) throws -> String {
        let digest =
            switch source {
            case .bytes(let bytes): SHA256.digest(of: bytes)
            case .path(let path): try SHA256.digest(ofFileAt: path)
            }
        return digest.map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }
}

/// A file that was read and checked, before the registry has seen it.
struct CheckedFile<Draft: Sendable> {
    let file: SheetFile
    let table: ImportTable<Draft>
    var read: ReadTable<Draft>
    var columns: RowColumns?
}

extension ImportRunner {
    /// Reads a file of rows; `nil` when its header or the file itself is at fault, which the report then says.
    func check<Draft>(
        _ source: ImportSource, _ table: ImportTable<Draft>, _ report: inout ImportReport,
        finish: @escaping @Sendable (inout ReadRow<Draft>, RowColumns) -> Void
    ) async throws -> CheckedFile<Draft>? {
        let file: SheetFile
        do throws(SheetFault) {
            file = try open(source, name: report.file)
        } catch {
            report.faults = [ImportFault(row: 0, column: nil, title: nil, says: error.says)]
            return nil
        }
        let read = try await TableReading(table: table, finish: finish).read(file)
        guard read.fatal.isEmpty, let header = read.header else {
            report.faults = read.fatal
            return nil
        }
        return CheckedFile(
            file: file, table: table, read: read,
            columns: RowColumns(header, ids: table.columns.map(\.id), titles: header.titles))
    }

    /// Puts faults, counts and outcome together, writes if it may, and hands the bad rows back.
    func finish<Draft>(
        _ checked: CheckedFile<Draft>, _ plan: ImportPlan, place: (RowFault) -> (id: String, says: String),
        _ options: ImportOptions, _ actor: Actor, _ report: inout ImportReport
    ) async throws {
        var plan = plan
        let unread = checked.read.rows.count { !$0.isSound }
        plan.addUnread(unread)
        var faults = checked.read.rows.flatMap(\.faults)
        for fault in plan.faults {
            let (id, says) = place(fault)
            faults.append(
                checked.columns?.fault(fault.row, at: id, says)
                    ?? ImportFault(row: fault.row, column: nil, title: nil, says: says))
        }
        report.faults = faults.sorted { ($0.row, $0.column ?? -1) < ($1.row, $1.column ?? -1) }
        report.counts = plan.counts
        report.differences = plan.differences
        let errors = report.errors
        if !errors.isEmpty, let header = checked.read.header {
            report.errorsFile = try ErrorsWriter(
                file: checked.file, header: header, table: checked.table, name: report.file
            ).write(report.faults)
        }
        guard errors.isEmpty || options.skipBad else { return }
        if options.dryRun {
            report.outcome = .checked
        } else if plan.counts.changesNothing {
            report.outcome = plan.counts.rows == plan.counts.bad ? .refused : .nothingChanged
        } else {
            let file = ImportedFile(kind: report.kind, name: report.file, digest: report.digest)
            report.outcome = .imported(try await office.commit(plan, of: file, by: actor))
        }
    }
}
