// SPDX-License-Identifier: Apache-2.0

/// What a journal is about: each subject has a journal of its own, numbered 1, 2, 3 … by version.
public enum Subject: Hashable, Sendable {
    case person(PersonID)
    case household(HouseholdID)
    case unit(UnitID)
    case round(RoundID)
    case assistanceCase(CaseID)
    case account(AccountID)
    case batch(BatchID)
    case employer(EmployerID)
    case vacancy(VacancyID)
    case fair(FairID)
    /// The district's settings: packs adopted, calendars loaded.
    case policy
}

/// The kinds of subject. Raw values are the storage format: never reuse or rename one.
public enum SubjectKind: String, CaseIterable, Hashable, Sendable, Codable {
    case person, household, unit, round, account, batch, policy, employer, vacancy, fair
    case assistanceCase = "case"
}

extension Subject {
    /// The kind, as stored beside the number.
    public var kind: SubjectKind {
        switch self {
        case .person: .person
        case .household: .household
        case .unit: .unit
        case .round: .round
        case .assistanceCase: .assistanceCase
        case .account: .account
        case .batch: .batch
        case .employer: .employer
        case .vacancy: .vacancy
        case .fair: .fair
        case .policy: .policy
        }
    }

    /// The number within the kind; 1 for the policy, of which there is one.
    public var number: Int {
        switch self {
        case .person(let id): id.number
        case .household(let id): id.number
        case .unit(let id): id.number
        case .round(let id): id.number
        case .assistanceCase(let id): id.number
        case .account(let id): id.number
        case .batch(let id): id.number
        case .employer(let id): id.number
        case .vacancy(let id): id.number
        case .fair(let id): id.number
        case .policy: 1
        }
    }

    /// The subject stored as `kind` and `number`.
    public init(kind: SubjectKind, number: Int) {
        switch kind {
        case .person: self = .person(PersonID(number))
        case .household: self = .household(HouseholdID(number))
        case .unit: self = .unit(UnitID(number))
        case .round: self = .round(RoundID(number))
        case .assistanceCase: self = .assistanceCase(CaseID(number))
        case .account: self = .account(AccountID(number))
        case .batch: self = .batch(BatchID(number))
        case .employer: self = .employer(EmployerID(number))
        case .vacancy: self = .vacancy(VacancyID(number))
        case .fair: self = .fair(FairID(number))
        case .policy: self = .policy
        }
    }
}
