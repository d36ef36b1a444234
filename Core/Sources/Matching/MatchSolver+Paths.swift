// SPDX-License-Identifier: Apache-2.0

/// Units put in and taken out along the shortest paths.
extension MatchSolver {
    /// Offers a person's next unit: it is served if a path is worth less than the unit.
    mutating func offer(_ person: Int32) {
        let served = served(person)
        offered[person] += 1
        // An earlier unit that could not be served was worth more.
        guard served == offered[person] - 1, let best = bestSurplus(of: person) else { return }
        let aide = aideOf[person]
        let limit = unitWeight[2 * person + served] + best - duty(person)
        guard limit > 0 else { return }
        let isFull = aide >= 0 && Int(aideLoad[aide]) >= escorts[Int(aide)]
        begin(to: isFull ? firstAide + aide : hub, within: limit)
        distance[firstPerson + person] = 0
        touched.append(firstPerson + person)
        passArcs(of: person, at: best)
        let isFound = search()
        reprice()
        if isFound {
            if aide >= 0, !isFull { aideLoad[aide] += 1 }
            push(from: firstPerson + person, to: target)
        }
    }

    /// The most that an arc not taken leaves the person.
    func bestSurplus(of person: Int32) -> Int64? {
        var best: Int64?
        for arc in rowStart[person]..<rowEnd[person] where arc != firstSeat[person] {
            let left = surplus(arc)
            if left > best ?? -Self.never { best = left }
        }
        return best
    }

    /// Takes every unit from a person, for good; what is set free serves others as well as can be.
    mutating func withdrawUnits(of person: Int32) {
        while served(person) > 0 {
            // The better seat last, so that the potential stays true in between.
            let (first, second) = (firstSeat[person], secondSeat[person])
            let arc = second >= 0 && surplus(second) < surplus(first) ? second : first
            offered[person] = served(person) - 1
            leave(arc, person)
            refill(arc, of: person)
        }
        offered[person] = 0
    }

    /// Finds who takes the seat of an arc just left: somebody unserved, somebody better placed here, nobody.
    private mutating func refill(_ arc: Int32, of person: Int32) {
        let vacancy = arcVacancy[arc]
        guard let seat = seat(of: arc) else { preconditionFailure("a taken arc has a seat") }
        let source = aideOf[person] < 0 ? hub : firstAide + aideOf[person]
        // The freed seat stays out of the search: nobody sits there.
        begin(to: vacancy, within: Self.never)
        reach(source, at: 0, from: -1)
        let nearest = nearestAsker(of: vacancy)
        // The last arc comes from the hub or from one who would like the seat.
        lead = min(nearest?.lead ?? Self.never, price[vacancy] - floor[vacancy])
        if source == hub {
            reach(vacancy, at: price[vacancy] - floor[vacancy], from: -1)
            if let nearest { tryFirst(nearest.person) }
        }
        guard search() else { preconditionFailure("a vacancy can always give up a seat") }
        reprice()
        push(from: source, to: vacancy, seat: seat)
    }

    /// Who would lose least by taking a seat at the vacancy, and how much.
    private func nearestAsker(of vacancy: Int32) -> (person: Int32, lead: Int64)? {
        var nearest: (person: Int32, lead: Int64)?
        for arc in 0..<arcCount where arcVacancy[arc] == vacancy {
            let person = arcPerson[arc]
            // Rows that were replaced, seats already taken, and people who have no part.
            guard rowStart[person] <= arc, arc < rowEnd[person], arc != firstSeat[person],
                arc != secondSeat[person], offered[person] > 0
            else { continue }
            let loss = potential(person) - surplus(arc)
            if loss < nearest?.lead ?? Self.never { nearest = (person, loss) }
        }
        return nearest
    }

    /// Looks at one person before all others, if the hub reaches the person at no cost.
    private mutating func tryFirst(_ person: Int32) {
        if served(person) == 0 {
            guard aideOf[person] < 0 else { return }
            takeUp(person, at: 0)
            if distance[firstPerson + person] == 0 { passPerson(person, at: 0) }
        } else {
            let vacancy = arcVacancy[firstSeat[person]]
            reach(vacancy, at: price[vacancy] - floor[vacancy], from: -1)
            if distance[vacancy] == 0, vacancy != target { passVacancy(vacancy, at: 0) }
        }
    }

    private func seat(of arc: Int32) -> Int32? {
        let start = seatStart[arcVacancy[arc]]
        return (start..<start + load[arcVacancy[arc]]).first { seats[$0] == arc }
    }

    /// Moves one unit along the path found, walking back from its end. `seat` is free at the end, if given.
    private mutating func push(from source: Int32, to end: Int32, seat: Int32 = -1) {
        var (node, seat, coming) = (end, seat, Int32(-1))
        while node != source {
            let origin = parent[node]
            if node == hub {
                if origin < firstPerson { seat = openSeat(origin) }
                if origin >= firstAide { aideLoad[origin - firstAide] -= 1 }
                node = origin
            } else if node >= firstAide {
                if origin < 0 { aideLoad[node - firstAide] += 1 }
                node = origin < 0 ? hub : origin
            } else if node >= firstPerson {
                node = stepBack(person: node - firstPerson, from: origin, seat: &seat, coming: &coming)
            } else if origin < 0 {
                closeSeat(seat, of: node)
                node = hub
            } else {
                seats[seat] = origin
                coming = origin
                node = firstPerson + arcPerson[origin]
            }
        }
        if coming >= 0 { sit(coming, source - firstPerson) }
    }

    /// A person on the path leaves the seat `origin`, or comes new from above, and takes the arc `coming`.
    private mutating func stepBack(
        person: Int32, from origin: Int32, seat: inout Int32, coming: inout Int32
    ) -> Int32 {
        defer { coming = -1 }
        guard origin >= 0 else {
            sit(coming, person)
            return aideOf[person] < 0 ? hub : firstAide + aideOf[person]
        }
        let left = seats[origin]
        leave(left, person)
        if coming >= 0 { sit(coming, person) }
        seat = origin
        return arcVacancy[left]
    }

    mutating func sit(_ arc: Int32, _ person: Int32) {
        if firstSeat[person] < 0 { firstSeat[person] = arc } else { secondSeat[person] = arc }
    }

    private mutating func leave(_ arc: Int32, _ person: Int32) {
        if firstSeat[person] == arc { firstSeat[person] = secondSeat[person] }
        secondSeat[person] = -1
    }

    mutating func openSeat(_ vacancy: Int32) -> Int32 {
        if load[vacancy] == seatRoom[vacancy] { moveSeats(of: vacancy) }
        load[vacancy] += 1
        setCosts(of: vacancy)
        return seatStart[vacancy] + load[vacancy] - 1
    }

    private mutating func closeSeat(_ seat: Int32, of vacancy: Int32) {
        load[vacancy] -= 1
        seats[seat] = seats[seatStart[vacancy] + load[vacancy]]
        setCosts(of: vacancy)
    }

    /// Gives a vacancy room for twice the seats, behind all others.
    private mutating func moveSeats(of vacancy: Int32) {
        let room = max(4, 2 * seatRoom[vacancy])
        seats.grow(to: Int(seatCount + room), filling: -1)
        for seat in 0..<load[vacancy] { seats[seatCount + seat] = seats[seatStart[vacancy] + seat] }
        (seatStart[vacancy], seatRoom[vacancy]) = (seatCount, room)
        seatCount += room
    }
}
