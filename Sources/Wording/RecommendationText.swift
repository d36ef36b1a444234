// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Care.LiveRecommendation {
    /// How far it came, each stage with its day, the appointment left out.
    public var stageWords: String { words(withAppointment: false) }

    /// How far it came, each stage with its day.
    public var progressWords: String { words(withAppointment: true) }

    private func words(withAppointment: Bool) -> String {
        var words: [String] = []
        if let reply { words.append("\(reply.isWilling ? "愿意应聘" : "不愿意应聘")（\(reply.on.iso)）") }
        if let applied { words.append("已应聘（\(applied.iso)）") }
        if withAppointment, let interview, interviewed == nil, outcome == nil {
            words.append("约\(interview.day.iso)面试")
        }
        if let interviewed { words.append("已面试（\(interviewed.iso)）") }
        if let check, left == nil { words.append("回访\(check.on.iso)") }
        if let left { words.append("\(left.iso)离岗") }
        return words.joined(separator: "，")
    }
}
