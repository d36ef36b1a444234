// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFiles
import Questionnaire

/// The questionnaire of the shipped policy pack, and sheets that run through it without a finding.
enum ShippedQuestionnaire {
    static func text() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(
            contentsOf: root.appending(path: "Policy/shunyi/questionnaire.yaml"), encoding: .utf8)
    }

    static func form() throws -> Form { try QuestionnaireFile.read(text(), file: "questionnaire.yaml") }

    /// Basic information of somebody with a trade and without a disability.
    static let basics: [ItemID: Answer] = [
        "id_number": .text("990000198003070019"), "name": .text("王秀兰"), "ethnicity": .text("汉族"),
        "mobile": .text("13800000000"), "home_phone": .text("无"), "education": .text("高中"),
        "health": .text("健康"),
        "new_labour": .text("否"), "only_child": .text("是"), "registration": .text("农村富余劳动力"),
        "economy": .text("一般"), "dibao": .text("否"), "registered_at": .list(["甲镇", "乙村"]),
        "lives_at": .list(["北京市", "顺义区", "甲镇", "乙村"]), "top_level": .text("初级"), "top_trade": .text("焊工"),
        "skills": .list(["焊工", "计算机"]),
    ]
    private static let last: [ItemID: Answer] = [
        "q13": .text("A"), "q14": .list(["A", "B", "C"]), "q15": .list(["无"]), "q16_difficulties": .text("无"),
        "q16_suggestions": .text("无"),
    ]

    /// Whoever works formally: the first route.
    static let formal = sheet([
        "q1": .text("A"), "q2": .text("B"), "q3": .text("A"), "q4": .text("甲厂"), "q5": .text("B"),
        "q6": .number(3200),
        "q7": .list(["A", "B", "C", "D", "E"]), "registration": .text("在业人员"),
    ])
    /// Whoever works for themselves: the second route.
    static let flexible = sheet([
        "q1": .text("A"), "q2": .text("C"), "q3": .text("C"), "q6": .number(0), "q7": .list(["H"]),
        "registration": .text("其他就业"),
    ])
    /// Whoever works without contract and insurance: the third route.
    static let informal = sheet([
        "q1": .text("A"), "q2": .text("C"), "q3": .text("D"), "q4": .text("甲店"), "q5": .text("D"),
        "q6": .number(1800),
        "q7": .list(["H"]), "q8": .text("A"), "q9": .text("B"), "registration": .text("在业人员"),
    ])
    /// Whoever is out of work and wants work: the fifth route.
    static let wanting = sheet([
        "q1": .text("B"), "q10": .text("A"), "q10_year": .number(2009), "q11": .text("A"),
        "q12": .list(["A", "E"]),
    ])
    /// Whoever is out of work and wants none: the sixth route, which ends the interview.
    static let unwilling = Answers(
        basics.merging(["q1": .text("B"), "q10": .text("B"), "q11": .text("B")]) { _, own in own })

    private static func sheet(_ own: [ItemID: Answer]) -> Answers {
        Answers(basics.merging(last) { _, own in own }.merging(own) { _, own in own })
    }
}

extension Answers {
    /// The sheet with other answers at some items; `nil` empties one.
    func with(_ changes: [ItemID: Answer?]) -> Answers {
        changes.reduce(into: self) { $0[$1.key] = $1.value }
    }
}
