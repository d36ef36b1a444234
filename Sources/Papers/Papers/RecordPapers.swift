// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Wording

/// 就业困难人员认定公示: the one place where a notice's lines are made, masked (L.05).
public struct PublicNoticePaper: PaperContent {
    let people: [Line]
    let from, through: String

    struct Line: Hashable, Encodable { let name, sex, village: String }

    /// - Parameters:
    ///   - people: with the names of their villages, in the order of the list.
    ///   - through: the last day of the notice; `nil` leaves its place empty.
    public init(_ people: [(person: Person, village: String)], from: Day, through: Day?) {
        self.people = people.map {
            Line(
                name: $0.person.facts.name.masked, sex: $0.person.facts.sex?.word ?? "", village: $0.village)
        }
        self.from = from.inDocuments
        self.through = through?.inDocuments ?? ""
    }
}

/// 就业援助卡 (02.w3).
struct CardPaper: PaperContent {
    let person: PaperPerson
    let card, categories, decided, recognition, issued, aide: String
    /// An SVG image.
    let code: String
    let exit: Exit

    struct Exit: Encodable { let day, reason: String }
}

/// 失业登记证明, 求职登记证明 (02.w3).
struct RegistrationProof: PaperContent {
    let person: PaperPerson
    let title, matter, registered, certificate: String
}

/// 资料袋清单 (02.w4).
struct PackList: PaperContent {
    let person: PaperPerson
    /// Which leaflets a person's situation asks for.
    let situation: [String]
    let handed: String
    /// What was handed over, or what the district's list has for the person; the template's own list where `nil`.
    let items: [String]?
}

/// 个人信息处理告知书 (L.10).
struct PrivacyNotice: PaperContent {
    let person: PaperPerson
    /// Of the text that was told, else of the one in force; the template's own where `nil`.
    let version: String?
    let sections: [Section]?
    let told: String

    struct Section: Encodable { let title: String, paragraphs: [String] }
}

/// 就业动态管理记录单 (02.r6).
struct StatusRecord: PaperContent {
    let person: PaperPerson
    let recognition, categories: String
    let rows: [Row]

    struct Row: Encodable { let day, stage, what, words, by: String }
}

extension PaperCase {
    var publicNotice: PublicNoticePaper? {
        guard let notice = found.recognition.notice else { return nil }
        return PublicNoticePaper(
            [(person, tree[found.village]?.name ?? "")], from: notice.posted,
            through: notice.ended ?? notice.posted.adding(days: noticeDays))
    }

    func assistanceCard(issued: Day) -> CardPaper {
        let number = found.recognition.card
        let unit = tree.officeName(self.unit(of: .card, nil))
        return CardPaper(
            person: block(.card), card: number, categories: shortCategories,
            decided: found.recognition.recognised?.inDocuments ?? "", recognition: found.recognition.number,
            issued: issued.inDocuments, aide: helper(.village),
            code: QRCode(cardAddress ?? "就业援助卡 \(unit) \(number) \(issued.iso)")?.svg ?? "",
            exit: CardPaper.Exit(
                day: found.ended?.on.inDocuments ?? "", reason: found.ended?.reason.word ?? ""))
    }

    func registrationProof(_ day: Day) -> RegistrationProof {
        let isRural = person.facts.registration?.isRural == true
        return RegistrationProof(
            person: block(.registration), title: isRural ? "农村劳动力转移就业求职登记证明" : "失业登记证明",
            matter: isRural ? "农村劳动力转移就业求职登记" : "失业登记", registered: (found.registered ?? day).inDocuments,
            certificate: found.recognition.certificate)
    }

    var packList: PackList {
        let facts = person.facts
        let situation = [
            facts.registration?.isRural == true ? "rural" : "urban",
            found.categories.contains(.disabled) ? "disabled" : nil,
            facts.graduated == nil ? nil : "graduate",
        ]
        return PackList(
            person: block(.packList), situation: situation.compactMap(\.self),
            handed: found.recognition.informed?.inDocuments ?? "", items: items)
    }

    private var items: [String]? {
        let handed = last { if case .recognition(.informed(_, let items?, _)) = $0 { items } else { nil } }
        return handed?.value ?? telling?.items(for: person.facts.situations(in: found.categories))
    }

    /// The version that was told, as it was; before that the one in force (L.10).
    var privacyNotice: PrivacyNotice {
        let told = found.recognition.processing
        let notice =
            telling?.notices.last { $0.version == told?.version } ?? telling?.notice(on: told?.on ?? today)
        return PrivacyNotice(
            person: block(.privacyNotice), version: notice?.version,
            sections: notice?.sections.map {
                PrivacyNotice.Section(title: $0.title, paragraphs: $0.paragraphs)
            }, told: told?.on.inDocuments ?? "")
    }

    var statusRecord: StatusRecord {
        var state = AssistanceCase(replaying: Array(history.prefix(1)), id: found.id)
        var rows: [StatusRecord.Row] = []
        for (place, entry) in history.enumerated() {
            if place > 0 { state?.apply(entry.event, act: entry.id, on: entry.occurred) }
            guard entry.event.changesStatus else { continue }
            rows.append(
                StatusRecord.Row(
                    day: entry.occurred.inDocuments, stage: state?.stage.word ?? "",
                    what: Event.assistanceCase(entry.event).kind.words, words: entry.event.detail,
                    by: names[entry.by] ?? ""))
        }
        return StatusRecord(
            person: block(.statusRecord), recognition: found.recognition.number, categories: shortCategories,
            rows: rows)
    }
}
