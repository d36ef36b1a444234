// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Matching

extension Office {
    /// 批量匹配: works out the best plan for everybody who might be recommended something today and puts it on the
    /// workers' lists in place of the one before. Nobody is told anything by it (05.w2, 10.w3, 14.w3).
    ///
    /// - Throws: ``Refusal/notAllowed(_:)`` for whoever does not match for the district; ``StoreFailure``.
    public func runMatch(_ round: MatchRound, by actor: Actor) async throws -> MatchRun {
        guard let district = tree.district, actor.may(.runMatch, at: district.id, in: tree) else {
            throw Refusal.notAllowed(.runMatch)
        }
        let order = try await matchOrder(round, of: try await matchDesk())
        return try await store.keep(
            order,
            audit: AuditNote(
                at: now, by: actor.account, action: .matched, subject: .unit(district.id),
                detail: round.rawValue))
    }

    private func matchOrder(_ round: MatchRound, of desk: MatchDesk) async throws -> MatchOrder {
        var board = FitBoard(desk.vacancies, rules: desk.rules, spots: spot(of:))
        let market = desk.market(&board)
        let plan = try proven(round, in: market)
        let offers = desk.offers(plan, in: market)
        let reasons = desk.reasons(plan, in: market, &board)
        let waiting = desk.people.indices.filter(desk.isWaiting)
        let answers = desk.byUrgency(waiting).map { place in
            MatchAnswer(
                caseID: desk.people[place].found.id, version: desk.people[place].found.version,
                offers: offers[place, default: []], unserved: reasons[place])
        }
        var figures = MatchRun.Figures(plan.summary(in: market), of: desk.vacancies)
        for place in waiting {
            figures.asked[desk.people[place].priority] += 1
            if offers[place] != nil { figures.served[desk.people[place].priority] += 1 }
        }
        return MatchOrder(
            round: round, on: today, rules: desk.rules.version, figures: figures, answers: answers)
    }

    /// The best plan, checked by its own prices before anybody sees it.
    func proven(_ round: MatchRound, in market: Market) throws -> MatchPlan {
        let plan: MatchPlan
        do { plan = try market.solved(round) } catch {
            throw StoreFailure.damaged("a market that contradicts itself: \(error)")
        }
        guard plan.faults(in: market).isEmpty else {
            throw StoreFailure.damaged("a plan of matching that its prices do not prove")
        }
        return plan
    }
}

extension MatchDesk {
    /// What a plan has for each person, the best first.
    func offers(_ plan: MatchPlan, in market: Market) -> [Int: [MatchAnswer.Offer]] {
        let chosen = Set(plan.pairs)
        var offers: [Int: [MatchAnswer.Offer]] = [:]
        for candidate in market.candidates {
            let (person, vacancy) = (Int(candidate.person), Int(candidate.vacancy))
            guard chosen.contains(Market.Pair(person: person, vacancy: vacancy)) else { continue }
            offers[person, default: []].append(
                MatchAnswer.Offer(vacancy: vacancies[vacancy].id, score: Int(candidate.score)))
        }
        return offers.mapValues { $0.sorted { ($1.score, $0.vacancy) < ($0.score, $1.vacancy) } }
    }

    /// Why somebody gets less than needed.
    func reasons(_ plan: MatchPlan, in market: Market, _ board: inout FitBoard) -> [Int: UnservedReason] {
        var reasons: [Int: UnservedReason] = [:]
        for left in PlanReading(plan, in: market).leftOut() {
            let asker = people[left.person].asker
            reasons[left.person] =
                switch left.reason {
                case .noVacancy: UnservedReason(board.barrier(for: asker.seeker, from: asker.home))
                case .harder: .harder
                case .betterScore: .betterScore
                case .noEscort: .noEscort
                }
        }
        return reasons
    }

    /// What is due first, then the hardest, then by number.
    func byUrgency(_ places: [Int]) -> [Int] {
        places.sorted { left, right in
            let (one, other) = (people[left], people[right])
            return (one.isDueToday ? 0 : 1, one.priority, one.found.id)
                < (other.isDueToday ? 0 : 1, other.priority, other.found.id)
        }
    }
}

extension UnservedReason {
    init(_ barrier: FitBoard.Barrier?) {
        self =
            switch barrier {
            case .ability: .ability
            case .way: .way
            case .terms: .terms
            case .several: .several
            case nil: .noPosts
            }
    }
}

extension MatchRun.Figures {
    init(_ summary: MatchSummary, of vacancies: [Vacancy]) {
        let none = [Int](repeating: 0, count: MatchDesk.priorities)
        self.init(
            asked: none, served: none, posts: vacancies.count,
            places: vacancies.reduce(0) { $0 + $1.seatsLeft }, pairs: summary.arcs, units: summary.units,
            score: summary.score, crowding: summary.crowding)
    }
}
