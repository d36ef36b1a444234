// SPDX-License-Identifier: Apache-2.0
import Assistance

/// Everything that the software does by itself each day, in this order. Raw values are the command line's words.
///
/// Each is idempotent: a day on which it was run twice, or not at all, leaves nothing wrong.
public enum DailyAct: String, CaseIterable, Hashable, Sendable {
    /// 超龄退出 (00.age).
    case ageOut = "age-out"
    /// 情况变化提醒复核 (L.03).
    case raiseRechecks = "raise-rechecks"
    /// 夜间核对: duties derived anew from the journals.
    case rederiveDuties = "rederive-duties"
}

/// What one daily act did.
public struct DailyReport: Hashable, Sendable {
    public let act: DailyAct
    /// People who left, checks that were raised, or lists of duties that were written anew.
    public let done: Int
    /// Lists of duties that were not what their journals say: a changed calendar or rule, or damage.
    public let differences: [DutyDifference]
}

extension Office {
    /// Runs one daily act.
    ///
    /// - Throws: ``StoreFailure``.
    public func run(_ act: DailyAct) async throws -> DailyReport {
        switch act {
        case .ageOut: return DailyReport(act: act, done: try await ageOut(), differences: [])
        case .raiseRechecks:
            return DailyReport(act: act, done: try await raiseRechecks(), differences: [])
        case .rederiveDuties:
            let found = try await rederiveDuties()
            return DailyReport(
                act: act, done: found.extended + found.differences.count, differences: found.differences)
        }
    }

    /// Runs all of them in turn.
    ///
    /// - Throws: ``StoreFailure``; what was done before it stays.
    public func runDaily() async throws -> [DailyReport] {
        var reports: [DailyReport] = []
        for act in DailyAct.allCases { reports.append(try await run(act)) }
        return reports
    }
}
