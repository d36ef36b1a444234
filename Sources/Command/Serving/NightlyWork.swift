// SPDX-License-Identifier: Apache-2.0

import Desk
import Logging
import Web

/// The daily acts, as the server runs them.
struct NightlyWork: DailyWork {
    let logger: Logger

    func run(in office: Office) async throws {
        for report in try await office.runDaily() {
            // Rows that do not follow from their journals are a fault of ours or of the disk.
            let level: Logger.Level = report.differences.isEmpty ? .info : .error
            logger.log(
                level: level, "daily act",
                metadata: [
                    "act": "\(report.act.rawValue)", "done": "\(report.done)",
                    "differences": "\(report.differences.count)",
                ])
        }
    }
}
