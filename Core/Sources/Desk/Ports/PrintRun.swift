// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// A pile of papers printed together.
public struct PrintRunID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

/// How a pile leaves. Raw values are the storage format.
public enum PrintShape: String, CaseIterable, Hashable, Sendable, Codable {
    /// One PDF, each paper beginning on a new page.
    case pile
    /// A PDF for each paper, packed as a zip.
    case files
}

/// 批量打印: papers of one kind to be put out together; numbers are drawn for all of them or for none.
public struct PrintOrder: Hashable, Sendable {
    public let kind: PaperKind
    /// Whose list was printed.
    public let unit: UnitID
    public let shape: PrintShape
    /// The form that asked for it: the same form sent twice is one run.
    public let once: OnceKey
    public let on: Day
    public let entries: [Entry]

    /// One paper as its case was read.
    public struct Entry: Hashable, Sendable {
        public let caseID: CaseID
        /// The act that it tells; `nil` for papers that rest on none.
        public let act: ActID?
        /// Whose series the number is drawn from.
        public let series: UnitID
        /// The version of the case that was read: another one means that the paper may tell what is no more.
        public let version: Int
        /// Whether it was seen to have gone out before.
        public let wasIssued: Bool

        public init(caseID: CaseID, act: ActID?, series: UnitID, version: Int, wasIssued: Bool) {
            self.caseID = caseID
            self.act = act
            self.series = series
            self.version = version
            self.wasIssued = wasIssued
        }
    }

    public init(
        kind: PaperKind, unit: UnitID, shape: PrintShape, once: OnceKey, on day: Day, entries: [Entry]
    ) {
        self.kind = kind
        self.unit = unit
        self.shape = shape
        self.once = once
        on = day
        self.entries = entries
    }
}

/// What was printed together, in its order; it stays as it is for good, so that a broken run is set again alike.
public struct PrintRun: Hashable, Sendable, Identifiable {
    public let id: PrintRunID
    public let kind: PaperKind
    public let unit: UnitID
    public let shape: PrintShape
    public let by: AccountID
    public let at: Instant
    public let on: Day
    public let papers: [Paper]

    /// One paper of the run.
    public struct Paper: Hashable, Sendable {
        public let caseID: CaseID
        public let act: ActID?
        /// `nil` for kinds without numbers.
        public let number: PaperNumber?
        /// Whether it had gone out before.
        public let isReprint: Bool

        public init(caseID: CaseID, act: ActID?, number: PaperNumber?, isReprint: Bool) {
            self.caseID = caseID
            self.act = act
            self.number = number
            self.isReprint = isReprint
        }
    }

    public init(
        id: PrintRunID, kind: PaperKind, unit: UnitID, shape: PrintShape, by account: AccountID, at: Instant,
        on day: Day, papers: [Paper]
    ) {
        self.id = id
        self.kind = kind
        self.unit = unit
        self.shape = shape
        by = account
        self.at = at
        on = day
        self.papers = papers
    }
}
