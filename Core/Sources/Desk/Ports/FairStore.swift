// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// Which fairs a calendar shows.
public struct FairQuery: Hashable, Sendable {
    /// Whose fairs: the office that holds them.
    public var scope: Scope
    /// Those on or after a day, the next first; those before it, the newest first.
    public var span: Span
    /// Announced ones alone, for everybody to read; a cancelled one among them.
    public var isAnnounced: Bool

    /// To which side of a day.
    public enum Span: Hashable, Sendable {
        case from(Day)
        case before(Day)
    }

    public init(scope: Scope = .district, span: Span, isAnnounced: Bool = false) {
        self.scope = scope
        self.span = span
        self.isAnnounced = isAnnounced
    }
}

/// Job fairs.
public protocol FairStore: Sendable {
    func fair(_ id: FairID) async throws -> Fair?
    /// By day, and by number within a day, to the side that the query asks for.
    func fairs(_ query: FairQuery, after: Cursor?, limit: Int) async throws -> Slice<Fair>
}
