// SPDX-License-Identifier: Apache-2.0

/// How a village keeps up with its work; every small district has one of each.
enum VillagePace: Hashable, Sendable {
    /// Everybody asked within the month, few visits missed.
    case prompt
    /// The last homes and the ledger after the month.
    case late
    /// Some are missing to this day, and so are visits.
    case behind

    init(_ place: Int) {
        switch place % 5 {
        case 0: self = .behind
        case 3: self = .late
        case _: self = .prompt
        }
    }

    /// Of a thousand homes, those asked after the month, or not at all.
    var homesLate: Int {
        switch self {
        case .prompt: 0
        case .late: 110
        case .behind: 120
        }
    }

    /// Of a thousand visits, those not made.
    var visitsMissed: Int {
        switch self {
        case .prompt: 8
        case .late: 25
        case .behind: 70
        }
    }

    /// Of a thousand people with a proposal, those whom nobody has confirmed at the time of the survey.
    var unconfirmed: Int {
        switch self {
        case .prompt: 40
        case .late: 70
        case .behind: 140
        }
    }
}
