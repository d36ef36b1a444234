// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// What kind of meeting an office holds. Raw values are the storage format.
public enum MeetingKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// 会商 of a town, weekly (06.r2).
    case consultation
    /// 专家会诊 of the district (11.w1).
    case panel
    /// 季度性政企联席会议 of the district (11.c).
    case joint

    /// How the office's journal names it.
    public var act: ActKind {
        switch self {
        case .consultation: .consultationHeld
        case .panel: .panelHeld
        case .joint: .jointMeetingHeld
        }
    }

    /// The level whose offices hold it.
    public var level: Level {
        switch self {
        case .consultation: .town
        case .panel, .joint: .district
        }
    }
}

/// 会议纪要: who was there and what was settled, case by case.
public struct Minutes: Hashable, Sendable, Codable {
    public let kind: MeetingKind
    public let place: String
    /// Who presided, who came.
    public let chair: String
    public let attendants: String
    public let words: String
    public let items: [Item]

    /// What was settled about one case, as the minutes print it; the case's journal has the acts themselves.
    public struct Item: Hashable, Sendable, Codable {
        public let caseID: CaseID
        public let words: String
        public let decision: String

        public init(caseID: CaseID, words: String, decision: String) {
            self.caseID = caseID
            self.words = words
            self.decision = decision
        }
    }

    public init(
        kind: MeetingKind, place: String, chair: String, attendants: String, words: String, items: [Item]
    ) {
        self.kind = kind
        self.place = place
        self.chair = chair
        self.attendants = attendants
        self.words = words
        self.items = items
    }
}
