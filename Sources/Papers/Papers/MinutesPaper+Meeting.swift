// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

extension MinutesPaper {
    /// The minutes of a whole meeting, case by case.
    public init(_ meeting: MeetingMinutes, tree: UnitTree) {
        let minutes = meeting.minutes
        title = minutes.kind.paper?.word ?? minutes.kind.word + "纪要"
        held = meeting.entry.on.inDocuments
        place = minutes.place
        chair = minutes.chair
        attendants = minutes.attendants
        words = minutes.words
        vacancies = minutes.vacancies ?? ""
        resolution = minutes.resolution ?? ""
        helper = minutes.kind.level.helperWord
        items = minutes.items.map { item in
            let person = meeting.people[item.caseID]
            return Item(
                name: person?.facts.name.full ?? "", village: person.flatMap { tree[$0.village]?.name } ?? "",
                words: item.words, decision: item.decision, appointed: item.appointed ?? "")
        }
    }
}

extension MeetingKind {
    /// The paper of its minutes; a joint meeting of the quarter has none of a single case.
    public var paper: PaperKind? {
        switch self {
        case .consultation: .consultation
        case .panel: .panel
        case .joint: nil
        }
    }
}
