// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 户: people of one home; several rules look across it (00.c07, 00.c08, L.12).
public struct Household: Hashable, Sendable, Codable, Identifiable {
    public let id: HouseholdID
    public var village: UnitID
    /// 户号, as the village numbers its homes; unique in a village while it exists.
    public var number: String
    public var address: String
    public var isDissolved: Bool
    public var version: Int

    public init(
        id: HouseholdID, village: UnitID, number: String, address: String, isDissolved: Bool = false,
        version: Int = 1
    ) {
        self.id = id
        self.village = village
        self.number = number
        self.address = address
        self.isDissolved = isDissolved
        self.version = version
    }
}

/// What happened to a household; who belongs to it is said by its members' journals.
public enum HouseholdEvent: Hashable, Sendable, Codable {
    case founded(village: UnitID, number: String, address: String)
    /// Founded by people who left another household (分户).
    case split(from: HouseholdID, village: UnitID, number: String, address: String)
    case relocated(village: UnitID, number: String, address: String)
    case dissolved(reason: String)
}

extension Household {
    /// The household as its journal leaves it; `nil` for an empty journal.
    public init?(replaying journal: [Recorded<HouseholdEvent>], id: HouseholdID) {
        switch journal.first?.event {
        case .founded(let village, let number, let address),
            .split(_, let village, let number, let address):
            self.init(id: id, village: village, number: number, address: address)
        case .relocated, .dissolved, nil: return nil
        }
        for recorded in journal.dropFirst() { apply(recorded.event) }
    }

    /// Takes one event in; history is never refused.
    public mutating func apply(_ event: HouseholdEvent) {
        switch event {
        case .founded, .split: break
        case .relocated(let village, let number, let address):
            self.village = village
            self.number = number
            self.address = address
        case .dissolved: isDissolved = true
        }
        version += 1
    }
}
