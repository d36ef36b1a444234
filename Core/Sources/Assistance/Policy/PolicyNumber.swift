// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 政策参数: one of the numbers of a pack that a district may change.
public enum PolicyNumber: Hashable, Sendable {
    case womenAges(HardshipStandard)
    case menAges(HardshipStandard)
    case unemployedMonths, graduateMonths
    case lowIncomeUrban, lowIncomeRural
    case lateEntryDays

    /// What stands for one value of it.
    public enum Value: Hashable, Sendable {
        /// Ages in full years, both included.
        case ages(HardshipRules.Band)
        /// Months, yuan a head and year, or days, as the number goes.
        case count(Int)
    }

    /// The name that scripts read.
    public var code: String {
        switch self {
        case .womenAges(let standard): "women-ages-" + standard.rawValue
        case .menAges(let standard): "men-ages-" + standard.rawValue
        case .unemployedMonths: "unemployed-months"
        case .graduateMonths: "graduate-months"
        case .lowIncomeUrban: "low-income-urban"
        case .lowIncomeRural: "low-income-rural"
        case .lateEntryDays: "late-entry-days"
        }
    }

    /// Every number there is.
    public static let all: [PolicyNumber] =
        HardshipStandard.allCases.flatMap { [.womenAges($0), .menAges($0)] }
        + [.unemployedMonths, .graduateMonths, .lowIncomeUrban, .lowIncomeRural, .lateEntryDays]
}

extension PolicyPack {
    /// All values of a number, oldest first; the entry window has one, which holds from the beginning.
    public func values(of number: PolicyNumber) -> Dated<PolicyNumber.Value> {
        switch number {
        case .womenAges(let standard): Self.dated(hardship.women[standard]) { .ages($0) }
        case .menAges(let standard): Self.dated(hardship.men[standard]) { .ages($0) }
        case .unemployedMonths: Self.dated(hardship.unemployedMonths) { .count($0) }
        case .graduateMonths: Self.dated(hardship.graduateMonths) { .count($0) }
        case .lowIncomeUrban: Self.dated(hardship.lowIncomeUrban) { .count($0) }
        case .lowIncomeRural: Self.dated(hardship.lowIncomeRural) { .count($0) }
        case .lateEntryDays: Dated([.init(from: .earliest, value: .count(window.lateEntryDays), source: "")])
        }
    }

    private static func dated<Value>(
        _ dated: Dated<Value>?, _ value: (Value) -> PolicyNumber.Value
    ) -> Dated<PolicyNumber.Value> {
        Dated((dated?.entries ?? []).map { .init(from: $0.from, value: value($0.value), source: $0.source) })
    }
}
