// SPDX-License-Identifier: Apache-2.0

extension Seeker {
    /// Every hard limit between somebody and a vacancy, the met ones included: nothing hard is hidden (05.r2).
    func limits(of vacancy: Vacancy, minutes: Int?) -> [FitLimit] {
        let wishes = [
            pay(vacancy.facts), way(vacancy.facts, minutes), shift(vacancy.facts), term(vacancy.facts),
        ]
        return demands(vacancy.facts)
            + (wishes + [entitlement(vacancy.facts), told(vacancy)]).compactMap { $0 }
    }

    /// What the post demands.
    func demands(_ facts: VacancyFacts) -> [FitLimit] {
        facts.requirements.musts.map { limit(of: $0.ability) }
    }

    private func limit(of ability: Requirement.Ability) -> FitLimit {
        switch ability {
        case .education(let least):
            made(
                .education, education.map { $0.rank >= least.rank }, education.map { .education($0) },
                .education(least))
        case .certificate(let name): made(.certificate, holds(certificate: name), skillFact, .words([name]))
        case .skill(let name): made(.skill, skills.contains(name), skillFact, .words([name]))
        // Nobody asked how long somebody worked where.
        case .experience(let months, let line):
            made(.experience, nil, nil, line.isEmpty ? .months(months) : .words([line]))
        case .ableBody(let words): made(.body, isAble, bodyFact, .words([words]))
        case .drivingLicence(let kind): made(.licence, drives(kind), licenceFact, .words([kind]))
        }
    }

    private func made(_ kind: FitLimit.Kind, _ holds: Bool?, _ person: FitFact?, _ vacancy: FitFact)
        -> FitLimit
    {
        FitLimit(
            kind: kind, state: holds.map { $0 ? .met : .failed } ?? .unknown, person: person ?? .open,
            vacancy: vacancy)
    }

    // MARK: What the post demands

    private var skillFact: FitFact { skills.isEmpty ? .words(["无"]) : .words(skills.sorted()) }

    /// 电工证 is the certificate of 电工.
    func holds(certificate name: String) -> Bool {
        let trade = name.hasSuffix("证") ? String(name.dropLast()) : name
        return skills.contains(name) || skills.contains(trade) || wish.licence == name
    }

    private func drives(_ kind: String) -> Bool? {
        if let licence = wish.licence { return licence.isEmpty ? false : licence == kind ? true : nil }
        return nil
    }

    private var licenceFact: FitFact? { wish.licence.map { .words([$0.isEmpty ? "无" : $0]) } }

    /// The law's or the person's own word limits, nothing else: whoever is frail is asked.
    private var isAble: Bool? {
        if disability?.canWork == false { return false }
        guard wish.cannot.isEmpty else { return nil }
        switch health {
        case .healthy, .fair: return true
        case .frail, .disabled, .other, .none: return nil
        }
    }

    private var bodyFact: FitFact? {
        wish.cannot.isEmpty ? health.map { .health($0) } : .words([wish.cannot])
    }

    // MARK: What the person wants

    func pay(_ facts: VacancyFacts) -> FitLimit? {
        wish.pay.map { made(.pay, facts.pay.through >= $0, .yuan($0), .pay(facts.pay)) }
    }

    func way(_ facts: VacancyFacts, _ minutes: Int?) -> FitLimit? {
        guard let longest = longestWay else { return nil }
        return made(
            .distance, minutes.map { $0 <= longest }, .minutes(longest, by: wish.mode),
            minutes.map { .minutes($0, by: wish.mode) }
                ?? .words([facts.place.words].filter { !$0.isEmpty }))
    }

    func shift(_ facts: VacancyFacts) -> FitLimit? {
        guard !wish.shifts.isEmpty else { return nil }
        return made(
            .shift, facts.shift.map(wish.shifts.contains),
            .shifts(Shift.allCases.filter(wish.shifts.contains)), facts.shift.map { .shifts([$0]) } ?? .open)
    }

    func term(_ facts: VacancyFacts) -> FitLimit? {
        guard !wish.terms.isEmpty else { return nil }
        return made(
            .term, facts.term.map(wish.terms.contains),
            .terms(VacancyTerm.allCases.filter(wish.terms.contains)),
            facts.term.map { .terms([$0]) } ?? .open)
    }

    /// Somebody who must stay near home goes half an hour, unless they told another limit.
    var longestWay: Int? { wish.minutes ?? (mustBeNearby ? 30 : nil) }

    // MARK: Where both stand

    func entitlement(_ facts: VacancyFacts) -> FitLimit? {
        guard facts.level == .welfare else { return nil }
        return made(.welfare, mayTakeWelfare, .yes(mayTakeWelfare), .yes(true))
    }

    private func told(_ vacancy: Vacancy) -> FitLimit? {
        told.contains(vacancy.id) ? made(.told, false, .yes(true), .yes(true)) : nil
    }
}
