// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Testing
import Wording

@Suite("Words of the office, out and in again")
struct TermTests {
    /// Every value has a word of its own that reads back as the value.
    private func check<Term: OfficeTerm>(_: Term.Type) {
        var seen: [String: Term] = [:]
        for term in Term.allCases {
            #expect(!term.word.isEmpty)
            #expect(seen.updateValue(term, forKey: term.word) == nil, "\(term.word) stands for two values")
            #expect(Term(word: term.word) == term)
            #expect(Term(word: " " + term.word + "　") == term)
        }
        for (written, term) in Term.alsoWritten {
            #expect(Term(word: written) == term, "\(written) does not read as \(term)")
        }
    }

    @Test func `each word reads back as its value`() {
        check(Sex.self)
        check(Education.self)
        check(Health.self)
        check(Economy.self)
        check(RetirementKind.self)
        check(RegistrationKind.self)
        check(SkillLevel.self)
        check(Sector.self)
        check(EmploymentForm.self)
        check(Wish.self)
        check(HardshipCategory.self)
        check(HardshipStandard.self)
        check(VisitClass.self)
        check(VisitManner.self)
        check(ExcuseReason.self)
        check(DepartureReason.self)
        check(CaseEndReason.self)
        check(SheetSource.self)
        check(FactSource.self)
        check(ImportKind.self)
        check(SubjectKind.self)
        check(RollPart.self)
        check(WorkSpan.self)
        check(Level.self)
        check(Role.self)
        check(Deed.self)
        check(AuditAction.self)
        check(FactField.self)
        check(ActField.self)
    }

    @Test(arguments: [
        ("中专", Education.senior), ("高中（含中专、技校）", .senior), ("职高", .senior), ("高职", .college),
        ("专科", .college), ("大学本科", .bachelor), ("硕士研究生", .postgraduate), (" 初　中 ", .junior),
        ("研究生及以上", .postgraduate), ("小学(未毕业)", .primary),
    ])
    func `schools of other names come under the paper's six steps`(written: String, education: Education) {
        #expect(Education(word: written) == education)
    }

    @Test(arguments: ["", " ", "幼儿园", "10", "（高中）", "高"])
    func `what is no step is none`(written: String) {
        #expect(Education(word: written) == nil)
    }

    @Test(arguments: [
        ("非农业·就业转失业", RegistrationKind.lostWork), ("非农业/就业转失业", .lostWork),
        ("城镇－在业人员", .employed), ("农业：农村三产", .ruralTertiary), ("农村富余", .ruralSurplus),
    ])
    func `both tiers of the registration may stand in one cell`(written: String, kind: RegistrationKind) {
        #expect(RegistrationKind(word: written) == kind)
        #expect(RegistrationKind(word: kind.bothTiers) == kind)
    }

    @Test func `a tier that contradicts the kind is not read`() {
        #expect(RegistrationKind(word: "农业·就业转失业") == nil)
        #expect(RegistrationKind(word: "非农业·农村一产") == nil)
    }

    @Test(arguments: [("1", nil), ("2", nil), ("男", Sex.male), ("女性", .female)] as [(String, Sex?)])
    func `a number is never read as a sex`(written: String, sex: Sex?) {
        #expect(Sex(word: written) == sex)
    }

    @Test(
        arguments: [
            ("是", true), ("√", true), ("有", true), ("Ｙ", true), ("否", false), ("○", false), ("×", false),
            ("无", false), ("不详", nil), ("", nil),
        ] as [(String, Bool?)])
    func `ticks and circles are yes and no`(written: String, value: Bool?) {
        #expect(YesNo.read(written) == value)
    }

    @Test func `the manual's thirteen categories have short names that differ`() {
        #expect(Set(HardshipCategory.allCases.map(\.shortWord)).count == 13)
        #expect(HardshipCategory(word: "c03") == .ageBand)
        #expect(HardshipCategory(word: "3545") == .ageBand)
        #expect(HardshipCategory(word: "“3545”人员") == .ageBand)
    }
}

@Suite("Reasons in words · L.11")
struct ReasonTextTests {
    @Test func `00.c03 a finding says the age, the band and whose rule it is`() throws {
        let until = YearMonth(year: 2030, month: 5)
        let finding = HardshipFinding(
            category: .ageBand, standard: .district,
            because: [
                .ageInBand(age: 41, from: 35, through: 49), .ableToWork, .wantsWork,
                .workingAgeUntil(until, assumed: true),
            ])
        #expect(
            finding.sentence
                == "“3545”人员（区级范围）：现年41周岁，在35至49周岁之间；有劳动能力；有就业愿望；"
                + "劳动年龄到2030年5月（退休类别不明，按原50周岁退休推算）。")
    }

    @Test func `00.c04 unemployment is told with its first day and length`() throws {
        let since = try #require(Day(iso: "2025-01-03"))
        #expect(
            HardshipFact.unemployedSince(since, days: 406).sentence == "自2025-01-03起没有工作，至今406天。")
    }

    @Test func `01.w4 a proposal says class, reasons and how often`() {
        let proposal = VisitClassProposal(
            proposed: .four, because: [.wish, .economyHard, .receivesAllowance])
        #expect(
            proposal.sentence
                == "本人有就业愿望、家庭经济困难、家庭享受低保，建议四类，每月走访两次（上半月、下半月各一次）。")
        #expect(VisitClassProposal(proposed: nil, because: []).sentence.contains("请走访人员选定"))
    }

    @Test(arguments: [
        ("2026-02-13", "2026-02-13", "今天到期"), ("2026-02-12", "2026-02-13", "已逾期1天"),
        ("2026-02-14", "2026-02-13", "剩1个工作日"), ("2026-02-24", "2026-02-13", "剩2个工作日"),
        ("2026-03-08", "2026-03-07", "剩1天（休息日）"),
    ])
    func `what is left is told in working days`(due: String, today: String, words: String) throws {
        let spring = ["15", "16", "17", "18", "19", "20", "21", "22", "23"]
        let off = spring.compactMap { Day(iso: "2026-02-" + $0) }
            .map { CalendarYear.DayOff(day: $0, name: "春节") }
        let makeUp = try #require(Day(iso: "2026-02-14"))
        let year = CalendarYear(year: 2026, source: "试", off: off, work: [makeUp])
        let calendar = WorkCalendar(years: [year])
        let (due, today) = (try #require(Day(iso: due)), try #require(Day(iso: today)))
        #expect(calendar.remaining(to: due, on: today) == words)
    }
}

@Suite("Refusals in words")
struct RefusalTextTests {
    static let day = Day(year: 2026, month: 2, day: 13) ?? .earliest
    static let refusals: [Refusal] = [
        .notAllowed(.visit), .notFound(.person), .notFound(.household), .notFound(.assistanceCase),
        .inTheFuture(day), .beforeItsCause(day, cause: day), .tooLate(occurred: day, window: 30),
        .identityOnRoll(PersonID(7)), .unitNotEmpty(people: 3), .unitNameTaken("沙岭村"),
        .roundNotOpen(year: 2026), .sheetIncomplete(open: 2), .alreadySurveyed(on: day, edition: 1),
        .proofMissing(.landTaken), .liveCaseExists(CaseID(9)), .caseClosed(.stable), .cannotReopen(.died),
        .alreadyRegistered(on: day), .loginTaken("wang"), .passwordWeak(PasswordFault.allCases),
        .roleNotAtLevel(.aide, .town), .batchBuiltOn(count: 4), .differsWithoutReason, .visitEmpty,
        .visitRepeated,
    ]

    @Test(arguments: refusals)
    func `each is a Chinese sentence that ends`(refusal: Refusal) {
        #expect(refusal.sentence.hasSuffix("。"))
        #expect(!refusal.sentence.contains { $0.isASCII && $0.isLetter && !"wang".contains($0) })
    }

    @Test func `numbers and days of the refusal stand in it`() {
        #expect(Refusal.tooLate(occurred: Self.day, window: 30).sentence.contains("2026-02-13"))
        #expect(Refusal.tooLate(occurred: Self.day, window: 30).sentence.contains("30天"))
        #expect(Refusal.proofMissing(.landTaken).sentence.contains("转非日期"))
        #expect(Refusal.passwordWeak([.tooShort, .tooCommon]).sentence.filter { $0 == "。" }.count == 2)
    }

    @Test func `a conflict says what to do and gives nobody away`() {
        let failure = StoreFailure.conflict(.person(PersonID(4711)))
        #expect(failure.sentence.contains("重新打开"))
        #expect(!failure.sentence.contains("4711"))
        #expect(!StoreFailure.unavailable("/srv/x").sentence.contains("/srv"))
        #expect(StoreFailure.unavailable("/srv/x").operatorSentence.contains("/srv/x"))
    }
}
