// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// 供求信息 (10.w2): who looks for work and which places are free, by trade, pay and place.
public struct LabourMarket: Hashable, Sendable {
    /// Live cases without work; nobody is counted twice in it.
    public let seekers: Int
    public let posts: Int
    public let places: Int
    /// By trade, the most places first. Somebody with several skills stands under each.
    public let trades: [Trade]
    /// By the top of what is offered and the least that is asked for, in yuan a month.
    public let pay: [PayBand]
    /// By the town of the home and of the work.
    public let towns: [Town]
    /// Seekers by schooling, `nil` for those of whom it is not known.
    public let educations: [Schooling]

    /// One trade of the questionnaire's list, or one written in.
    public struct Trade: Hashable, Sendable {
        public let name: String
        public let seekers: Int
        public let posts: Int
        public let places: Int
    }

    /// From so many thousands a month, up to the next.
    public struct PayBand: Hashable, Sendable {
        public let thousands: Int
        public let posts: Int
        public let places: Int
        /// Who told such a pay as the least.
        public let seekers: Int
    }

    /// A town, `nil` for work outside of the district.
    public struct Town: Hashable, Sendable {
        public let unit: UnitID?
        public let seekers: Int
        public let places: Int
    }

    public struct Schooling: Hashable, Sendable {
        public let education: Education?
        public let seekers: Int
    }
}

extension Office {
    /// The labour market as the actor's scope has it: seekers of that scope, vacancies of the whole district.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func labourMarket(in unit: UnitID? = nil, by actor: Actor) async throws -> LabourMarket {
        guard actor.may(.seeVacancies) else { throw Refusal.notAllowed(.seeVacancies) }
        let scope = try scope(.seePeople, narrowedTo: unit, by: actor)
        let sums = try await store.vacancySums(at: vacancyClock)
        let looking = try await seekers(in: scope)
        let seekers = looking.map(\.person)
        let wishes = looking.compactMap { $0.assistanceCase.care.wish?.pay }
        return LabourMarket(
            seekers: seekers.count, posts: sums.reduce(0) { $0 + $1.posts },
            places: sums.reduce(0) { $0 + $1.places }, trades: trades(seekers, sums), pay: pay(sums, wishes),
            towns: towns(seekers, sums), educations: educations(seekers))
    }

    /// Those who are helped and have no work, read page by page.
    private func seekers(in scope: Scope) async throws -> [LedgerRow] {
        let stages: Set<CaseStage> = [.listed, .village, .townIntake, .town, .districtIntake, .district]
        var found: [LedgerRow] = []
        var after: Cursor?
        repeat {
            let page = try await store.cases(
                CaseQuery(scope: scope, stages: stages), after: after, limit: 1000)
            found += page.rows.filter { $0.assistanceCase.care.job == nil }
            after = page.next
        } while after != nil
        return found
    }

    private func trades(_ seekers: [Person], _ sums: [VacancySum]) -> [LabourMarket.Trade] {
        let offered = Dictionary(grouping: sums, by: \.occupation)
        let skilled = seekers.reduce(into: [String: Int]()) { counts, person in
            let skills = Set(person.facts.skills)
            for skill in skills.isEmpty ? [""] : skills { counts[skill, default: 0] += 1 }
        }
        return Set(offered.keys).union(skilled.keys).map { name in
            let sums = offered[name] ?? []
            return LabourMarket.Trade(
                name: name, seekers: skilled[name] ?? 0, posts: sums.reduce(0) { $0 + $1.posts },
                places: sums.reduce(0) { $0 + $1.places })
        }.sorted { ($1.places, $1.seekers, $0.name) < ($0.places, $0.seekers, $1.name) }
    }

    private func pay(_ sums: [VacancySum], _ wishes: [Int]) -> [LabourMarket.PayBand] {
        let offered = Dictionary(grouping: sums) { min($0.thousands, 10) }
        let asked = Dictionary(grouping: wishes) { min($0 / 1000, 10) }
        return Set(offered.keys).union(asked.keys).sorted().map { band in
            let sums = offered[band] ?? []
            return LabourMarket.PayBand(
                thousands: band, posts: sums.reduce(0) { $0 + $1.posts },
                places: sums.reduce(0) { $0 + $1.places }, seekers: asked[band]?.count ?? 0)
        }
    }

    private func towns(_ seekers: [Person], _ sums: [VacancySum]) -> [LabourMarket.Town] {
        let homes = Dictionary(grouping: seekers) { tree.unit(at: .town, above: $0.village)?.id }
        let work = Dictionary(grouping: sums) { sum in
            sum.place.flatMap { tree.unit(at: .town, above: $0)?.id ?? $0 }
        }
        let all = (tree.district.map { tree.children(of: $0.id).map(\.id) } ?? []).map(Optional.some) + [nil]
        return all.map { unit in
            LabourMarket.Town(
                unit: unit, seekers: homes[unit]?.count ?? 0,
                places: (work[unit] ?? []).reduce(0) { $0 + $1.places })
        }.filter { $0.seekers > 0 || $0.places > 0 }
    }

    private func educations(_ seekers: [Person]) -> [LabourMarket.Schooling] {
        let counts = Dictionary(grouping: seekers, by: \.facts.education)
        let known = Education.allCases.map { education in
            LabourMarket.Schooling(education: education, seekers: counts[education]?.count ?? 0)
        }
        return known + [LabourMarket.Schooling(education: nil, seekers: counts[nil]?.count ?? 0)]
    }
}
