// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension Employer {
    /// What an act leads to, or why it is refused.
    ///
    /// - Throws: ``Refusal/procedure(_:)`` with the obstacle and its clause; ``Refusal/nameMissing``.
    public func decide(_ act: EmployerEvent, on day: Day) throws(Refusal) -> [EmployerEvent] {
        guard struckOn == nil else { throw .notFound(.employer) }
        if let mergedInto { throw .procedure(.employerMerged(into: mergedInto)) }
        switch act {
        case .registered(let facts, _): try Self.check(facts)
        case .corrected(let facts):
            try Self.check(facts)
            guard facts != self.facts else { throw .nothingChanged }
        case .visited(let visit):
            guard !visit.words.isEmpty else { throw .visitEmpty }
        case .reported(let report):
            guard report.month <= YearMonth(day) else { throw .inTheFuture(day) }
            guard !report.reportedBy.isEmpty, report.places >= 0 else {
                throw .procedure(.wordsMissing(.vacanciesReported, what: .confirmation))
            }
            guard report != lastReport else { throw .procedure(.repeated) }
        case .absorbed(let other):
            guard other != id else { throw .procedure(.sameEmployer) }
        case .struck(let reason):
            guard !reason.isEmpty else { throw .reasonMissing }
        case .merged(let other, let reason):
            guard other != id else { throw .procedure(.sameEmployer) }
            guard !reason.isEmpty else { throw .reasonMissing }
        }
        return [act]
    }

    /// 05.r2: an employer has a name, and a credit code or the reason for having none.
    ///
    /// - Throws: ``Refusal/nameMissing``, ``Refusal/procedure(_:)``.
    public static func check(_ facts: EmployerFacts) throws(Refusal) {
        guard !facts.name.isEmpty else { throw .nameMissing }
        guard facts.code != nil || !facts.withoutCode.isEmpty else { throw .procedure(.creditCodeMissing) }
    }
}
