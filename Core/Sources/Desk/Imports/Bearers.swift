// SPDX-License-Identifier: Apache-2.0
import Assistance

/// Who bears the ID numbers of a file, asked of the store once.
struct Bearers: Sendable {
    private var people: [String: [Person]] = [:]

    /// What a number leads to.
    enum Found {
        case nobody
        case onRoll(Person)
        /// Left the roll by moving out or by mistake: may come back.
        case left(Person)
        case gone(RowReason)
    }

    init(of numbers: [String], in store: any Store) async throws {
        for part in numbers.chunks(of: bulk) {
            for person in try await store.people(withIdentities: Array(part)) {
                people[person.facts.identity?.full ?? "", default: []].append(person)
            }
        }
    }

    /// Somebody on the roll counts before those who left it.
    subscript(number: String) -> Found {
        guard let found = people[number], let newest = found.last else { return .nobody }
        if let person = found.first(where: \.isOnRoll) { return .onRoll(person) }
        switch newest.presence {
        case .onRoll: return .onRoll(newest)
        case .merged: return .gone(.mergedAway)
        case .left(let reason, let day):
            switch reason {
            case .movedOut, .enteredInError: return .left(newest)
            case .died, .agedOut: return .gone(.departed(reason, on: day))
            }
        }
    }
}

/// The households of the villages of a file, and those that it founds.
struct Homes: Sendable {
    private var known: [UnitID: [String: HouseholdID]] = [:]
    private var places: [Key: Int] = [:]
    private(set) var founded: [NewHome] = []

    private struct Key: Hashable {
        let village: UnitID
        let home: RollRow.Home
    }

    init(of villages: some Sequence<UnitID>, in store: any Store) async throws {
        for village in villages {
            let households = try await store.households(of: village)
            known[village] = Dictionary(
                households.map { ($0.number, $0.id) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The household that a row names; founded when the file needs it first.
    mutating func home(_ home: RollRow.Home, in village: UnitID, address: String) -> HomeRef {
        if case .number(let number) = home, let id = known[village]?[number] { return .known(id) }
        let key = Key(village: village, home: home)
        if let place = places[key] { return .new(place) }
        let number = if case .number(let number) = home { number } else { "" }
        founded.append(NewHome(village: village, number: number, address: address))
        places[key] = founded.count - 1
        return .new(founded.count - 1)
    }
}

/// A household, or the place of one that is still to be founded.
enum HomeRef: Hashable, Sendable {
    case known(HouseholdID)
    case new(Int)
}

/// A household to be founded; without a number it takes its own id as ``Office`` gives it elsewhere.
struct NewHome: Hashable, Sendable {
    let village: UnitID
    let number: String
    let address: String
}
