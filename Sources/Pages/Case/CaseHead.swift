// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// What stands at the head of everything that concerns one case: who, where, how hard, who helps.
public struct CaseHead: Sendable {
    private let found: AssistanceCase
    private let name: String
    private let village: Unit?

    public init(_ found: AssistanceCase, _ file: PersonFile) {
        self.found = found
        name = file.person.facts.name.full
        village = file.village
    }

    public init(_ file: CaseFile) {
        found = file.found
        name = file.person.facts.name.full
        village = file.village
    }

    public var facts: [Fact] {
        [
            Fact("姓名", name), Fact("村（社区）", village?.name ?? "—"),
            Fact("所处环节", found.stage.word + (found.care.number > 1 ? "（第\(found.care.number)轮）" : "")),
            Fact("负责人", found.helper.map { $0.name + ($0.isInterim ? "（临时）" : "") } ?? "未确定"),
            Fact("走访分类", found.visitClass?.word ?? "—"),
            Fact("困难类别", found.categories.map(\.shortWord).joined(separator: "、")),
        ]
    }
}
