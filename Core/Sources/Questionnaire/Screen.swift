// SPDX-License-Identifier: Apache-2.0

/// What stands on one screen of a telephone: one question with what is written in under it.
public struct Screen: Hashable, Sendable {
    /// The section of the paper it belongs to.
    public let section: String
    /// The question.
    public let question: ItemID
    /// The items written in under it, in order.
    public let writeIns: [ItemID]

    /// The question and its write-ins.
    public var items: [ItemID] { [question] + writeIns }
}

extension Form {
    /// Every screen, in the paper's order.
    public var screens: [Screen] {
        definition.sections.flatMap { section in
            section.items.filter { $0.parent == nil }.map { question in
                let writeIns = section.items.filter { $0.parent == question.id }
                return Screen(section: section.id, question: question.id, writeIns: writeIns.map(\.id))
            }
        }
    }

    /// The screens that a sheet so far calls for, each with the items that are asked.
    public func screens(for answers: Answers) -> [Screen] {
        let asked = Set(walk(answers).asked)
        return screens.filter { asked.contains($0.question) }.map { screen in
            Screen(
                section: screen.section, question: screen.question,
                writeIns: screen.writeIns.filter(asked.contains))
        }
    }

    /// The screen on which the next answer is due; `nil` when nothing is missing.
    public func nextScreen(for answers: Answers) -> Screen? {
        guard let next = walk(answers).next else { return nil }
        return screens(for: answers).first { $0.items.contains(next) }
    }
}
