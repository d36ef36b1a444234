// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// A number that the district may change, with the day from which each value holds and where it comes from.
public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public let from: Day
        public let value: Value
        public let source: String

        public init(from: Day, value: Value, source: String) {
            self.from = from
            self.value = value
            self.source = source
        }
    }

    /// Oldest first.
    public let entries: [Entry]

    public init(_ entries: [Entry]) { self.entries = entries.sorted { $0.from < $1.from } }

    /// The value in force on `day`; before the first one, the first.
    ///
    /// A history older than the pack is judged by its earliest value, since no other is known.
    public func inForce(on day: Day) -> Value? {
        (entries.last { $0.from <= day } ?? entries.first)?.value
    }
}
