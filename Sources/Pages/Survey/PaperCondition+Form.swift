// SPDX-License-Identifier: Apache-2.0
import Questionnaire

extension PaperCondition {
    /// The form's closed condition for the typist's script; facts are worked out by the server beforehand.
    public init(_ condition: Condition, facts: [String: Int] = [:]) {
        switch condition {
        case .always: self = .always
        case .never: self = .never
        case .answered(let item): self = .answered(SheetFields.name(item))
        case .chosen(let item, let codes): self = .chosen(SheetFields.name(item), codes)
        case .fact(let name, let comparison, let limit):
            self = facts[name].map { comparison.holds($0, limit) } ?? false ? .always : .never
        case .all(let parts): self = .all(parts.map { PaperCondition($0, facts: facts) })
        case .any(let parts): self = .any(parts.map { PaperCondition($0, facts: facts) })
        case .not(let part): self = .not(PaperCondition(part, facts: facts))
        }
    }
}
