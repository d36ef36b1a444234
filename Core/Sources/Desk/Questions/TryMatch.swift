// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Matching

/// 假设推演: what a leader might bring about, to be tried before anybody pays for it.
public enum MatchTrial: Hashable, Sendable {
    /// A vacancy takes so many more people.
    case posts(VacancyID, more: Int)
    /// 班车 from one town to another, so many minutes one way.
    case shuttle(from: UnitID, to: UnitID, minutes: Int)
    /// So many people get a certificate of a trade: those first for whom the batch has nothing, by urgency.
    case certificates(trade: String, people: Int)
}

/// The difference that a trial would make to today's best plan.
public struct MatchTrialResult: Hashable, Sendable {
    public let before: MatchRun.Figures
    public let after: MatchRun.Figures
    /// People who would get a vacancy only then, by priority: visit class four first.
    public let gained: [Int]
    /// People who get one only without it: they make room for harder cases.
    public let lost: [Int]
}

extension Office {
    /// Runs today's batch with and without a trial. Nothing is kept, and nobody is told.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``Refusal/notFound(_:)`` for a vacancy that is not open or a town without
    ///   a code in the travel table; ``StoreFailure``.
    public func tryMatch(
        _ trial: MatchTrial, in round: MatchRound, by actor: Actor
    ) async throws -> MatchTrialResult {
        guard let district = tree.district, actor.may(.runMatch, at: district.id, in: tree) else {
            throw Refusal.notAllowed(.runMatch)
        }
        let desk = try await matchDesk()
        let before = try planned(round, of: desk)
        let after = try planned(round, of: try tried(trial, on: desk, served: before.served))
        return MatchTrialResult(
            before: before.figures, after: after.figures,
            gained: desk.byPriority(after.served.subtracting(before.served)),
            lost: desk.byPriority(before.served.subtracting(after.served)))
    }

    private func planned(
        _ round: MatchRound, of desk: MatchDesk
    ) throws -> (figures: MatchRun.Figures, served: Set<Int>) {
        var board = FitBoard(desk.vacancies, rules: desk.rules, spots: spot(of:))
        var market = desk.market(&board)
        for (vacancy, more) in desk.more { market.headcounts[vacancy] += more }
        let plan = try proven(round, in: market)
        let served = Set(plan.pairs.map(\.person))
        var figures = MatchRun.Figures(plan.summary(in: market), of: desk.vacancies)
        figures.asked = desk.byPriority(Set(desk.people.indices.filter(desk.isWaiting)))
        figures.served = desk.byPriority(served)
        return (figures, served)
    }

    private func tried(_ trial: MatchTrial, on desk: MatchDesk, served: Set<Int>) throws -> MatchDesk {
        var desk = desk
        switch trial {
        case .posts(let id, let more):
            guard let place = desk.vacancies.firstIndex(where: { $0.id == id }) else {
                throw Refusal.notFound(.vacancy)
            }
            desk.more[place] = more
        case .shuttle(let from, let to, let minutes):
            guard let from = spot(of: from)?.town, let to = spot(of: to)?.town else {
                throw Refusal.notFound(.unit)
            }
            desk.rules = desk.rules.with(shuttleFrom: from, to: to, minutes: minutes)
        case .certificates(let trade, let people):
            let lacking = desk.people.indices.filter {
                desk.isWaiting($0) && !desk.people[$0].asker.seeker.skills.contains(trade)
            }
            let first = desk.byUrgency(lacking.filter { !served.contains($0) })
            let rest = desk.byUrgency(lacking.filter(served.contains))
            for place in (first + rest).prefix(people) {
                let asker = desk.people[place].asker
                desk.people[place].asker = FitBoard.Asker(asker.seeker.learning(trade), home: asker.home)
            }
        }
        return desk
    }
}

extension MatchDesk {
    /// How many of the people stand at each priority.
    fileprivate func byPriority(_ places: Set<Int>) -> [Int] {
        places.reduce(into: [Int](repeating: 0, count: Self.priorities)) { $0[people[$1].priority] += 1 }
    }
}
