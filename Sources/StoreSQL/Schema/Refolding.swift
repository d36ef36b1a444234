// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

/// Makes current rows anew from their journal, where a step of the schema cannot tell from columns what they are
/// to hold now.
///
/// Only cases with one of the acts that a step names are touched: every other row stays as it was written, so that
/// `verify` still sees what was done to it before.
public struct Refolding<Driver: Connection> {
    private let connection: Driver
    private let keys: StoreKeys

    public init(_ connection: Driver, keys: StoreKeys) {
        self.connection = connection
        self.keys = keys
    }

    /// Folds what the steps name, within the caller's transaction and after all of the steps.
    ///
    /// - Throws: ``StoreFailure/damaged(_:)`` when a journal does not read; the store then stays as it was.
    public func run(after steps: [Migration]) throws {
        let kinds = Set(steps.flatMap(\.refolds)).sorted()
        guard !kinds.isEmpty else { return }
        let schema = try connection.number("SELECT max(number) FROM migration")
        var session = try WriteSession(connection, schema: schema)
        for id in try cases(withActs: kinds) { try session.put(PreparedState(folded(id), keys: keys)) }
    }

    private func cases(withActs kinds: [String]) throws -> [CaseID] {
        let marks = kinds.map { _ in "?" }.joined(separator: ", ")
        return try connection.all(
            """
            SELECT id FROM assistance_case WHERE EXISTS (
                SELECT 1 FROM journal WHERE subject_kind = 'case' AND subject = assistance_case.id
                    AND kind IN (\(marks))) ORDER BY id
            """, kinds.map { .text($0) }
        ) { CaseID($0.integer(0)) }
    }

    private func folded(_ id: CaseID) throws -> SubjectState {
        let subject = Subject.assistanceCase(id)
        let history = try Reading(connection, keys: keys).history(of: subject)
        guard let found = AssistanceCase(replaying: history.caseEvents, id: id) else {
            throw StoreFailure.damaged("the journal of \(subject.place) does not begin with its listing")
        }
        return .assistanceCase(found)
    }
}
