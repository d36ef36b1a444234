// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Office {
    /// 超龄退出: everybody past their retirement month leaves the live roll with that reason and stays in the
    /// archive; a live case ends with it (00.age, L.07).
    ///
    /// A daily act: a second run finds nobody. Whoever is written to at the same moment waits for the next.
    /// - Parameter page: how many people are taken at a time.
    /// - Returns: how many left.
    /// - Throws: ``StoreFailure`` other than a conflict.
    public func ageOut(page: Int = 200) async throws -> Int {
        guard let district = tree.district else { return 0 }
        let actor = Actor.system(district: district.id)
        var left = 0
        var last: PersonID?
        while true {
            let people = try await store.people(pastWorkingAge: today, after: last, limit: page)
            for person in people where try await ageOut(person, by: actor) { left += 1 }
            guard people.count == page, let end = people.last else { return left }
            last = end.id
        }
    }

    private func ageOut(_ person: Person, by actor: Actor) async throws -> Bool {
        var change = change(by: actor, once: nil, answer: .person(person.id))
        try await leave(
            person, .agedOut, note: person.facts.retirementNote, on: today, into: &change)
        do {
            _ = try await commit(change)
            return true
        } catch StoreFailure.conflict {
            return false
        }
    }
}

extension PersonFacts {
    /// The statutory month, and whether a woman's kind of retirement was only assumed (L.07).
    fileprivate var retirementNote: String {
        let month = YearMonth(workingSpan().upperBound).iso
        let isAssumed = sex == .female && retirement == nil
        return "法定退休年月\(month)" + (isAssumed ? "（退休类别未知，按工人计算）" : "")
    }
}
