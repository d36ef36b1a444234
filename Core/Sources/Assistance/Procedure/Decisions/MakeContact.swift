// SPDX-License-Identifier: Apache-2.0

extension AssistanceCase {
    /// At the first contact of a level the person's view is asked for (03.w2); a try says what was tried.
    func obstacle(to contact: Contact) -> Obstacle? {
        if let obstacle = obstacleToHelping(at: contact.level) { return obstacle }
        if contact.words.isEmpty { return .wordsMissing(.contacted, what: .words) }
        let isFirst = contact.wasReached && care.contactCount(at: contact.level) == 0
        return isFirst && contact.view.isEmpty ? .wordsMissing(.contacted, what: .view) : nil
    }
}
