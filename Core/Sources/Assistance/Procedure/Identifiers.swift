// SPDX-License-Identifier: Apache-2.0

/// A number that the store gives to a thing once and never again.
///
/// Distinct types keep a person's number from being taken for a case's.
public protocol Identifier: Hashable, Comparable, Sendable, Codable {
    var number: Int { get }
    init(_ number: Int)
}

extension Identifier {
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

/// A labourer on the roll.
public struct PersonID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

/// A household (户).
public struct HouseholdID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

/// An office or village in the unit tree.
public struct UnitID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

/// A survey round (调查轮次) of one village and year.
public struct RoundID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

/// The help given to one person (援助).
public struct CaseID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

/// A named account of a worker.
public struct AccountID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }

    /// The software itself, for the acts that nobody clicks.
    public static let system = AccountID(0)
}

/// One import of a file, undone as a whole.
public struct BatchID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

/// 用人单位.
public struct EmployerID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

/// 招聘会.
public struct FairID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}

/// 岗位.
public struct VacancyID: Identifier {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}
