// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Foundation
import Wording

/// What a paper tells besides its head; property names are the names that templates use.
public protocol PaperContent: Encodable, Sendable {}

/// One official paper, ready to be set.
public struct Paper: Sendable {
    public let kind: PaperKind
    /// 单位, 文号, 日期, 经办人; all empty on a blank form.
    public var head: Head
    /// `nil` for a blank form.
    public let content: (any PaperContent)?

    /// What stands on every paper.
    public struct Head: Hashable, Sendable, Encodable {
        public var unit: String
        /// 〔2026〕第12号; empty before it is drawn.
        public var number: String
        /// `2026年3月2日`.
        public var day: String
        public var officer: String
        /// 补打, 复印件, 预览.
        public var mark: String

        public init(
            unit: String = "", number: String = "", day: String = "", officer: String = "", mark: String = ""
        ) {
            self.unit = unit
            self.number = number
            self.day = day
            self.officer = officer
            self.mark = mark
        }
    }

    public init(_ kind: PaperKind, head: Head, content: (any PaperContent)?) {
        self.kind = kind
        self.head = head
        self.content = content
    }

    /// The empty form.
    public static func blank(_ kind: PaperKind) -> Paper { Paper(kind, head: Head(), content: nil) }

    /// The paper as the typesetter takes it.
    public var sheetful: Sheetful { Sheetful(template: kind.template, value: json) }

    /// The name of a file that holds it, without its ending; nobody's name stands in it.
    public var fileName: String { kind.word + head.number + (content == nil ? "（空白）" : "") }

    /// What its QR code says: which paper of which office, and nothing of the person.
    var sign: String { [kind.word, head.unit, head.number, head.day].joined(separator: " ") }

    private var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(Value(paper: self)) else {
            preconditionFailure("papers are texts, lists and truths")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private struct Value: Encodable {
        let paper: Paper

        func encode(to encoder: any Encoder) throws {
            guard let content = paper.content else { return try Blank(paper.kind).encode(to: encoder) }
            try content.encode(to: encoder)
            try paper.head.encode(to: encoder)
            guard paper.kind == .letter, !paper.head.number.isEmpty else { return }
            var container = encoder.container(keyedBy: CodeKey.self)
            try container.encode(QRCode(paper.sign)?.svg ?? "", forKey: .code)
        }

        private enum CodeKey: CodingKey { case code }
    }

    /// What an empty form needs to know: which plan, which meeting, which boxes to tick.
    private struct Blank: Encodable {
        var title: String?
        var kind: String?
        var choices: String?

        init(_ paper: PaperKind) {
            switch paper {
            case .entryPlan, .personalPlan, .professionalPlan, .consultation, .panel:
                title = paper.word
                kind = paper == .professionalPlan ? PlanKind.professional.rawValue : PlanKind.entry.rawValue
            case .application: choices = HardshipCategory.allCases.map(\.word).joined(separator: "|")
            case .oneTimeNotice, .acceptance, .recognition, .refusal, .publicNotice, .card, .waiver,
                .registration, .packList, .privacyNotice, .statusRecord, .letter, .agreement, .handUp,
                .handbook, .registrationForm, .certificate, .interviewPlan, .satisfaction, .evaluation:
                break
            }
        }
    }
}

extension PaperKind {
    /// The template in the policy pack's folder `papers`.
    public var template: String {
        switch self {
        case .entryPlan, .personalPlan, .professionalPlan: "plan"
        case .consultation, .panel: "minutes"
        case .application, .oneTimeNotice, .acceptance, .recognition, .refusal, .publicNotice, .card,
            .waiver, .registration, .packList, .privacyNotice, .statusRecord, .letter, .agreement, .handUp,
            .handbook, .registrationForm, .certificate, .interviewPlan, .satisfaction, .evaluation:
            rawValue
        }
    }
}
