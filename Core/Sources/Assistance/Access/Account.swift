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

    public var actor: Actor { Actor(account: id, name: name, grants: grants) }
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
        }
        version += 1
    }
}
