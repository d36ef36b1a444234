// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("政策演练页面 · 00.levels")
struct RehearsalPageTests {
    /// One row: the escort of 01.r4 and nothing else, so that every other duty of the sample goes.
    private static let rows = """
        rules:
        - rule: register.escort
          title: 带领登记
          clause: 01.r4
          scope: person
          starts: in-ledger able=yes willing=yes
          within: {days: 3}
          owed-by: village
          met-by: [registration-received, waived]
          in-force: 2012-01-01
          says: 三日内带领登记
        """

    private func upload(
        _ text: String, as role: Role, kind: String = "deadlines", name: String = "deadlines.yaml",
        day: String = Sample.today.iso, to site: TestSite
    ) async throws -> Answer {
        let file = UploadedFile(field: "file", name: name, bytes: Array(text.utf8))
        return try await site.signedIn(as: role)
            .upload("/policy/rehearsal", form: ["kind": kind, "day": day], file: file)
    }

    /// The rounds of the year are open, so that the villages owe their survey.
    private func site() async throws -> TestSite {
        let site = try await TestSite()
        _ = try await site.site.office().openRounds(
            year: Sample.today.year, in: Sample.district, on: Sample.today, by: Sample.districtClerk.actor)
        return site
    }

    @Test func `a changed file shows what it changes, in figures, and is not adopted`() async throws {
        let site = try await site()
        let before = site.site.pack.rules.rules
        let answer = try await upload(Self.rows, as: .systemAdministrator, to: site)
        #expect(answer.status == 200)
        #expect(answer.text.contains("7日内"))
        #expect(answer.text.contains("3日内"))
        #expect(answer.text.contains("不再需要"))
        #expect(answer.text.contains("沙岭村"))
        #expect(answer.text.contains("什么也没有启用"))
        #expect(site.site.pack.rules.rules == before)
        #expect(try await site.site.office().rederiveDuties().differences.isEmpty)
    }

    /// On 1 May the rounds' month is over; a survey within a day was due long before that.
    @Test(arguments: [(Role.districtClerk, true), (.systemAdministrator, false)])
    func `what falls late is listed for whoever may see people, counted for all`(
        role: Role, isListed: Bool
    ) async throws {
        let site = try await site()
        let day = Sample.today.adding(days: 10).iso
        let text = Self.rows.replacing("register.escort", with: "survey.round")
            .replacing("scope: person", with: "scope: village")
            .replacing("starts: in-ledger able=yes willing=yes", with: "starts: survey-opened")
            .replacing("met-by: [registration-received, waived]", with: "met-by: ledger-submitted missing=0")
        let answer = try await upload(text, as: role, day: day, to: site)
        #expect(answer.status == 200)
        #expect(answer.text.contains("因此逾期的"))
        #expect(answer.text.contains("您的账号不查看个人信息") != isListed)
    }

    @Test func `a faulty file is told line by line and nothing is rehearsed`() async throws {
        let site = try await site()
        let text = Self.rows.replacing("owed-by: village", with: "owed-by: nobody")
        let answer = try await upload(text, as: .systemAdministrator, to: site)
        #expect(answer.status == 422)
        #expect(answer.text.contains("第8行"))
        #expect(!answer.text.contains("什么也没有启用"))
        let nothing = try await site.signedIn(as: .systemAdministrator)
            .post("/policy/rehearsal", form: ["kind": "deadlines", "day": "2026-03-02"])
        #expect(nothing.status == 422)
        #expect(nothing.text.contains("请选择改好的文件"))
    }

    @Test func `a year of the calendar is rehearsed and not loaded`() async throws {
        let site = try await site()
        let notice = "date,kind,name\n2027-01-01,off,元旦\n2027-02-06,off,春节\n2027-02-07,work,\n"
        let answer = try await upload(
            notice, as: .systemAdministrator, kind: "calendar", name: "2027.csv", to: site)
        #expect(answer.status == 200)
        #expect(answer.text.contains("2027年放假安排"))
        #expect(!site.site.office().pack.calendar.isKnown(year: 2027))
        #expect(try await site.store.loadedCalendars().isEmpty)
    }

    @Test(arguments: Role.allCases)
    func `only those who see the whole district's policy may try one`(role: Role) async throws {
        let isDistrict = role.levels == [.district] || role == .supervisor
        let site = try await site()
        let client = try await site.signedIn(as: role)
        let page = try await client.get("/policy/rehearsal")
        #expect(page.status == (isDistrict ? 200 : 403))
        #expect(try await client.get("/policy").text.contains("/policy/rehearsal") == isDistrict)
        let answer = try await upload(Self.rows, as: role, to: site)
        #expect(answer.status == (isDistrict ? 200 : 403))
    }
}
