// SPDX-License-Identifier: Apache-2.0
import Assistance
import Wording

extension Fit {
    /// 匹配度 812: each part with both facts stays one press away.
    var scoreWords: HTML {
        .strong(String(score))
            + .why(
                parts.map { part in
                    "\(part.key.word)\(part.points)分（满分\(part.most)）：本人\(part.person.words)，岗位\(part.vacancy.words)"
                })
    }

    /// 条件: what fails and what is to be asked stand open, what is met one press away.
    var limitWords: HTML {
        let failed = failed.map { HTML.div(class: "fault", .text($0.sentence)) }
        let unknown = unknown.map { HTML.div(class: "hint", .text("推荐前问清：\($0.sentence)")) }
        let met = limits.filter { $0.state == .met }
        return failed.reduce(.empty, +) + unknown.reduce(.empty, +)
            + .when(!met.isEmpty, .why(met.map { "符合。\($0.sentence)" }))
            + .when(limits.isEmpty, .text("没有限制条件"))
    }
}
