// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Questionnaire

/// A column of 《就业困难人员统计台账》 after 序号, in the order in which offices print it.
public enum LedgerColumn: CaseIterable, Hashable, Sendable {
    case name, sex, born, identity, education, registration, categories, because, reasons, wish, visitClass
    case mobile, village, registered

    /// The head of the column.
    public var title: String {
        switch self {
        case .name: "姓名"
        case .sex: "性别"
        case .born: "出生年月"
        case .identity: "身份证号"
        case .education: "文化程度"
        case .registration: "户籍性质"
        case .categories: "困难类别"
        case .because: "认定依据"
        case .reasons: "未就业原因"
        case .wish: "就业愿望"
        case .visitClass: "走访类别"
        case .mobile: "联系电话"
        case .village: "社区（村）"
        case .registered: "登记日期"
        }
    }

    /// The width on paper in full-width signs.
    public var width: Int {
        switch self {
        case .name: 5
        case .sex: 2
        case .born: 6
        case .identity: 13
        case .education: 4
        case .registration: 7
        case .categories: 7
        case .because: 14
        case .reasons: 10
        case .wish: 4
        case .visitClass: 3
        case .mobile: 9
        case .village: 6
        case .registered: 7
        }
    }
}

/// The lines of the ledger in words: the same on screen, paper and in files.
public struct LedgerText: Sendable {
    /// The questionnaire in whose words reasons are told.
    public let form: Form
    /// Whether ID numbers, phones and grades of disability are written out; only after a purpose was given.
    public let isWhole: Bool
    /// Whose sheet it is: 认定依据 then tells of this category alone.
    public let category: HardshipCategory?

    /// Words for one sheet of the ledger.
    public init(form: Form, isWhole: Bool = false, category: HardshipCategory? = nil) {
        self.form = form
        self.isWhole = isWhole
        self.category = category
    }

    /// Every cell of a line, in the order of the columns; empty where nothing is known.
    public func cells(_ line: LedgerPage.Line) -> [String] {
        LedgerColumn.allCases.map { text($0, of: line) }
    }

    /// One cell.
    public func text(_ column: LedgerColumn, of line: LedgerPage.Line) -> String {
        let facts = line.facts
        switch column {
        case .name: return facts.name.full
        case .sex: return facts.sex?.word ?? ""
        case .born: return facts.born.map { String($0.iso.prefix(7)) } ?? ""
        case .identity: return (isWhole ? facts.identity?.full : facts.identity?.masked) ?? ""
        case .education: return facts.education?.word ?? ""
        case .registration: return facts.registration?.bothTiers ?? ""
        case .categories: return line.assistanceCase.categories.map(\.shortWord).joined(separator: "、")
        case .because: return because(line)
        case .reasons: return reasons(facts)
        case .wish: return facts.wish == .unasked ? "" : facts.wish.word
        case .visitClass: return line.assistanceCase.visitClass?.word ?? ""
        case .mobile: return phone(facts)
        case .village: return line.village?.name ?? ""
        case .registered: return line.assistanceCase.registered?.iso ?? ""
        }
    }

    private func because(_ line: LedgerPage.Line) -> String {
        let entries = line.assistanceCase.listing.categories.filter {
            category == nil || $0.category == category
        }
        return entries.flatMap { entry in
            entry.because.map(words) + (entry.reason.isEmpty ? [] : [entry.reason])
        }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: "；")
    }

    /// The grade of a disability is a health fact (L.05): masked like a number.
    private func words(_ fact: HardshipFact) -> String {
        if case .disabledAbleToWork = fact, !isWhole { return "残疾，有劳动能力" }
        return fact.words
    }

    private func phone(_ facts: PersonFacts) -> String {
        let number = facts.mobile ?? facts.homePhone
        return (isWhole ? number?.full : number?.masked) ?? ""
    }

    /// Question 12 in its own words.
    private func reasons(_ facts: PersonFacts) -> String {
        let options = form.item("q12")?.kind.options ?? []
        return facts.reasonsNotWorking.map { code in options.first { $0.code == code }?.label ?? code }
            .joined(separator: "、")
    }
}
