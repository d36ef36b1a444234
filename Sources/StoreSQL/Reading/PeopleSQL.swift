// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Seals

/// The statement of one kind of search among people; texts are few, so that they stay prepared.
struct PeopleSQL {
    /// What a list shows of a person, as ``Reading/personRow(_:)`` reads it.
    static let columns = """
        id, name, village, household, presence, left_on, merged_into, survey_round, survey_state, \
        survey_act, survey_on, survey_edition, case_id, categories, visit_class, card
        """

    private let source: String
    private let condition: String
    let values: [SQLValue]

    /// `nil` when nothing can be found.
    init?(_ query: PersonQuery, keys: StoreKeys, dialect: Dialect) throws {
        guard let scope = ScopeFilter(query.scope) else { return nil }
        let roll = SQLValue(query.onRoll)
        let (listed, listedValues) = Self.listed(query)
        switch query.search {
        case .all where listed.isEmpty:
            source = "person WHERE roll = ?" + scope.text
            values = [roll] + scope.values
        case .all:
            // The unary plus keeps the planner to the index of people with a case.
            source = "person WHERE case_id IS NOT NULL AND +roll = ?" + scope.text
            values = [roll] + scope.values + listedValues
        case .name, .pinyin:
            guard let match = Self.match(query, dialect: dialect) else { return nil }
            source = dialect.nameSearch + " AND roll = ?" + scope.text
            values = [.text(match), roll] + scope.values + listedValues
        case .identity(let number):
            let written = RecordedIdentity.keeping(number)?.full ?? number
            source = "person WHERE identity_key = ? AND +roll = ?" + Self.unindexed(scope)
            values = [.blob(keys.blind.index(.identityNumber, written)), roll] + scope.values + listedValues
        case .lastFour(let tail):
            source = "person WHERE tail_key = ? AND +roll = ?" + Self.unindexed(scope)
            values = [.blob(keys.blind.index(.identityTail, tail)), roll] + scope.values + listedValues
        case .phone(let number):
            let key = SQLValue.blob(keys.blind.index(.phone, Self.plain(phone: number)))
            source = "person WHERE (mobile_key = ? OR home_key = ?) AND +roll = ?" + Self.unindexed(scope)
            values = [key, key, roll] + scope.values + listedValues
        }
        condition = listed
    }

    /// The statement of a page, after a place or from the beginning.
    func page(after isLater: Bool) -> String {
        "SELECT \(Self.columns) FROM \(source)\(condition)" + (isLater ? " AND (sort, id) > (?, ?)" : "")
            + " ORDER BY sort, id LIMIT ?"
    }

    private static func listed(_ query: PersonQuery) -> (text: String, values: [SQLValue]) {
        var text = ""
        var values: [SQLValue] = []
        if let category = query.category {
            text += " AND categories & ? <> 0"
            values.append(.integer(category.bit))
        }
        if let visitClass = query.visitClass {
            text += " AND visit_class = ?"
            values.append(.integer(visitClass.rawValue))
        }
        return (text, values)
    }

    /// The search terms, narrowed by roll and village; towns are told by the row.
    private static func match(_ query: PersonQuery, dialect: Dialect) -> String? {
        var conditions: [TermCondition] = []
        switch query.search {
        case .name(let part): conditions.append(.phrase(NameTerms.characters(of: part)))
        case .pinyin(let typed): conditions.append(.prefix(NameTerms.pinyin(typed)))
        case .all, .identity, .lastFour, .phone: return nil
        }
        guard !conditions.contains(.phrase([])), !conditions.contains(.prefix([])) else { return nil }
        conditions.append(.term(NameTerms.roll(query.onRoll)))
        if case .village(let id) = query.scope { conditions.append(.term("v\(id.number)")) }
        return dialect.match(conditions)
    }

    /// The key finds a handful; an index by place would only be slower.
    private static func unindexed(_ scope: ScopeFilter) -> String {
        scope.text.isEmpty ? "" : scope.text.replacing(" AND ", with: " AND +")
    }

    /// Fixed lines are kept and sought by the digits after the area code, since people leave it out.
    private static func plain(phone text: String) -> String {
        (try? PhoneNumber.read(text).get())?.line ?? text
    }
}
