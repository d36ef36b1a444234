// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// A named account; nobody shares one. Its password is no part of the journal.
public struct Account: Hashable, Sendable, Codable, Identifiable {
    public let id: AccountID
    /// What is typed to sign in: ASCII letters, digits, dot and hyphen, lower case.
    public let login: String
    public var name: String
    public var grants: [Grant]
    public var isDisabled: Bool
    /// The next sign-in must choose a new password (first sign-in, reset).
    public var mustChangePassword: Bool
    /// 请假: from when to when somebody else sees to the work.
    public var leave: Leave?
    /// 紧急查看: files that stand open to this account for a while.
    public var passes: [Pass] = []
    /// The digest of the secret in the address of the account's calendar; `nil` while it has none.
    public var feed: String?
    public var version: Int

    public init(
        id: AccountID, login: String, name: String, grants: [Grant], isDisabled: Bool = false,
        mustChangePassword: Bool = true, version: Int = 0
    ) {
        self.id = id
        self.login = login
        self.name = name
        self.grants = grants
        self.isDisabled = isDisabled
        self.mustChangePassword = mustChangePassword
        self.version = version
    }

    public var actor: Actor { Actor(account: id, name: name, grants: grants, passes: passes) }

    private enum CodingKeys: String, CodingKey {
        case id, login, name, grants, isDisabled, mustChangePassword, leave, passes, feed, version
    }

    /// Reads a kept state; one of before there were passes has none.
    public init(from decoder: any Decoder) throws {
        let kept = try decoder.container(keyedBy: CodingKeys.self)
        id = try kept.decode(AccountID.self, forKey: .id)
        login = try kept.decode(String.self, forKey: .login)
        name = try kept.decode(String.self, forKey: .name)
        grants = try kept.decode([Grant].self, forKey: .grants)
        isDisabled = try kept.decode(Bool.self, forKey: .isDisabled)
        mustChangePassword = try kept.decode(Bool.self, forKey: .mustChangePassword)
        leave = try kept.decodeIfPresent(Leave.self, forKey: .leave)
        passes = try kept.decodeIfPresent([Pass].self, forKey: .passes) ?? []
        feed = try kept.decodeIfPresent(String.self, forKey: .feed)
        version = try kept.decode(Int.self, forKey: .version)
    }
}

/// 请假期间的代办: a worker is away, and a colleague sees to the caseload.
public struct Leave: Hashable, Sendable, Codable {
    public let from: Day
    public let through: Day
    public let coveredBy: AccountID
    public let reason: String

    public init(from: Day, through: Day, coveredBy: AccountID, reason: String) {
        self.from = from
        self.through = through
        self.coveredBy = coveredBy
        self.reason = reason
    }

    public func covers(_ day: Day) -> Bool { from <= day && day <= through }
}

/// One file that stands open outside an account's grants, with its reason and its end.
public struct Pass: Hashable, Sendable, Codable {
    public let person: PersonID
    public let reason: String
    public let until: Instant

    public init(person: PersonID, reason: String, until: Instant) {
        self.person = person
        self.reason = reason
        self.until = until
    }
}

extension Pass {
    /// How long a file stands open at most, in seconds: three hours.
    public static let longest = 3 * 3600
}

/// What happened to an account; no secret is ever part of it.
public enum AccountEvent: Hashable, Sendable, Codable {
    case created(login: String, name: String, grants: [Grant])
    case renamed(to: String)
    case granted([Grant])
    case passwordReset
    case passwordChosen
    case disabled(reason: String)
    case enabled
    case leaveSet(Leave)
    case leaveEnded
    case passOpened(Pass)
    /// A calendar address was made; only its digest is ever written down.
    case feedOpened(digest: String)
    case feedClosed
}

extension Account {
    /// The account as its journal leaves it; `nil` for an empty journal.
    public init?(replaying journal: [Recorded<AccountEvent>], id: AccountID) {
        guard let first = journal.first?.event, case .created(let login, let name, let grants) = first
        else { return nil }
        self.init(id: id, login: login, name: name, grants: grants, version: 1)
        for recorded in journal.dropFirst() { apply(recorded.event) }
    }

    /// Takes one event in; history is never refused.
    public mutating func apply(_ event: AccountEvent) {
        switch event {
        case .created: break
        case .renamed(let new): name = new
        case .granted(let new): grants = new
        case .passwordReset: mustChangePassword = true
        case .passwordChosen: mustChangePassword = false
        case .disabled: isDisabled = true
        case .enabled: isDisabled = false
        case .leaveSet(let new): leave = new
        case .leaveEnded: leave = nil
        case .passOpened(let pass):
            // One that has run out is of no more use than the journal keeps it for.
            passes = passes.filter { $0.until > pass.until.adding(seconds: -Pass.longest) } + [pass]
        case .feedOpened(let digest): feed = digest
        case .feedClosed: feed = nil
        }
        version += 1
    }
}
