// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

extension WriteSession {
    /// Writes a current row with all that hangs on it.
    mutating func put(_ state: PreparedState) throws {
        touched.formUnion(state.table.touched)
        var values = state.plain
        if let unit = state.unit {
            let place = try place(of: unit)
            values += [.integer(place.town), .integer(place.village)]
        }
        switch state.table {
        case .person: try put(person: state, values)
        case .assistanceCase: try put(case: state, values)
        case .unit:
            try write(state, values)
            forgetPlaces()
        case .round:
            try refuseSecondRound(state)
            try write(state, values)
        case .household, .account, .batch, .employer, .vacancy, .fair: try write(state, values)
        }
    }

    private func write(_ state: PreparedState, _ values: [SQLValue]) throws {
        try connection.run(state.table.upsert, values + state.sealed)
    }

    private func put(person state: PreparedState, _ values: [SQLValue]) throws {
        guard let traits = state.person else { preconditionFailure("a person's row has a name") }
        let id = SQLValue.integer(state.subject.number)
        let former = try connection.first("SELECT sort FROM person WHERE id = ?", [id]) { $0.text(0) }
        try write(state, values)
        let dialect = connection.dialect
        guard let former else {
            try connection.run(
                "INSERT INTO person_text (\(dialect.nameID), terms) VALUES (?, ?)", [id, .text(traits.terms)])
            return
        }
        try connection.run(
            "UPDATE person_text SET terms = ? WHERE \(dialect.nameID) = ? AND terms <> ?",
            [.text(traits.terms), id, .text(traits.terms)])
        guard former != traits.sort else { return }
        try connection.run(
            "UPDATE assistance_case SET sort = ? WHERE person = ?", [.text(traits.sort), id])
    }

    /// A village has one round a year.
    private func refuseSecondRound(_ state: PreparedState) throws {
        let other = try connection.first(
            "SELECT id FROM round WHERE village = ? AND year = ? AND id <> ?",
            [state.plain[1], state.plain[2], state.plain[0]], { RoundID($0.integer(0)) })
        if let other { throw StoreFailure.conflict(.round(other)) }
    }

    /// A person has one live case at most (spec/flow.md, rule 7).
    private func refuseSecondCase(_ state: PreparedState, of person: Int) throws {
        let others = try connection.number(
            "SELECT count(*) FROM assistance_case WHERE person = ? AND live = 1 AND id <> ?",
            [.integer(person), state.plain[0]])
        guard others == 0 else { throw StoreFailure.conflict(.person(PersonID(person))) }
    }

    private func put(case state: PreparedState, _ values: [SQLValue]) throws {
        guard let traits = state.caseTraits else { preconditionFailure("a case's row has a person") }
        let person = SQLValue.integer(traits.person)
        if traits.live { try refuseSecondCase(state, of: traits.person) }
        let sort = try connection.first("SELECT sort FROM person WHERE id = ?", [person]) { $0.text(0) }
        try write(state, values + [.text(sort ?? "")])
        try replace(recommendations: state)
        if traits.live {
            try connection.run(
                "UPDATE person SET case_id = ?, categories = ?, visit_class = ? WHERE id = ?",
                [
                    .integer(state.subject.number), .integer(traits.categories), SQLValue(traits.visitClass),
                    person,
                ])
        } else {
            try connection.run(
                """
                UPDATE person SET case_id = NULL, categories = 0, visit_class = NULL
                WHERE id = ? AND case_id = ?
                """, [person, .integer(state.subject.number)])
        }
    }
}
