// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Testing

@Suite("00.levels: the map of nineteen steps")
struct CaseMapTests {
    @Test func `00.levels: five steps are the village's, nine the town's, five the district's`() {
        let steps = Dictionary(grouping: ProcedureStep.allCases, by: \.level)
            .mapValues { $0.map(\.rawValue) }
        #expect(steps[.village] == [1, 3, 4, 5, 17])
        #expect(steps[.town] == [2, 6, 7, 8, 9, 10, 16, 18, 19])
        #expect(steps[.district] == [11, 12, 13, 14, 15])
    }

    @Test func `of somebody listed only the first step is under way`() {
        let states = CaseStory().states
        #expect(states[.survey] == .current)
        for step in ProcedureStep.allCases where step != .survey {
            #expect(states[step] == .ahead, "\(step)")
        }
    }

    @Test func `recognition starts the village's steps, and stays open until the card`() throws {
        let story = try CaseStory.recognised()
        #expect(story.states[.survey] == .done)
        #expect(story.states[.recognition] == .current)
        #expect(story.states[.aide] == .current)
        #expect(story.states[.entryGuidance] == .ahead)
        #expect(story.states[.consultation] == .ahead)
    }

    @Test func `a step that was passed over below is not needed any more, one above waits`() throws {
        let states = try CaseStory.atTown().states
        #expect(states[.aide] == .done)
        #expect(states[.entryGuidance] == .spared)
        #expect(states[.villageVacancies] == .done)
        #expect(states[.consultation] == .current)
        #expect(states[.training] == .ahead)
        #expect(states[.panel] == .ahead)
    }

    @Test func `an ended case has nothing ahead or under way`() throws {
        var story = try CaseStory.atVillage()
        try story.act(.ended(.ineligible, note: ""))
        #expect(Set(story.states.values) == [.done, .spared])
    }

    @Test func `a new round begins the steps of help anew and keeps those of recognition`() throws {
        var story = try CaseStory.atVillage()
        try story.act(.ended(.ineligible, note: ""))
        try story.act(.reopened(reason: "又失业了", level: .town))
        let map = story.map
        #expect(map.first { $0.step == .recognition }?.acts ?? 0 > 0)
        #expect(map.first { $0.step == .aide }?.acts == 0)
        #expect(story.states[.aide] == .spared)
        #expect(story.states[.consultation] == .current)
    }

    @Test func `what was withdrawn is no step made`() throws {
        var story = try CaseStory.atVillage()
        let before = story.map.first { $0.step == .aide }?.acts
        story.record(.withdrawn(story.last, reason: "记错了"))
        #expect(story.map.first { $0.step == .aide }?.acts == before.map { $0 - 1 })
    }
}

extension CaseStory {
    fileprivate var map: [MappedStep] { found.map(of: journal) }

    fileprivate var states: [ProcedureStep: MappedStep.State] {
        Dictionary(map.map { ($0.step, $0.state) }, uniquingKeysWith: { $1 })
    }
}
