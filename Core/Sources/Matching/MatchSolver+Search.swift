// SPDX-License-Identifier: Apache-2.0

/// Dijkstra's search over the residual network, with reduced costs from the prices.
///
/// `parent` tells how a node was reached: a vacancy by an arc, a person from a seat, an aide from a
/// displaced person, the hub from a node; -1 stands for from above (the hub, or a person's aide).
extension MatchSolver {
    /// Score less the vacancy's price: what a seat on that arc leaves a person.
    @inline(__always)
    func surplus(_ arc: Int32) -> Int64 { Int64(arcScore[arc]) - price[arcVacancy[arc]] }

    /// How many units a person has.
    @inline(__always)
    func served(_ person: Int32) -> Int32 {
        firstSeat[person] < 0 ? 0 : secondSeat[person] < 0 ? 1 : 2
    }

    /// What a unit of the person pays its aide.
    @inline(__always)
    func duty(_ person: Int32) -> Int64 { aideOf[person] < 0 ? 0 : aidePrice[aideOf[person]] }

    /// A person's potential: no seat taken leaves less, no other arc leaves more.
    @inline(__always)
    func potential(_ person: Int32) -> Int64 {
        var least = Self.never
        let (first, second) = (firstSeat[person], secondSeat[person])
        if first >= 0 { least = surplus(first) }
        if second >= 0 { least = min(least, surplus(second)) }
        let served = served(person)
        if served < offered[person] { least = min(least, duty(person) - unitWeight[2 * person + served]) }
        return least
    }

    /// Forgets the last search; `limit` is what the path may cost at most.
    mutating func begin(to target: Int32, within limit: Int64) {
        for node in touched { distance[node] = Self.never }
        touched.removeAll(keepingCapacity: true)
        queue.removeAll()
        self.target = target
        bound = limit
        lead = 0
    }

    /// Notes a nearer way to a node; the target is not passed on from.
    @inline(__always)
    mutating func reach(_ node: Int32, at far: Int64, from origin: Int32) {
        guard far < distance[node], far < bound else { return }
        if distance[node] == Self.never { touched.append(node) }
        distance[node] = far
        parent[node] = origin
        if node == target { bound = far } else { queue.push(node, at: far) }
    }

    /// Searches until no node is nearer than the target. Whether the target was reached within the limit.
    mutating func search() -> Bool {
        while let (far, node) = queue.pop(), far < bound - lead {
            guard far == distance[node] else { continue }
            if node < firstPerson {
                passVacancy(node, at: far)
            } else if node < firstAide {
                passPerson(node - firstPerson, at: far)
            } else if node < hub {
                passAide(node - firstAide, at: far)
            } else {
                passHub(at: far)
            }
        }
        return distance[target] != Self.never
    }

    /// Those who sit here may go elsewhere.
    mutating func passVacancy(_ vacancy: Int32, at far: Int64) {
        let start = seatStart[vacancy]
        for seat in start..<start + load[vacancy] {
            let arc = seats[seat]
            let person = arcPerson[arc]
            let beyond = far + surplus(arc) - potential(person)
            let node = firstPerson + person
            guard beyond < distance[node], beyond < bound else { continue }
            if beyond > far {
                reach(node, at: beyond, from: seat)
            } else {
                if distance[node] == Self.never { touched.append(node) }
                distance[node] = beyond
                parent[node] = seat
                passPerson(person, at: beyond)
            }
        }
    }

    /// The person gives a unit back, or takes another arc.
    mutating func passPerson(_ person: Int32, at far: Int64) {
        let (served, own) = (served(person), potential(person))
        if served > 0 {
            let loss = unitWeight[2 * person + served - 1] + own - duty(person)
            let above = aideOf[person] < 0 ? hub : firstAide + aideOf[person]
            reach(above, at: far + loss, from: firstPerson + person)
        }
        passArcs(of: person, at: far + own)
    }

    /// `far` counts from a surplus of nothing.
    mutating func passArcs(of person: Int32, at far: Int64) {
        let (start, end) = (rowStart[person], rowEnd[person])
        scanned += Int(end - start)
        for arc in start..<end {
            let vacancy = arcVacancy[arc]
            let beyond = far - Int64(arcScore[arc]) + price[vacancy]
            guard beyond < bound, beyond < distance[vacancy] else { continue }
            if arc == firstSeat[person] || arc == secondSeat[person] { continue }
            reach(vacancy, at: beyond, from: arc)
            // A seat is free: the way ends here, at what the seat costs beyond the price.
            if ceiling[vacancy] < Self.never {
                reach(hub, at: beyond + ceiling[vacancy] - price[vacancy], from: vacancy)
            }
        }
    }

    /// The unit given back ends here, or another of the aide's people takes it.
    private mutating func passAide(_ aide: Int32, at far: Int64) {
        reach(hub, at: far + aidePrice[aide], from: firstAide + aide)
        for place in memberStart[aide]..<memberStart[aide + 1] { takeUp(members[place], at: far) }
    }

    /// A person still unserved takes a unit.
    mutating func takeUp(_ person: Int32, at far: Int64) {
        let served = served(person)
        guard served < offered[person] else { return }
        let beyond = far + duty(person) - unitWeight[2 * person + served] - potential(person)
        reach(firstPerson + person, at: beyond, from: -1)
    }

    /// A vacancy gives up a seat, or a unit goes to somebody whose aide has time.
    private mutating func passHub(at far: Int64) {
        for vacancy in 0..<firstPerson {
            reach(vacancy, at: far + price[vacancy] - floor[vacancy], from: -1)
        }
        for aide in 0..<(hub - firstAide) where Int(aideLoad[aide]) < escorts[Int(aide)] {
            reach(firstAide + aide, at: far - aidePrice[aide], from: -1)
        }
        for person in 0..<(firstAide - firstPerson) where aideOf[person] < 0 { takeUp(person, at: far) }
    }

    /// Moves the prices by the search, so that no residual arc costs less than nothing.
    mutating func reprice() {
        let reach = bound - lead
        let hubShift = min(distance[hub], reach)
        if hubShift == bound {
            for node in touched where distance[node] < bound {
                if node < firstPerson {
                    price[node] += bound - distance[node]
                } else if node >= firstAide, node < hub {
                    aidePrice[node - firstAide] -= bound - distance[node]
                }
            }
        } else {
            for vacancy in 0..<firstPerson { price[vacancy] -= min(distance[vacancy], reach) - hubShift }
            for aide in 0..<(hub - firstAide) {
                aidePrice[aide] += min(distance[firstAide + aide], reach) - hubShift
            }
            if lead > 0 { price[target] -= min(distance[target], bound) - min(distance[target], reach) }
        }
    }
}
