// SPDX-License-Identifier: Apache-2.0

/// Where a page of a list ends: opaque, made by the store, and never with a personal fact in it.
public struct Cursor: Hashable, Sendable {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// One page of a list that is walked by key, never by offset.
public struct Slice<Row: Sendable>: Sendable {
    public let rows: [Row]
    /// The page after this one; `nil` at the end.
    public let next: Cursor?

    public init(rows: [Row], next: Cursor?) {
        self.rows = rows
        self.next = next
    }
}
