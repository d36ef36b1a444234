// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing
import Wording

@Suite("招聘会的时间和用语 · 14.w3")
struct FairTextTests {
    @Test(arguments: [
        ("9:00", 540), ("09:05", 545), ("9点", 540), ("9点30", 570), ("9点30分", 570), ("１３：１５", 795),
        ("0:00", 0), ("24:00", 1440), (" 8 ", 480),
    ])
    func `14.w3: a time is read as people write it`(text: String, minutes: Int) {
        #expect(FairHours.minutes(text) == minutes)
    }

    @Test(arguments: [
        "", "上午", "9:60", "25:00", "24:01", "-1:00", "9:00:00", "9:x", "9.5", "999999999999999999999",
    ])
    func `14.w3: what is no time is not taken for one`(text: String) {
        #expect(FairHours.minutes(text) == nil)
    }

    @Test func `14.w3: hours are written short on pages and in full for programs`() {
        #expect(FairHours(opens: 545, closes: 990).words == "9:05—16:30")
        #expect(FairHours.iso(5) == "00:05" && FairHours.iso(990) == "16:30")
        for minutes in stride(from: 0, through: 1440, by: 7) {
            #expect(FairHours.minutes(FairHours.iso(minutes)) == minutes)
        }
    }

    @Test func `14.w3: the record tells how many and never who`() {
        let one = CaseID(4711)
        let events: [FairEvent] = [
            .invited(one, vacancies: [VacancyID(1)]), .invitationWithdrawn(one, reason: "写错"), .told(one),
            .signedIn(one, by: .own), .signInWithdrawn(one),
            .resultNoted(one, GuestResult(outcome: .intent, vacancy: VacancyID(1), words: "王某愿意去")),
        ]
        for event in events {
            #expect(!event.detail.contains("4711") && !event.detail.contains("王某"), "\(event.detail)")
            #expect(event.detail.contains("一") && event.kind.clause == "14.w3")
        }
    }
}
