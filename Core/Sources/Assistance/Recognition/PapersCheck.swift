// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// A paper of the checklist with what was handed over of it.
public struct CheckedPaper: Hashable, Sendable, Codable {
    public let paper: RequiredPaper
    public let originals: Int
    public let copies: Int

    public init(_ paper: RequiredPaper, originals: Int, copies: Int) {
        self.paper = paper
        self.originals = originals
        self.copies = copies
    }

    public var missingOriginals: Int { max(0, paper.originals - originals) }
    public var missingCopies: Int { max(0, paper.copies - copies) }
    public var isShort: Bool { missingOriginals + missingCopies > 0 }
}

/// 材料核对: the whole checklist as the counter found it, with what the rules asked for that day (02.r4).
public struct PapersCheck: Hashable, Sendable, Codable {
    public let papers: [CheckedPaper]

    public init(_ papers: [CheckedPaper]) { self.papers = papers }

    /// Everything needed was handed over.
    public init(complete papers: [RequiredPaper]) {
        self.papers = papers.map { CheckedPaper($0, originals: $0.originals, copies: $0.copies) }
    }

    /// What is missing, all of it (02.w1).
    public var short: [CheckedPaper] { papers.filter(\.isShort) }

    /// Needed papers that the check says nothing of, or counts too few of: rules or facts changed since.
    func uncovered(of required: [RequiredPaper]) -> [RequiredPaper] {
        required.filter { needed in
            !papers.contains { checked in
                checked.paper.id == needed.id && checked.paper.originals >= needed.originals
                    && checked.paper.copies >= needed.copies
            }
        }
    }
}

/// Which papers notices told of, and which the counter knew to be needed when it told: a later notice is measured
/// against it (02.w1).
public struct AskedPapers: Hashable, Sendable, Codable {
    public var listed: Set<PaperID> = []
    public var known: Set<PaperID> = []
}

/// 差错: a later notice asked for something that the first could have asked for (02.w1).
public struct AskedLate: Hashable, Sendable, Codable {
    public let on: Day
    /// Names of the papers.
    public let papers: [String]
}
