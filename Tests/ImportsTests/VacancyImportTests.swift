// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import Imports
import Sheets
import Testing

private let head = [
    "用人单位", "统一社会信用代码", "岗位名称", "工种", "招聘人数", "待遇", "工作地点", "学历要求", "性别", "年龄要求", "有效期至", "核实日期",
    "核实人", "状态", "重复确认",
]

@Suite("导入岗位和用人单位 · 14.w2 05.r2 14.r2")
struct VacancyImportTests {
    private static let code = "91350100M000100Y43"

    private func row(
        _ post: String = "包装工", employer: String = "测试机械厂", code: String = code, pay: String = "4000-5000",
        _ more: [String: String] = [:]
    ) -> [String] {
        var cells = [
            "用人单位": employer, "统一社会信用代码": code, "岗位名称": post, "工种": "库管", "招聘人数": "2", "待遇": pay,
            "工作地点": "杨镇", "有效期至": "2026-04-30", "核实日期": "2026-03-01", "核实人": "张经理",
        ]
        cells.merge(more) { $1 }
        return head.map { cells[$0] ?? "" }
    }

    private func run(_ desk: ImportDesk, _ rows: [[String]], skipBad: Bool = false) async throws
        -> ImportReport
    {
        try await desk.run(.vacancies, [head] + rows, options: ImportOptions(skipBad: skipBad))
    }

    private func vacancies(_ desk: ImportDesk) async throws -> [Vacancy] {
        let clock = VacancyClock(today: ImportDesk.today, verifiedDays: 15)
        return try await desk.store.vacancies(VacancyQuery(), at: clock, after: nil, limit: 20_000).rows
            .map(\.vacancy)
    }

    @Test func `14.w2: vacancies come in with their employer, registered once`() async throws {
        let desk = try await ImportDesk()
        let report = try await run(desk, [row(), row("分拣员", pay: "0.4-0.55万")])
        #expect(report.errors.isEmpty && report.counts.added == 2)
        #expect(report.warnings.map(\.title) == ["待遇"])
        let found = try await vacancies(desk)
        #expect(found.map(\.facts.post) == ["分拣员", "包装工"])
        #expect(found.first?.facts.pay == Pay(from: 4000, through: 5500))
        #expect(found.allSatisfy { $0.facts.place.unit == ImportDesk.yangzhen })
        #expect(found.allSatisfy { $0.standing(on: ImportDesk.today, verifiedFor: 15) == .open })
        #expect(try await desk.store.employers(EmployerQuery(), after: nil, limit: 9).rows.count == 1)
    }

    @Test(
        arguments: [
            (["待遇": "面议"], "待遇", "面议"), (["待遇": "20元/小时"], "待遇", "小时"),
            (["统一社会信用代码": "91350100M000100Y44"], "统一社会信用代码", "校验"), (["性别": "限女性"], "性别", "第二十七条"),
            (["岗位名称": "男装卸工"], "岗位名称", "性别要求"), (["有效期至": "2026-03-01"], "有效期至", "已经过去"),
            (["状态": "已招满"], "状态", "不能再推荐"), (["招聘人数": "若干"], "招聘人数", "若干"),
            (["统一社会信用代码": "", "用人单位": "没有登记的单位"], "统一社会信用代码", "还没有登记"),
            (["核实日期": "2026-03-09"], "核实日期", "还没有到"),
        ] as [([String: String], String, String)])
    func `05.r2, 14.r2: a bad row keeps the whole file out and is told at its cell`(
        cells: [String: String], title: String, says: String
    ) async throws {
        let desk = try await ImportDesk()
        let bad = row("装卸工", code: cells["统一社会信用代码"] ?? Self.code, pay: cells["待遇"] ?? "4000", cells)
        let report = try await run(desk, [row(), bad])
        #expect(report.outcome == .refused)
        #expect(report.errors.map(\.row) == [3] && report.errors.map(\.title) == [title])
        #expect(report.errors.first?.says.contains(says) == true, "\(report.errors)")
        #expect(report.errorsFile != nil)
        #expect(try await vacancies(desk).isEmpty)
        #expect(try await run(desk, [row(), bad], skipBad: true).counts.added == 1)
        #expect(try await vacancies(desk).count == 1)
    }

    @Test func `14.r2: an age is kept as the employer's statement, with a warning`() async throws {
        let desk = try await ImportDesk()
        let report = try await run(desk, [row(["年龄要求": "45岁以下"])])
        #expect(report.errors.isEmpty && report.warnings.map(\.title) == ["年龄要求"])
        #expect(try await vacancies(desk).map(\.facts.ageStatement) == ["45岁以下"])
    }

    private func row(_ more: [String: String]) -> [String] { row("包装工", more) }

    @Test func `14.w2: a doubled row names the first one, one confirmed comes in`() async throws {
        let desk = try await ImportDesk()
        let doubled = try await run(desk, [row(), row()])
        #expect(doubled.errors.map(\.row) == [3])
        #expect(doubled.errors.first?.says.contains("第2行") == true)
        #expect(try await run(desk, [row(), row(["重复确认": "是"])]).counts.added == 2)
        let later = try await run(desk, [row(["年龄要求": "50岁以下"])])
        #expect(later.outcome == .refused && later.errors.map(\.title) == ["岗位名称"])
    }

    @Test func `14.w2: exactly the same file changes nothing, and undone it never was`() async throws {
        let desk = try await ImportDesk()
        guard case .imported(let batch) = try await run(desk, [row()]).outcome else {
            Issue.record("not imported")
            return
        }
        guard case .alreadyImported = try await run(desk, [row()]).outcome else {
            Issue.record("imported twice")
            return
        }
        _ = try await desk.office.undoImport(batch.id, reason: "名单有误", by: ImportDesk.clerk)
        #expect(try await vacancies(desk).map(\.closed) == [.mistaken])
        #expect(try await desk.store.employers(EmployerQuery(), after: nil, limit: 9).rows.isEmpty)
        #expect(try await run(desk, [row()]).counts.added == 1)
    }

    @Test func `14.w2: ten thousand vacancies in one file`() async throws {
        let desk = try await ImportDesk()
        let rows = (0..<10_000).map { row("岗位\($0)", employer: "测试单位\($0 % 500)", code: "") }
        let named = [head + ["没有代码的原因"]] + rows.map { $0 + ["演示"] }
        let clock = ContinuousClock()
        let start = clock.now
        let report = try await desk.run(.vacancies, named)
        #expect(report.errors.isEmpty && report.counts.added == 10_000)
        #expect(clock.now - start < .seconds(60))
        let count = try await desk.store.vacancyCount(
            VacancyQuery(standing: .open), at: VacancyClock(today: ImportDesk.today, verifiedDays: 15))
        #expect(count == VacancyCount(posts: 10_000, places: 20_000))
        #expect(try await desk.store.employers(EmployerQuery(), after: nil, limit: 900).rows.count == 500)
    }

    @Test func `14.w2: employers are entered, filled in and left alone`() async throws {
        let desk = try await ImportDesk()
        let head = ["单位名称", "统一社会信用代码", "行业", "联系人", "电话"]
        let first = try await desk.run(
            .employers, [head, ["测试机械厂", Self.code, "制造业", "张经理", "010-80400000"]])
        #expect(first.counts.added == 1)
        let second = try await desk.run(
            .employers, [head, ["测试机械有限公司", Self.code, "", "", ""], ["测试机械有限公司", Self.code, "", "", ""]],
            options: ImportOptions(skipBad: true))
        #expect(second.counts.changed == 1 && second.errors.map(\.row) == [3])
        let known = try await desk.store.employers(EmployerQuery(), after: nil, limit: 9).rows
        #expect(known.map(\.facts.name) == ["测试机械有限公司"])
        #expect(known.first?.facts.industry == .manufacturing)
        #expect(known.first?.facts.contacts.map(\.phone) == ["010-80400000"])
    }

    @Test func `a village's worker imports in the village's name, a supervisor not at all`() async throws {
        let desk = try await ImportDesk()
        _ = try await desk.run(.vacancies, [head, row()], by: ImportDesk.shalingWorker)
        #expect(try await vacancies(desk).map(\.unit) == [ImportDesk.shaling])
        await #expect(throws: Refusal.notAllowed(.keepVacancies)) {
            try await desk.run(.vacancies, [head, row()], by: ImportDesk.supervisor)
        }
    }
}

@Suite("导入JobPosting · 14.w2")
struct PostingImportTests {
    private static let document = """
        {"@context": "https://schema.org", "@graph": [
          {"@type": "JobPosting", "title": "包装工", "hiringOrganization":
            {"@type": "Organization", "name": "测试机械厂", "taxID": "91350100M000100Y43"},
           "jobLocation": [{"@type": "Place", "address": {"addressLocality": "杨镇", "streetAddress": "工业区1号"}}],
           "baseSalary": {"currency": "CNY", "value": {"minValue": 150, "maxValue": 200, "unitText": "DAY"}},
           "totalJobOpenings": 4, "datePosted": "2026-02-20", "validThrough": "2026-04-30T23:59:59+08:00",
           "occupationalCategory": "库管", "educationRequirements": {"credentialCategory": "高中"},
           "experienceRequirements": {"monthsOfExperience": 6}, "skills": ["库管", "叉车司机"],
           "employmentType": "FULL_TIME"},
          {"@type": "JobPosting", "title": "保洁员", "hiringOrganization": "小时工公司",
           "jobLocation": {"address": {"addressLocality": "别处"}},
           "baseSalary": {"value": {"value": 25, "unitText": "HOUR"}}},
          {"@type": "Event", "name": "招聘会"}]}
        """

    private func run(_ desk: ImportDesk, skipBad: Bool) async throws -> ImportReport {
        try await desk.run(
            .vacancies, .bytes(Array(Self.document.utf8)), name: "岗位.json",
            options: ImportOptions(skipBad: skipBad))
    }

    @Test func `14.w2: postings of other systems are checked like rows of a table`() async throws {
        let desk = try await ImportDesk()
        let refused = try await run(desk, skipBad: false)
        #expect(refused.outcome == .refused && refused.errors.map(\.row) == [3])
        #expect(refused.errors.map(\.title) == ["待遇"])
        _ = try await run(desk, skipBad: true)
        let vacancy = try #require(try await desk.store.vacancy(VacancyID(1)))
        #expect(vacancy.facts.post == "包装工" && vacancy.facts.headcount == 4)
        #expect(vacancy.facts.pay == Pay(from: 3263, through: 4350))
        #expect(vacancy.facts.place == WorkPlace(unit: ImportDesk.yangzhen, words: "工业区1号"))
        #expect(vacancy.facts.requirements.leastEducation == .senior)
        #expect(vacancy.facts.requirements.contains(Requirement(.experience(months: 6, in: "库管"))))
        #expect(vacancy.posted == Day(iso: "2026-02-20") && vacancy.facts.source == .web)
        #expect(vacancy.standing(on: ImportDesk.today, verifiedFor: 15) == .stale)
    }

    @Test func `14.w2: what goes out as JobPosting comes in again`() async throws {
        let desk = try await ImportDesk()
        _ = try await run(desk, skipBad: true)
        let vacancy = try #require(try await desk.store.vacancy(VacancyID(1)))
        let employer = try #require(try await desk.store.employer(vacancy.employer))
        let posting = JobPosting(
            VacancyRow(vacancy: vacancy, employer: employer), district: "示例区", place: "杨镇", origin: nil)
        let other = try await ImportDesk()
        let report = try await other.run(
            .vacancies, .bytes(Array(JobPosting.json([posting]).utf8)), name: "岗位.json")
        #expect(report.errors.isEmpty, "\(report.errors)")
        let again = try #require(try await other.store.vacancy(VacancyID(1))).facts
        let was = vacancy.facts
        #expect(again.post == was.post && again.pay == was.pay && again.place == was.place)
        #expect(again.headcount == was.headcount && again.validThrough == was.validThrough)
        #expect(
            again.requirements.leastEducation == was.requirements.leastEducation && again.term == was.term)
    }

    @Test(arguments: ["{}", "[]", "没有", "{\"@type\": \"Event\"}", "["])
    func `14.w2: a document without postings is told so`(text: String) async throws {
        let desk = try await ImportDesk()
        let report = try await desk.run(.vacancies, .bytes(Array(text.utf8)), name: "岗位.json")
        #expect(report.outcome == .refused && report.faults.count == 1)
        #expect(report.faults.first?.says.contains("JobPosting") == true)
    }
}
