// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Seals

/// A current row with its plain columns computed and its sealed ones sealed.
///
/// `plain` leaves out what is sealed, since sealing the same twice gives other bytes: `verify` compares it.
struct PreparedState: Sendable {
    let subject: Subject
    let table: StateTable
    /// The values of ``StateTable/plainNames``, `id` first.
    let plain: [SQLValue]
    /// The values of ``StateTable/sealedNames``.
    let sealed: [SQLValue]
    /// The unit from which town and village follow, for tables that have both.
    let unit: UnitID?
    var person: PersonTraits?
    var caseTraits: CaseTraits?
    /// The rows of a case's recommendations, in the columns of ``RecommendationSQL/names`` from the act on.
    var recommendations: [[SQLValue]] = []

    /// What a person's row brings along.
    struct PersonTraits: Sendable {
        let sort: String
        let terms: String
    }

    /// What a case writes on its person's row.
    struct CaseTraits: Sendable {
        let person: Int
        let live: Bool
        let categories: Int
        let visitClass: Int?
    }

    init(_ state: SubjectState, keys: StoreKeys) throws {
        switch state {
        case .person(let person): try self.init(person, keys: keys)
        case .household(let household):
            try self.init(
                .household(household.id), .household, household, keys: keys,
                plain: [
                    .integer(household.village.number), .text(household.number),
                    SQLValue(household.isDissolved), .integer(household.version),
                ])
        case .unit(let unit):
            try self.init(
                .unit(unit.id), .unit, unit, keys: keys,
                plain: [
                    .text(unit.level.rawValue), SQLValue(unit.parent?.number), SQLValue(text: unit.code),
                    .integer(unit.since.number), SQLValue(unit.until?.number), .integer(unit.version),
                ])
        case .round(let round):
            try self.init(
                .round(round.id), .round, round, keys: keys,
                plain: [.integer(round.village.number), .integer(round.year), .integer(round.version)])
        case .assistanceCase(let found): try self.init(found, keys: keys)
        case .account(let account):
            try self.init(
                .account(account.id), .account, account, keys: keys,
                plain: [.text(account.login), .integer(account.version)])
        case .batch(let batch):
            try self.init(
                .batch(batch.id), .batch, batch, keys: keys,
                plain: [
                    .text(batch.kind.rawValue), .text(batch.digest), SQLValue(batch.undone != nil),
                    .integer(batch.version),
                ], unit: batch.unit)
        case .employer(let employer):
            try self.init(
                .employer(employer.id), .employer, employer, keys: keys,
                plain: [
                    SQLValue(text: employer.facts.code?.text), .text(employer.facts.name),
                    SQLValue(employer.facts.isRegular), SQLValue(employer.isLive), .integer(employer.version),
                ], unit: employer.unit)
        case .vacancy(let vacancy):
            try self.init(
                .vacancy(vacancy.id), .vacancy, vacancy, keys: keys, plain: Self.columns(of: vacancy),
                unit: vacancy.unit)
        case .fair(let fair):
            try self.init(
                .fair(fair.id), .fair, fair, keys: keys,
                plain: [
                    .integer(fair.facts.day.number), SQLValue(fair.announcedOn != nil),
                    .integer(fair.version),
                ], unit: fair.unit)
        }
    }

    private init(
        _ subject: Subject, _ table: StateTable, _ state: some Encodable, keys: StoreKeys, plain: [SQLValue],
        unit: UnitID? = nil
    ) throws {
        self.subject = subject
        self.table = table
        self.plain = [.integer(subject.number)] + plain
        self.unit = unit
        sealed = [.blob(try keys.seal(JSONBytes.write(state), table.sealedState, String(subject.number)))]
    }

    private init(_ found: AssistanceCase, keys: StoreKeys) throws {
        let categories = found.categories.reduce(0) { $0 | $1.bit }
        try self.init(
            .assistanceCase(found.id), .assistanceCase, found, keys: keys,
            plain: [
                .integer(found.person.number), SQLValue(found.isLive), .integer(categories),
                SQLValue(found.visitClass?.rawValue), .integer(found.version), .text(found.stage.rawValue),
                .integer(found.goal.rawValue), SQLValue(found.isLive || found.ended?.reason == .stable),
                SQLValue(found.isLive ? found.helper?.account.number : nil),
            ], unit: found.village)
        caseTraits = CaseTraits(
            person: found.person.number, live: found.isLive, categories: categories,
            visitClass: found.visitClass?.rawValue)
        recommendations = found.trackedRecommendations.map { RecommendationSQL.values(of: $0) }
    }

    private init(_ person: Person, keys: StoreKeys) throws {
        let facts = person.facts
        let names = keys.names(facts.name.full)
        let sort = names.order + " " + facts.name.full
        let row = String(person.id.number)
        subject = .person(person.id)
        table = .person
        unit = person.village
        plain =
            [.integer(person.id.number)] + Self.columns(of: person, sort: sort) + Self.indexes(facts, keys)
        sealed = [
            .blob(try keys.seal(PersonCard(facts).bytes, "person.card", row)),
            .blob(try keys.seal(JSONBytes.write(person), table.sealedState, row)),
        ]
        self.person = PersonTraits(
            sort: sort,
            terms: NameTerms.terms(
                name: facts.name.full, keys: names, onRoll: person.isOnRoll, village: person.village.number))
    }

    private static func columns(of person: Person, sort: String) -> [SQLValue] {
        let presence = PresenceColumns(person.presence)
        let span = person.facts.workingSpan()
        return [
            .integer(person.household.number), SQLValue(person.isOnRoll), .text(sort),
            .text(person.facts.name.full), .text(presence.code), SQLValue(presence.leftOn?.number),
            SQLValue(presence.mergedInto?.number), .integer(span.lowerBound.number),
            .integer(span.upperBound.number), SQLValue(person.survey?.round.number),
            SQLValue(text: person.survey?.state.rawValue), SQLValue(person.survey?.act.number),
            SQLValue(person.survey?.on.number), SQLValue(person.survey?.edition),
            .integer(person.version),
        ]
    }

    /// What lists of vacancies are narrowed by, all of it public.
    private static func columns(of vacancy: Vacancy) -> [SQLValue] {
        let facts = vacancy.facts
        return [
            .integer(vacancy.employer.number), SQLValue(vacancy.closed != nil), .integer(vacancy.seatsLeft),
            .integer(facts.validThrough.number), SQLValue(vacancy.verifiedOn?.number),
            .text(facts.level.rawValue), .text(facts.occupation),
            .integer(facts.requirements.leastEducation?.rank ?? 0), SQLValue(text: facts.shift?.rawValue),
            .integer(facts.pay.through), SQLValue(facts.place.unit?.number), .integer(vacancy.version),
        ]
    }

    private static func indexes(_ facts: PersonFacts, _ keys: StoreKeys) -> [SQLValue] {
        let number = facts.identity?.full
        return [
            SQLValue(blob: number.map { keys.blind.index(.identityNumber, $0) }),
            SQLValue(blob: number.map { keys.blind.index(.identityTail, $0) }),
            SQLValue(blob: facts.mobile.map { keys.blind.index(.phone, $0.line) }),
            SQLValue(blob: facts.homePhone.map { keys.blind.index(.phone, $0.line) }),
        ]
    }
}
