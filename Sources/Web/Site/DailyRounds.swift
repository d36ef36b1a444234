// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Desk
import Logging
import ServiceLifecycle

/// The acts that nobody clicks.
public protocol DailyWork: Sendable {
    /// Does everything due on the office's day; doing it again changes nothing.
    func run(in office: Office) async throws
}

/// Does the daily acts when the server starts and shortly after each midnight of the district.
struct DailyRounds: Service {
    let site: Site
    let work: any DailyWork
    let logger: Logger

    /// A failed round is logged and tried again with the next: the server goes on answering.
    func run() async throws {
        while !Task.isShuttingDownGracefully {
            do {
                try await work.run(in: site.office())
                logger.info("daily acts done", metadata: ["day": "\(site.office().today.iso)"])
            } catch is CancellationError {
                return
            } catch {
                logger.error("daily acts failed", metadata: ["type": "\(type(of: error))"])
            }
            let pause = Self.secondsToNextRound(after: site.office().now)
            // Ends early, by an error of no interest, when the server stops.
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(pause)) }
        }
    }

    /// Two minutes past the next midnight: late enough that clocks a little off agree on the day.
    static func secondsToNextRound(after now: Instant) -> Int64 {
        let midnight = Instant(startOf: now.day.adding(days: 1)).millisecondsSince1970
        return (midnight - now.millisecondsSince1970) / 1000 + 120
    }
}
