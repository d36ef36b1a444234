// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// Every event of every subject: what the journal holds.
///
/// Stored with ``schema``; a field is added with a default, an older shape is lifted where the store decodes it.
public enum Event: Hashable, Sendable {
    case person(PersonEvent)
    case household(HouseholdEvent)
    case unit(UnitEvent)
    case round(RoundEvent)
    case assistanceCase(CaseEvent)
    case account(AccountEvent)
    case batch(BatchEvent)
    case policy(PolicyEvent)
    case employer(EmployerEvent)
    case vacancy(VacancyEvent)
    case fair(FairEvent)

    /// The shape in which events are written now.
    public static let schema = 1
}

/// What happened to an import (one file, all or nothing).
public enum BatchEvent: Hashable, Sendable, Codable {
    /// `digest` is the SHA-256 of the file in hex: the same file twice changes nothing.
    case applied(kind: ImportKind, file: String, digest: String, rows: Int, added: Int, changed: Int)
    case undone(reason: String)
}

/// What a file may hold. Raw values are the storage format and the command line's words.
public enum ImportKind: String, CaseIterable, Hashable, Sendable, Codable {
    case roll, units, survey, calendar, employers, vacancies
}

/// What happened to the district's settings.
public enum PolicyEvent: Hashable, Sendable, Codable {
    case adopted(pack: String, digest: String)
    case calendarLoaded(year: Int, digest: String)
}

extension Event {
    /// The kind of act, as rules and the journal name it.
    public var kind: ActKind {
        switch self {
        case .person(let event): event.kind
        case .household(let event): event.kind
        case .unit(let event): event.kind
        case .round(let event): event.kind
        case .assistanceCase(let event): event.kind
        case .account(let event): event.kind
        case .batch(let event): event.kind
        case .policy(let event): event.kind
        case .employer(let event): event.kind
        case .vacancy(let event): event.kind
        case .fair(let event): event.kind
        }
    }

    /// What rules may test of the act; nothing sensitive ever stands here.
    public var fields: Act.Fields {
        switch self {
        case .person(let event): event.fields
        case .round(let event): event.fields
        case .assistanceCase(let event): event.fields
        case .unit(let event): event.fields
        case .household, .account, .batch, .policy, .employer, .vacancy, .fair: [:]
        }
    }

    /// The act of the same journal that this one belongs to.
    public var refersTo: ActID? {
        switch self {
        case .assistanceCase(let event): event.refersTo
        case .person, .household, .unit, .round, .account, .batch, .policy, .employer, .vacancy, .fair:
            nil
        }
    }

    /// The act of the same journal that this one withdraws.
    public var withdraws: ActID? {
        switch self {
        case .assistanceCase(.withdrawn(let act, _)), .person(.sheetWithdrawn(let act, _, _, _)): act
        case .person, .household, .unit, .round, .assistanceCase, .account, .batch, .policy, .employer,
            .vacancy, .fair:
            nil
        }
    }
}

extension Act {
    /// The flat view of an event that the obligation engine reads.
    public init(_ event: Event, id: ActID, occurred: Day, recorded: Instant) {
        self.init(
            id: id, kind: event.kind, occurred: occurred, recorded: recorded, fields: event.fields,
            refersTo: event.refersTo, withdraws: event.withdraws)
    }
}
