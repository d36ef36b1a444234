// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Imports
import Pages
import Sheets
import Wording

/// 导出岗位信息: CSV for offices, JobPosting for other job systems (14.w2).
enum VacancyFilePages {
    static let routes: [Routes.Entry] = [
        .get("/vacancies/export.csv", .seeVacancies, csv),
        .get("/vacancies/export.json", .seeVacancies, postings),
    ]

    /// Everything that the list's filters find.
    private static func rows(_ ask: Ask) async throws -> [VacancyRow] {
        guard ask.actor.may(.seeVacancies) else { throw Refusal.notAllowed(.seeVacancies) }
        return try await ask.office.store.vacancies(
            VacancyPages.query(ask), at: ask.office.vacancyClock, after: nil, limit: 20_000
        ).rows
    }

    static func csv(_ ask: Ask) async throws -> Reply {
        let table = VacancySheet(office: ask.office)
        let rows = try await rows(ask).map { row in table.cells(row).map { SheetValue.text($0) } }
        let bytes = try CSVWriter.bytes([VacancySheet.titles.map { .text($0) }] + rows)
        return .file(bytes, name: "岗位信息\(ask.office.today.iso).csv", type: .csv)
    }

    static func postings(_ ask: Ask) async throws -> Reply {
        let district = ask.office.tree.district?.name ?? ""
        let found = try await rows(ask).map { row in
            JobPosting(
                row, district: district,
                place: row.vacancy.facts.place.unit.flatMap { ask.office.tree[$0]?.name },
                origin: ask.site.settings.origin)
        }
        return .file(
            Array(JobPosting.json(found).utf8), name: "岗位信息\(ask.office.today.iso).json", type: .text)
    }
}

/// A vacancy as a row of cells, in the columns that the import reads.
struct VacancySheet {
    let office: Office

    static let titles = [
        "用人单位", "统一社会信用代码", "没有代码的原因", "岗位名称", "工种", "招聘人数", "待遇", "工作地点", "详细地点", "最低学历", "技能",
        "证书", "驾驶证", "经验（月）", "身体条件", "班次", "每周工时", "社会保险", "用工形式", "级别", "来源", "登记日期", "有效期至", "核实日期",
        "核实人", "状态", "剩余人数", "介绍",
    ]

    func cells(_ row: VacancyRow) -> [String] {
        let (vacancy, facts) = (row.vacancy, row.vacancy.facts)
        return [
            row.employer.facts.name, row.employer.facts.code?.text ?? "", row.employer.facts.withoutCode,
            facts.post, facts.occupation, String(facts.headcount), VacancyForm.text(of: facts.pay),
            facts.place.unit.flatMap { office.tree[$0]?.name } ?? "", facts.place.words,
        ] + requirements(facts.requirements) + [
            facts.shift?.word ?? "", facts.weeklyHours.map { String($0) } ?? "", facts.insurance?.word ?? "",
            facts.term?.word ?? "", facts.level.word, facts.source.word, vacancy.posted.iso,
            facts.validThrough.iso, vacancy.verifiedOn?.iso ?? "", vacancy.verified?.confirmedBy ?? "",
            office.standing(of: vacancy).word, String(vacancy.seatsLeft), facts.description,
        ]
    }

    /// A cell for each kind of ability, those that are no must marked so.
    private func requirements(_ all: [Requirement]) -> [String] {
        let kinds: [RequirementKind] = [
            .education, .skill, .certificate, .licence, .experience, .ableBody,
        ]
        return kinds.map { kind in
            all.filter { RequirementKind($0.ability) == kind }.map { asked in
                let words =
                    switch asked.ability {
                    case .education(let education): education.word
                    case .experience(let months, _): String(months)
                    case .certificate(let text), .skill(let text), .ableBody(let text),
                        .drivingLicence(let text):
                        text
                    }
                return asked.weight == .must ? words : "\(words)优先"
            }.joined(separator: "、")
        }
    }
}
