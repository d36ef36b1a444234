// SPDX-License-Identifier: Apache-2.0

/// 岗位总表: all vacancies of a batch, laid out so that a district's seekers are held against all of them in seconds.
///
/// A seeker and a vacancy put four questions to each other: ability to demand, wishes to trade, home to place, terms to
/// offer. Thousands of people give few different answers, so each is worked out once, by the very functions that
/// explain a single match: what a batch weighs is what its explanation will say.
public struct FitBoard: Sendable {
    let rules: FitRules
    let vacancies: [Vacancy]
    private let spots: [Spot?]
    private let places: [VacancyID: Int]
    private let demands: Kinds
    private let trades: Kinds
    private let ends: Kinds
    private let offers: Kinds
    private var abilities: [AbilityKey: [Int32]] = [:]
    private var wishes: [[String]: [Int32]] = [:]
    private var ways: [WayKey: [Int32]] = [:]
    private var terms: [TermsKey: [Int32]] = [:]

    /// A vacancy that no limit forbids to somebody, with its score.
    public struct Candidate: Hashable, Sendable {
        /// Place in the list of vacancies.
        public let vacancy: Int
        public let score: Int
    }

    /// What alone stands between somebody and the most posts. Raw values are the storage format.
    public enum Barrier: String, CaseIterable, Hashable, Sendable, Codable {
        /// 本人条件: schooling, certificates, health.
        case ability
        /// 路程.
        case way
        /// 待遇、班次、用工形式.
        case terms
        /// More than one at once.
        case several
    }

    /// Lays the vacancies out.
    ///
    /// - Parameter spots: where each unit lies that is a place of work.
    public init(_ vacancies: [Vacancy], rules: FitRules, spots: (UnitID) -> Spot?) {
        self.rules = rules
        self.vacancies = vacancies
        let ends = vacancies.map { $0.facts.place.unit.flatMap(spots) }
        self.spots = ends
        places = Dictionary(
            zip(vacancies.map(\.id), vacancies.indices), uniquingKeysWith: { first, _ in first })
        demands = Kinds(vacancies.map { DemandKey(asks: $0.facts.requirements, trade: $0.facts.occupation) })
        trades = Kinds(vacancies.map { [$0.facts.occupation, $0.facts.post] })
        self.ends = Kinds(ends)
        offers = Kinds(vacancies.map { OfferKey($0.facts) })
    }

    /// What somebody gets of each vacancy, in the order of the list; less than nothing where a limit forbids it.
    mutating func scores(of seeker: Seeker, from home: Spot?, into scores: inout [Int32]) {
        let rows = rows(of: seeker, from: home)
        scores.removeAll(keepingCapacity: true)
        for place in vacancies.indices {
            scores.append(
                rows.ability[demands[place]] + rows.wish[trades[place]] + rows.way[ends[place]]
                    + rows.terms[offers[place]])
        }
        for place in seeker.told.compactMap({ places[$0] }) { scores[place] = Self.forbidden }
    }

    /// Every vacancy that no limit forbids to somebody, in the order of the list.
    public mutating func allowed(for seeker: Seeker, from home: Spot?) -> [Candidate] {
        var row: [Int32] = []
        scores(of: seeker, from: home, into: &row)
        return row.indices.filter { row[$0] >= 0 }.map { Candidate(vacancy: $0, score: Int(row[$0])) }
    }

    /// What keeps somebody from the most posts; `nil` where there is no post at all.
    public mutating func barrier(for seeker: Seeker, from home: Spot?) -> Barrier? {
        let rows = rows(of: seeker, from: home)
        var counts: [Barrier: Int] = [:]
        for place in vacancies.indices {
            var failed: [Barrier] = []
            if rows.ability[demands[place]] < 0 { failed.append(.ability) }
            if rows.way[ends[place]] < 0 { failed.append(.way) }
            if rows.terms[offers[place]] < 0 { failed.append(.terms) }
            if let only = failed.first { counts[failed.count == 1 ? only : .several, default: 0] += 1 }
        }
        // What a single step would open counts before what needs several.
        let single = counts.filter { $0.key != .several }
        return (single.isEmpty ? counts : single)
            .max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    }

    // MARK: The four questions

    /// Low enough to outweigh everything that the other three questions add.
    private static let forbidden: Int32 = -10_000

    private mutating func rows(of seeker: Seeker, from home: Spot?) -> Rows {
        let (rules, vacancies, spots) = (rules, vacancies, spots)
        func row(_ kinds: Kinds, _ score: (Int) -> Int?) -> [Int32] {
            kinds.samples.map { score($0).map { Int32($0) } ?? Self.forbidden }
        }
        let ability = abilities.kept(AbilityKey(seeker)) {
            row(demands) { place in
                let facts = vacancies[place].facts
                return seeker.demands(facts).contains { $0.state == .failed }
                    ? nil : rules.points(.skill, rules.skill(seeker, facts))
            }
        }
        let wish = wishes.kept(seeker.wish.occupations) {
            row(trades) { rules.points(.wish, rules.wish(seeker.wish.occupations, vacancies[$0].facts)) }
        }
        let way = ways.kept(WayKey(home: home, mode: seeker.wish.mode, longest: seeker.longestWay)) {
            row(ends) { place in
                let minutes = rules.minutes(of: seeker, from: home, to: spots[place])
                return seeker.way(vacancies[place].facts, minutes)?.state == .failed
                    ? nil : rules.points(.distance, rules.distance(seeker.longestWay, minutes))
            }
        }
        let terms = terms.kept(TermsKey(seeker)) {
            row(offers) { place in
                let facts = vacancies[place].facts
                let limits = [
                    seeker.pay(facts), seeker.shift(facts), seeker.term(facts), seeker.entitlement(facts),
                ]
                return limits.contains { $0?.state == .failed }
                    ? nil
                    : rules.points(.pay, rules.pay(seeker.wish.pay, facts.pay))
                        + rules.points(.insurance, rules.insurance(facts.insurance))
            }
        }
        return Rows(ability: ability, wish: wish, way: way, terms: terms)
    }

    private struct Rows {
        let ability, wish, way, terms: [Int32]
    }

    private struct DemandKey: Hashable {
        let asks: [Requirement]
        let trade: String
    }

    private struct OfferKey: Hashable {
        let pay: Pay
        let shift: Shift?
        let term: VacancyTerm?
        let insurance: Insurance?
        let isWelfare: Bool

        init(_ facts: VacancyFacts) {
            pay = facts.pay
            shift = facts.shift
            term = facts.term
            insurance = facts.insurance
            isWelfare = facts.level == .welfare
        }
    }

    private struct AbilityKey: Hashable {
        let education: Education?
        let skills: Set<String>
        let health: Health?
        let canWork: Bool?
        let licence: String?
        let isLimited: Bool

        init(_ seeker: Seeker) {
            education = seeker.education
            skills = seeker.skills
            health = seeker.health
            canWork = seeker.disability?.canWork
            licence = seeker.wish.licence
            isLimited = !seeker.wish.cannot.isEmpty
        }
    }

    private struct WayKey: Hashable {
        let home: Spot?
        let mode: TravelMode
        let longest: Int?
    }

    private struct TermsKey: Hashable {
        let pay: Int?
        let shifts: Set<Shift>
        let terms: Set<VacancyTerm>
        let mayTakeWelfare: Bool

        init(_ seeker: Seeker) {
            pay = seeker.wish.pay
            shifts = seeker.wish.shifts
            terms = seeker.wish.terms
            mayTakeWelfare = seeker.mayTakeWelfare
        }
    }
}

/// The kinds into which a list falls: which kind each entry is, and one entry of each kind.
private struct Kinds: Sendable {
    private(set) var samples: [Int] = []
    private var kinds: [Int] = []

    init(_ keys: [some Hashable]) {
        var known: [AnyHashable: Int] = [:]
        for (place, key) in keys.enumerated() {
            let kind = known.kept(AnyHashable(key)) {
                samples.append(place)
                return samples.count - 1
            }
            kinds.append(kind)
        }
    }

    subscript(place: Int) -> Int { kinds[place] }
}

extension Dictionary {
    /// The value of a key, made when it is asked for the first time.
    fileprivate mutating func kept(_ key: Key, make: () -> Value) -> Value {
        if let known = self[key] { return known }
        let made = make()
        self[key] = made
        return made
    }
}
