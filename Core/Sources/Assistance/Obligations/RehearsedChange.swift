// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What a change of terms does to one duty; nothing is a change that leaves it as it is.
public struct RehearsedChange: Hashable, Sendable {
    /// The duty.
    public let id: Obligation.ID
    /// What becomes of it.
    public let kind: Kind
    /// The last day as things stand; `nil` where nothing was owed.
    public let dueBefore: Day?
    /// The last day under the other terms; `nil` where nothing is owed any more.
    public let dueAfter: Day?
    /// Who owes it as things stand.
    public let ownerBefore: Owner?
    /// Who owes it under the other terms.
    public let ownerAfter: Owner?
    /// Whether it is an office's lateness under the other terms and is none now.
    public let fallsLate: Bool
    /// Whether it is an office's lateness now and none under the other terms.
    public let isFreed: Bool

    /// What becomes of a duty. Raw values stand in what scripts read.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Another last day, or it begins or ceases to wait for the person.
        case moved
        /// The same last day, but another office owes it.
        case passes
        /// Owed, and was not.
        case appears
        /// No longer owed, or done by what was done already.
        case vanishes
        /// 改判: was done or let off, and would be owed again or count as late. A change must never do this; a
        /// row that says when it was adopted does not (head of deadlines.yaml).
        case rejudged
    }

    /// Compares one duty under two terms; `nil` when nothing about it changes that concerns anybody today.
    init?(from before: Obligation?, to after: Obligation?, on day: Day) {
        guard let id = (before ?? after)?.id,
            let kind = Kind(from: before, to: after, on: day)
        else { return nil }
        self.id = id
        self.kind = kind
        dueBefore = before?.due
        dueAfter = after?.due
        ownerBefore = before?.owedBy
        ownerAfter = after?.owedBy
        let wasLate = before?.isLate(on: day) ?? false
        let isLate = after?.isLate(on: day) ?? false
        // What somebody has done is never counted as lateness that a change brings: it is told apart.
        fallsLate = kind != .rejudged && isLate && !wasLate
        isFreed = kind != .rejudged && wasLate && !isLate
    }
}

extension RehearsedChange.Kind {
    fileprivate init?(from before: Obligation?, to after: Obligation?, on day: Day) {
        let was = before?.standing(on: day)
        let becomes = after?.standing(on: day)
        if let was, was.isSettled {
            guard let becomes, becomes.isLive || (becomes == .metLate && was != .metLate) else { return nil }
            self = .rejudged
            return
        }
        switch (was?.isLive ?? false, becomes?.isLive ?? false) {
        case (false, false): return nil
        case (false, true): self = .appears
        case (true, false): self = .vanishes
        case (true, true):
            let waits = (was == .suspended) != (becomes == .suspended)
            if before?.due != after?.due || waits {
                self = .moved
            } else if before?.owedBy != after?.owedBy {
                self = .passes
            } else {
                return nil
            }
        }
    }
}

extension Standing {
    /// Whether it was done or let off.
    fileprivate var isSettled: Bool {
        switch self {
        case .met, .metLate, .enteredLate, .waived: true
        case .open, .dueToday, .overdue, .void, .suspended: false
        }
    }

    fileprivate var isLive: Bool { isPending || self == .suspended }
}

extension Obligation {
    /// Whether it is an office's lateness; what is awaited of the person is none.
    fileprivate func isLate(on day: Day) -> Bool { !isAwaited && standing(on: day) == .overdue }
}
