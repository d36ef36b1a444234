// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// One event as the journal keeps it: what happened, on which day, and when it was entered.
///
/// Two clocks: timeliness is judged by `occurred`, lag by `recorded` (design decision 3).
public struct Recorded<Event: Hashable & Sendable & Codable>: Hashable, Sendable {
    /// The place in the subject's journal, from 1; an act is named by it for good.
    public let id: ActID
    public let occurred: Day
    public let recorded: Instant
    public let by: AccountID
    public let event: Event

    public init(id: ActID, occurred: Day, recorded: Instant, by: AccountID, event: Event) {
        self.id = id
        self.occurred = occurred
        self.recorded = recorded
        self.by = by
        self.event = event
    }
}
