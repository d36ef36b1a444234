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
    /// 企业报告的岗位, of a joint meeting (11.c).
    public let vacancies: String?
    /// 议定事项 beyond single cases (11.c).
    public let resolution: String?
    public let items: [Item]

    /// What was settled about one case, as the minutes print it; the case's journal has the acts themselves.
    public struct Item: Hashable, Sendable, Codable {
        public let caseID: CaseID
        public let words: String
        public let decision: String
        /// The name of whom the meeting appointed, where it did (07.w1, 12.r1).
        public let appointed: String?

        public init(caseID: CaseID, words: String, decision: String, appointed: String? = nil) {
            self.caseID = caseID
            self.words = words
            self.decision = decision
            self.appointed = appointed
        }
    }

    public init(
        kind: MeetingKind, place: String, chair: String, attendants: String, words: String,
        vacancies: String? = nil, resolution: String? = nil, items: [Item]
    ) {
        self.kind = kind
        self.place = place
        self.chair = chair
        self.attendants = attendants
        self.words = words
        self.vacancies = vacancies
        self.resolution = resolution
        self.items = items
    }
}
