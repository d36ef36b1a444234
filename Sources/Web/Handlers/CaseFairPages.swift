// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Wording

/// 招聘会 as one person's case sees it: where the person is invited, and what is to come that suits (14.w3).
enum CaseFairPages {
    static let routes: [Routes.Entry] = [
        .get("/cases/:id/fairs", .seeVacancies) { .page(try await page($0, .fresh)) },
        .post("/cases/:id/fairs", .inviteToFairs, invite),
    ]

    static func invite(_ ask: Ask) async throws -> Reply {
        let id = CaseID(try ask.number())
        guard let fair = ask.form.number("fair").map({ FairID($0) }) else { throw FormBroken() }
        return try await ask.retrying { typed in
            let vacancies = ask.form.all("vacancy").compactMap { Int($0) }.map { VacancyID($0) }
            if vacancies.isEmpty { typed.fault(nil, "请至少勾选一个岗位。") }
            try typed.finish()
            _ = try await ask.office.invite(
                [FairInvitation(caseID: id, vacancies: vacancies)], to: fair, by: ask.actor, once: ask.once)
            return .done(.assistanceCase(id, "fairs"), "已邀请。请打印邀请函送到本人手中，或者电话告知。")
        } form: { shown in
            try await page(ask, shown)
        }
    }

    private static func page(_ ask: Ask, _ shown: Shown) async throws -> CaseFairsPage {
        let found = try await ask.office.caseFairs(CaseID(try ask.number()), by: ask.actor)
        return CaseFairsPage(found, faults: shown.faults, context: ask.formContext)
    }
}
