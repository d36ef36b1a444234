// SPDX-License-Identifier: Apache-2.0

/// 推荐名单 of one person: what fits best mixed with what is least crowded, what fails a limit with the limit, and
/// which wish to relax where nothing fits (05.w2, 14.r1).
public struct Shortlist: Hashable, Sendable {
    /// The best and the uncrowded in turn, none twice.
    public let chosen: [Match]
    /// Fails the fewest limits; by their number, then by score.
    public let failed: [Match]
    /// How many fail at least one limit, those not listed included.
    public let others: Int
    /// Which wish stands in the way of how many posts and places, most places first.
    public let relaxations: [Relaxation]

    /// A vacancy with its explanation and how many were sent to it.
    public struct Match: Hashable, Sendable {
        public let vacancy: Vacancy
        public let fit: Fit
        /// The score less what crowding costs.
        public let uncrowded: Int
    }

    /// 放宽: a wish without which more posts would be open (14.r1).
    public struct Relaxation: Hashable, Sendable {
        public let kind: FitLimit.Kind
        public let posts: Int
        public let places: Int

        public init(kind: FitLimit.Kind, posts: Int, places: Int) {
            self.kind = kind
            self.posts = posts
            self.places = places
        }
    }

    /// How many of each kind a list shows.
    public static let length = 15
}

extension FitRules {
    /// The list of one person from all vacancies that are open and verified.
    ///
    /// - Parameter spots: where each unit lies that is a place of work.
    public func shortlist(
        for seeker: Seeker, from vacancies: [Vacancy], home: Spot?, spots: (UnitID) -> Spot?
    ) -> Shortlist {
        let matches = vacancies.map { vacancy in
            let fit = fit(
                seeker, vacancy, home: home, place: vacancy.facts.place.unit.flatMap(spots))
            return Shortlist.Match(
                vacancy: vacancy, fit: fit, uncrowded: fit.score - crowding(of: vacancy))
        }
        let allowed = matches.filter(\.fit.isAllowed)
        let best = allowed.sorted { ($1.fit.score, $0.vacancy.id) < ($0.fit.score, $1.vacancy.id) }
        let free = allowed.sorted { ($1.uncrowded, $0.vacancy.id) < ($0.uncrowded, $1.vacancy.id) }
        let failed = matches.filter { !$0.fit.isAllowed }
        return Shortlist(
            chosen: Self.inTurn(best, free),
            failed: Array(
                failed.sorted { ($0.fit.failed.count, -$0.fit.score) < ($1.fit.failed.count, -$1.fit.score) }
                    .prefix(Shortlist.length)), others: failed.count, relaxations: Self.relaxations(failed))
    }

    private func crowding(of vacancy: Vacancy) -> Int {
        crowding(sent: vacancy.awaited, seats: vacancy.seatsLeft)
    }

    /// Points off for people already sent: one doubling of people a place each ``crowding`` points.
    func crowding(sent: Int, seats: Int) -> Int {
        let seats = max(1, seats)
        // 16 steps a doubling are fine enough, and whole numbers give the same everywhere.
        var (ratio, steps) = ((sent + seats) * 1024 / seats, 0)
        while ratio >= 2048 {
            ratio /= 2
            steps += 16
        }
        return crowding * (steps + (ratio - 1024) * 16 / 1024) / 16
    }

    private static func inTurn(_ best: [Shortlist.Match], _ free: [Shortlist.Match]) -> [Shortlist.Match] {
        var (chosen, seen): ([Shortlist.Match], Set<VacancyID>) = ([], [])
        for place in 0..<min(Shortlist.length, best.count) {
            for match in [best[place], free[place]] where seen.insert(match.vacancy.id).inserted {
                chosen.append(match)
            }
        }
        return chosen
    }

    /// A vacancy opens by one wish only if every failed limit is of that kind.
    private static func relaxations(_ failed: [Shortlist.Match]) -> [Shortlist.Relaxation] {
        var open: [FitLimit.Kind: (posts: Int, places: Int)] = [:]
        for match in failed {
            let kinds = Set(match.fit.failed.map(\.kind))
            guard let kind = kinds.first, kinds.count == 1, kind.isWish else { continue }
            open[kind, default: (0, 0)].posts += 1
            open[kind, default: (0, 0)].places += match.vacancy.seatsLeft
        }
        return open.map { Shortlist.Relaxation(kind: $0.key, posts: $0.value.posts, places: $0.value.places) }
            .sorted { ($1.places, $0.kind.rawValue) < ($0.places, $1.kind.rawValue) }
    }
}
