// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Papers
import SamplePeople
import Wording

/// 王秀兰's way from the counter to the district, written down act by act.
enum PaperSample {
    static let stamp = Instant(startOf: day("2026-05-06"))
    static let people: [Person] = [Sample.wangXiulan, Sample.zhaoXiaopeng, Sample.liJianguo].map {
        var person = $0.person(in: HouseholdID(1))
        person.facts.livesAt = "沙岭村12号"
        return person
    }
    static let tree = UnitTree(Sample.units)
    static let names: [AccountID: String] = [
        AccountID(1): "张春生", AccountID(2): "李敏", AccountID(3): "周静", AccountID(4): "孙卫东",
    ]

    static func day(_ iso: String) -> Day {
        guard let day = Day(iso: iso) else { preconditionFailure("written as a day: \(iso)") }
        return day
    }

    private static let listing = Listing(
        categories: [
            Listing.Entry(
                category: .ageBand, because: [.ageInBand(age: 43, from: 35, through: 49), .wantsWork],
                reason: ""),
            Listing.Entry(
                category: .longUnemployed, because: [.unemployedSince(day("2024-11-01"), days: 486)],
                reason: ""),
        ], declined: [], isAbleAndWilling: true)

    private static let vacancy = VacancyNote(
        employer: "顺鑫便民服务有限公司", post: "家政服务员", place: "杨镇木燕路", pay: "每月4200元", requirements: "身体健康")
    private static let strokes = "M40 120L90 60L140 150L210 40M240 60L300 140M320 90L420 90L360 160"

    /// The register is not there, of the proof only the original is.
    private static let check = PapersCheck([
        CheckedPaper(
            RequiredPaper(
                id: PaperID(rawValue: "household-register"), name: "户口簿（首页、本人页）", originals: 1, copies: 2,
                from: "户籍地派出所", why: "核对户籍性质和家庭成员"), originals: 0, copies: 0),
        CheckedPaper(
            RequiredPaper(
                id: PaperID(rawValue: "end-of-work"), name: "终止或解除劳动关系证明", originals: 1, copies: 1,
                from: "原用人单位", why: "证明失业时间和原因"), originals: 1, copies: 0),
    ])

    /// What happened, oldest first: day, doer, event.
    private static let course: [(String, Int, CaseEvent)] = [
        ("2026-03-02", 1, .listed(person: Sample.wangXiulan.id, village: Sample.shaling, listing)),
        ("2026-03-04", 2, .registrationReceived(note: "")),
        ("2026-03-04", 2, .recognition(.informed(note: "资料袋已交"))),
        ("2026-03-04", 2, .recognition(.papersChecked(check))),
        ("2026-03-04", 2, .recognition(.noticeGiven(missing: check.short.map(\.missingLine)))),
        ("2026-03-06", 2, .recognition(.accepted(note: ""))),
        ("2026-03-10", 2, .recognition(.recognised(number: "杨认2026-018", note: ""))),
        ("2026-03-10", 2, .recognition(.recordsOpened)),
        ("2026-03-10", 2, .recognition(.certificateIssued(number: "110113202600321"))),
        ("2026-03-12", 1, .recognition(.verifiedInVillage(finding: "入户核实，情况属实。"))),
        ("2026-03-12", 1, .recognition(.noticePosted(place: "村务公开栏"))),
        ("2026-03-20", 1, .recognition(.noticeEnded(isUpheld: false, note: ""))),
        ("2026-03-23", 2, .recognition(.cardIssued(number: "YZ2026-0018"))),
        (
            "2026-03-11", 1,
            .aid(.ownerAssigned(Assignment(level: .village, account: AccountID(1), name: "张春生")))
        ),
        (
            "2026-03-12", 1,
            .aid(
                .contacted(
                    Contact(level: .village, means: .atHome, words: "说明援助内容", view: "想在镇上工作", mood: .steady)))
        ),
        (
            "2026-03-13", 1,
            .plan(
                .adopted(
                    Plan(
                        kind: .entry, direction: "镇内家政服务岗位", reasons: ["照顾老人", "缺少技能"],
                        common: "每周联系一次，提供岗位信息。",
                        individual: "参加家政服务员复训；优先推荐半日制岗位。", view: "同意，希望早晚能回家。",
                        items: [Plan.Item("参加镇里的家政复训", by: day("2026-04-10"))])))
        ),
        ("2026-03-16", 1, .plan(.progressed(.entry, words: "已报名家政复训。"))),
        (
            "2026-03-17", 1,
            .aid(
                .recommended(
                    Recommendation(
                        level: .village, vacancy: vacancy, confirmed: day("2026-03-16"), confirmedBy: "人事部王女士"
                    )))
        ),
        (
            "2026-03-17", 1,
            .aid(
                .interviewSet(
                    of: ActID(18),
                    Interview(
                        level: .village, day: day("2026-03-19"), place: "木燕路18号二层", escort: "张春生",
                        whyAlone: "")))
        ),
        (
            "2026-03-20", 1,
            .aid(
                .recommendationEnded(
                    of: ActID(18),
                    RecommendationOutcome(level: .village, code: .employerRejected, words: "要求全日制")))
        ),
        (
            "2026-04-13", 1,
            .handover(
                .handedUp(
                    HandUp(
                        from: .village, to: .town, cause: .beyondLevel, reason: "村内没有半日制家政岗位。",
                        through: ActID(20))))
        ),
        (
            "2026-04-14", 2,
            .handover(
                .received(
                    level: .town,
                    interim: Assignment(level: .town, account: AccountID(3), name: "周静", isInterim: true)))
        ),
        (
            "2026-04-16", 2,
            .handover(
                .consulted(
                    Opinion(attendants: "李敏、周静、张春生", words: "技能够用，时间受限。", decision: "主攻半日制社区服务岗位。")))
        ),
        ("2026-04-16", 2, .aid(.ownerAssigned(Assignment(level: .town, account: AccountID(3), name: "周静")))),
        (
            "2026-04-17", 3,
            .plan(
                .adopted(
                    Plan(
                        kind: .personal, direction: "半日制社区服务岗位", reasons: ["照顾老人"], common: "每周联系，随时通报岗位。",
                        individual: "联系养老驿站和物业公司。", view: "同意。",
                        items: [Plan.Item("走访两家养老驿站", by: day("2026-04-24"))])))
        ),
        (
            "2026-04-20", 3,
            .aid(
                .agreementSigned(Signature(strokes: strokes, paper: "", content: "三个月内推荐不少于三个半日制岗位，每周联系一次。")))
        ),
        (
            "2026-05-06", 4,
            .handover(
                .panelMet(
                    Opinion(attendants: "孙卫东、李敏", words: "应聘时紧张，需要面试训练。", decision: "由区专家一对一辅导。")))
        ),
        (
            "2026-05-06", 4,
            .plan(
                .adopted(
                    Plan(
                        kind: .professional, direction: "社区养老服务", common: "两周一次辅导。", individual: "观摩养老驿站一天。",
                        psychology: "从小事做起，记录每次进步。", interviewTraining: "模拟面试三次。", view: "愿意试试。",
                        items: [Plan.Item("第一次模拟面试", by: day("2026-05-13"))])))
        ),
        ("2026-05-07", 3, .aid(.assessed(judgement: "家政服务熟练，表达朴实，适合与老人相处的岗位。"))),
        (
            "2026-05-08", 3,
            .aid(
                .guided(
                    Guidance(
                        level: .town, topics: [.strengths, .interview], told: ["社会保险补贴"],
                        words: "分析三次应聘的得失，练习自我介绍，说清能上班的时间。", result: "能说清自己的长处。")))
        ),
    ]

    static let history: [Recorded<CaseEvent>] = course.enumerated().map { place, act in
        Recorded(
            id: ActID(place + 1), occurred: day(act.0), recorded: Instant(startOf: day(act.0)),
            by: AccountID(act.1), event: act.2)
    }

    /// The same application refused.
    static let refused: [Recorded<CaseEvent>] =
        Array(history.prefix(6)) + [
            Recorded(
                id: ActID(7), occurred: day("2026-03-10"), recorded: stamp, by: AccountID(2),
                event: .recognition(.refused(reason: "经核实，申请人已于2026年2月与用人单位签订劳动合同，目前在岗。")))
        ]

    /// The case, printed on 6 May by 李敏.
    static func cases(
        isWhole: Bool = true, through acts: Int? = nil, of history: [Recorded<CaseEvent>] = Self.history
    ) -> PaperCase {
        let history = Array(history.prefix(acts ?? history.count))
        guard let found = AssistanceCase(replaying: history, id: CaseID(7)) else {
            preconditionFailure("a journal that begins with its listing")
        }
        return PaperCase(
            found: found, person: people[0], members: [people[1]], history: history, names: names, tree: tree,
            form: Sample.form, decisionDue: day("2026-03-13"), noticeDays: 7, today: day("2026-05-06"),
            officer: "李敏",
            isWhole: isWhole)
    }

    /// A paper as it goes out: under a number where its kind has one.
    static func paper(_ kind: PaperKind, isWhole: Bool = true) -> Paper? {
        var paper = cases(isWhole: isWhole, of: kind == .refusal ? refused : history).paper(kind)
        if kind.isNumbered { paper?.head.number = "〔2026〕第12号" }
        return paper
    }
}
