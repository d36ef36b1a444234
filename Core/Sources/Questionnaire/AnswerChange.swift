// SPDX-License-Identifier: Apache-2.0

/// A change of one answer, worked out before it is made: the interviewer sees what would go and is asked.
public struct AnswerChange: Hashable, Sendable {
    /// The item that is answered otherwise.
    public let item: ItemID
    /// Answers that would leave the path and be emptied, in the paper's order.
    public let leaving: [ItemID]
    /// Items that would newly be asked, in the paper's order.
    public let appearing: [ItemID]
    /// The sheet as it is; making it stand again undoes the change.
    public let before: Answers
    /// The sheet as it would be.
    public let after: Answers

    /// Whether the person must be asked before it is made.
    public var needsConsent: Bool { !leaving.isEmpty }
}

extension Form {
    /// Works out what answering an item otherwise would do; `nil` empties it.
    public func change(_ answers: Answers, _ item: ItemID, to answer: Answer?) -> AnswerChange {
        var after = answers
        after[item] = answer
        let reading = SheetReading(answers, on: self)
        let (old, new) = (reading.marks, SheetReading(after, on: self).marks)
        let leaving = items.indices.filter { position in
            old.asked[position] && !new.asked[position] && reading.answers[position] != nil
        }
        for position in leaving { after[items[position].id] = nil }
        let appearing = items.indices.filter { !old.asked[$0] && new.asked[$0] }
        return AnswerChange(
            item: item, leaving: leaving.map { items[$0].id }, appearing: appearing.map { items[$0].id },
            before: answers, after: after)
    }
}
