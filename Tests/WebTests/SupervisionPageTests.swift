// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import Pages
import SamplePeople
import StoreMemory
import Testing
import Web

@Suite("督办和四个“一个”：00.goal, 00.levels")
struct SupervisionPageTests {
    /// Two recognised today, one helped; a week later much of it is late.
    private func late() async throws -> HelpSite {
        let desk = try await HelpSite()
        try await desk.recognise(Sample.wangXiulan)
        try await desk.help(Sample.sunGuifang)
        try await desk.list(Sample.chenJing)
        desk.site.wait(seconds: 10 * 86_400)
        _ = try await desk.office.rederiveDuties()
        return desk
    }

    /// Every number on the page that is a link, with where it leads.
    private func figures(_ page: Answer) -> [(count: Int, link: String)] {
        page.text.matches(of: /<a href="(\/(?:supervision\/list|cases)\?[^"]*)">(\d+)<\/a>/).map {
            (Int($0.2) ?? 0, String($0.1).replacing("&amp;", with: "&"))
        }
    }

    @Test func `every figure opens a list of exactly so many lines`() async throws {
        let desk = try await late()
        let client = try await desk.site.signedIn(as: Sample.supervisor)
        var ahead = ["/supervision", "/supervision?unit=\(Sample.yangzhen.number)"]
        ahead += ["/supervision?unit=\(Sample.shaling.number)", "/supervision?unit=1&own=1"]
        var seen = 0
        for address in ahead {
            let page = try await client.get(address)
            #expect(page.status == 200)
            for figure in figures(page) {
                let list = try await client.get(figure.link)
                #expect(list.lines.count == figure.count, "\(figure.link)")
                #expect(list.text.contains("共\(figure.count)项"), "\(figure.link)")
                seen += 1
            }
        }
        #expect(seen > 20)
    }

    @Test func `the sums of the units and of the matters are the sum of the whole`() async throws {
        let desk = try await late()
        for unit in [Sample.district, Sample.yangzhen, Sample.shaling] {
            let found = try await desk.office.supervision(of: unit, by: Sample.supervisor.actor)
            #expect(found.total.late > 0)
            #expect(found.total.unassigned > 0)
            #expect(found.matters.map(\.owed.open).reduce(0, +) == found.total.open)
            #expect(found.matters.map(\.owed.late).reduce(0, +) == found.total.late)
            #expect(found.matters.map(\.owed.unassigned).reduce(0, +) == found.total.unassigned)
            guard !found.parts.isEmpty else { continue }
            #expect(found.parts.map(\.owed.open).reduce(0, +) == found.total.open)
            #expect(found.parts.map(\.owed.late).reduce(0, +) == found.total.late)
            #expect(found.parts.map(\.owed.unassigned).reduce(0, +) == found.total.unassigned)
        }
    }

    @Test func `00.levels: a village sees itself, a town its own villages, and nobody another's`()
        async throws
    {
        let desk = try await late()
        let village = try await desk.site.signedIn(as: Sample.shalingWorker)
        #expect(try await village.get("/supervision").text.contains("督办：沙岭村"))
        #expect(try await village.get("/supervision?unit=\(Sample.hongsi.number)").status == 403)
        let town = try await desk.site.signedIn(as: Sample.nancaiClerk)
        #expect(try await town.get("/supervision").text.contains("太平庄村"))
        #expect(try await town.get("/supervision?unit=\(Sample.shaling.number)").status == 403)
        #expect(try await town.get("/supervision/list?unit=\(Sample.shaling.number)").status == 403)
        #expect(try await town.get("/goal?unit=\(Sample.shaling.number)").status == 403)
    }

    @Test func `nobody is ranked: no worker's name stands among the figures`() async throws {
        let desk = try await late()
        let client = try await desk.site.signedIn(as: Sample.supervisor)
        let main = try await client.get("/supervision?unit=\(Sample.shaling.number)").text
        let body = try #require(main.range(of: "<main")).lowerBound
        for account in Sample.accounts { #expect(!main[body...].contains(account.name), "\(account.name)") }
    }

    @Test func `the figures leave as a table`() async throws {
        let desk = try await late()
        let client = try await desk.site.signedIn(as: Sample.districtClerk)
        let file = try await client.get("/supervision/table.csv")
        #expect(file.status == 200)
        let total = try await desk.office.supervision(by: Sample.districtClerk.actor).total
        #expect(file.text.contains("顺义区,合计,,\(total.open),\(total.late),\(total.unassigned)"))
    }

    // MARK: 四个“一个”

    @Test func `00.goal: nobody drops between two of the counters, and each gap opens its people`()
        async throws
    {
        let desk = try await late()
        let figures = try await desk.office.goalFigures(by: Sample.supervisor.actor)
        #expect(GoalStep.allCases.map(figures.total.reached) == [3, 2, 1, 0])
        #expect(
            GoalStep.allCases.map(figures.total.stayed).reduce(0, +) == figures.total.reached(.appeared))
        for (step, next) in zip(GoalStep.allCases, GoalStep.allCases.dropFirst()) {
            #expect(
                figures.total.stayed(at: step)
                    == figures.total.reached(step) - figures.total.reached(next))
        }
        for step in GoalStep.allCases {
            let rows = try await desk.site.store.cases(
                CaseQuery(scope: .district, goal: step), after: nil, limit: 100
            ).rows
            #expect(rows.count == figures.total.stayed(at: step))
            #expect(figures.parts.map { $0.count.stayed(at: step) }.reduce(0, +) == rows.count)
        }
    }

    @Test func `00.goal: the page names the gaps and leads from unit to unit`() async throws {
        let desk = try await late()
        let client = try await desk.site.signedIn(as: Sample.districtClerk)
        let page = try await client.get("/goal")
        #expect(page.text.contains("认定了还没有帮扶"))
        #expect(page.text.contains("href=\"/goal?unit=\(Sample.yangzhen.number)\""))
        let gaps = self.figures(page).filter { $0.link.hasPrefix("/cases") }
        #expect(gaps.contains { $0.count == 1 && $0.link == "/cases?goal=1&unit=\(Sample.district.number)" })
        let town = try await client.get("/goal?unit=\(Sample.yangzhen.number)")
        #expect(town.text.contains("href=\"/goal?unit=\(Sample.shaling.number)\""))
        let none = try await client.get("/goal?unit=\(Sample.taiping.number)")
        #expect(self.figures(none).isEmpty)
    }
}
