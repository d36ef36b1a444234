// SPDX-License-Identifier: Apache-2.0

extension FitRules {
    /// How a vacancy suits somebody: every part of the score and every limit, with both facts (05.w2, 10.w3, 14.w3).
    ///
    /// - Parameters:
    ///   - home: where the person lives.
    ///   - place: where the work is; `nil` where nobody said.
    public func fit(_ seeker: Seeker, _ vacancy: Vacancy, home: Spot?, place: Spot?) -> Fit {
        let minutes = minutes(of: seeker, from: home, to: place)
        return Fit(
            vacancy: vacancy.id, rules: version, parts: parts(seeker, vacancy.facts, minutes),
            limits: seeker.limits(of: vacancy, minutes: minutes))
    }

    /// 单程时间 by the person's own means; `nil` where an end or the road is not known.
    func minutes(of seeker: Seeker, from home: Spot?, to place: Spot?) -> Int? {
        home.flatMap { home in
            place.flatMap { travel.minutes(from: home, to: $0, by: seeker.wish.mode) }
        }
    }

    private func parts(_ seeker: Seeker, _ facts: VacancyFacts, _ minutes: Int?) -> [FitPart] {
        [
            part(
                .skill, skill(seeker, facts), seeker.skills.isEmpty ? .open : .words(seeker.skills.sorted()),
                .words([facts.occupation])),
            part(
                .pay, pay(seeker.wish.pay, facts.pay), seeker.wish.pay.map { .yuan($0) } ?? .open,
                .pay(facts.pay)),
            part(
                .distance, distance(seeker.longestWay, minutes),
                seeker.longestWay.map { .minutes($0, by: seeker.wish.mode) } ?? .open,
                minutes.map { .minutes($0, by: seeker.wish.mode) } ?? .open),
            part(
                .wish, wish(seeker.wish.occupations, facts),
                seeker.wish.occupations.isEmpty ? .open : .words(seeker.wish.occupations),
                .words([facts.occupation])),
            part(
                .insurance, insurance(facts.insurance), .open,
                facts.insurance.map { .insurance($0) } ?? .open),
        ]
    }

    private func part(_ key: FitPart.Key, _ share: Int, _ person: FitFact, _ vacancy: FitFact) -> FitPart {
        FitPart(
            key: key, points: points(key, share), most: most[key] ?? 0, person: person, vacancy: vacancy)
    }

    /// - Parameter share: thousandths of the part's most points.
    func points(_ key: FitPart.Key, _ share: Int) -> Int {
        (most[key] ?? 0) * min(1000, max(0, share)) / 1000
    }

    /// The trade itself, a related one, or a post that asks for none; what is 优先 or 加分 counts a quarter.
    func skill(_ seeker: Seeker, _ facts: VacancyFacts) -> Int {
        let asksForSkill = facts.requirements.musts.contains {
            switch $0.ability {
            case .skill, .certificate: true
            case .education, .experience, .ableBody, .drivingLicence: false
            }
        }
        let base =
            if seeker.skills.contains(facts.occupation) {
                750
            } else if seeker.skills.contains(where: { areRelated($0, facts.occupation) }) {
                550
            } else {
                asksForSkill ? 0 : 350
            }
        return base + 250 * preferred(seeker, facts) / 1000
    }

    /// Thousandths of what would be welcome that somebody has; all of it where nothing is.
    private func preferred(_ seeker: Seeker, _ facts: VacancyFacts) -> Int {
        var (has, all) = (0, 0)
        for requirement in facts.requirements {
            let weight: Int
            switch requirement.weight {
            case .must: continue
            case .nice: weight = 5
            case .points(let points): weight = points
            }
            all += weight
            if seeker.meets(requirement.ability) { has += weight }
        }
        return all == 0 ? 1000 : has * 1000 / all
    }

    /// Nothing under four fifths of the wish, all from a fifth above it; half where no wish was told.
    func pay(_ least: Int?, _ pay: Pay) -> Int {
        guard let least, least > 0 else { return 500 }
        let middle = (pay.from + pay.through) / 2
        return (middle * 1000 / least - 800) * 1000 / 400
    }

    /// The shorter the better; where nobody told a limit, an hour and a half is none.
    func distance(_ longest: Int?, _ minutes: Int?) -> Int {
        guard let minutes else { return 400 }
        let most = longest ?? 90
        return most > 0 ? 1000 - minutes * 800 / most : 0
    }

    func wish(_ occupations: [String], _ facts: VacancyFacts) -> Int {
        if occupations.isEmpty { return 500 }
        if occupations.contains(where: { $0 == facts.occupation || facts.post.contains($0) }) { return 1000 }
        return occupations.contains { areRelated($0, facts.occupation) } ? 650 : 100
    }

    func insurance(_ insurance: Insurance?) -> Int {
        switch insurance {
        case .full: 1000
        case .injury: 500
        case .some(.none), nil: 0
        }
    }
}

extension Seeker {
    /// Whether somebody surely has what would be welcome.
    fileprivate func meets(_ ability: Requirement.Ability) -> Bool {
        switch ability {
        case .education(let least): education.map { $0.rank >= least.rank } ?? false
        case .certificate(let name): holds(certificate: name)
        case .skill(let name): skills.contains(name)
        case .drivingLicence(let kind): wish.licence == kind
        case .experience, .ableBody: false
        }
    }
}
