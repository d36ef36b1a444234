// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import NIOCore
import NIOPosix
import Seals

/// Passwords over `Seals`; hashing runs on two threads of its own, since it blocks some 20 ms.
public struct SealedPasswords: PasswordKeeper {
    private static let threads: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 2)
        pool.start()
        return pool
    }()

    public init() {}

    public func hash(_ password: String) async throws -> String {
        try await Self.threads.runIfActive { try Seals.PasswordHash(of: password).encoded }
    }

    public func verify(_ password: String, against stored: String?) async -> Bool {
        let hash = stored.map { Seals.PasswordHash(encoded: $0) }
        let fits = try? await Self.threads.runIfActive {
            try Seals.PasswordHash.fits(password, stored: hash)
        }
        return fits ?? false
    }

    public func faults(in password: String, login: String) -> [Assistance.PasswordFault] {
        Seals.PasswordRules.faults(of: password, account: login).map(\.asRefused)
    }

    public func firstPassword() -> String { orStop { try Tokens.firstPassword() } }

    public func token() -> String { orStop { try Tokens.sessionID() } }

    public func digest(of token: String) -> String {
        Tokens.storedForm(of: token).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Without random numbers nothing here is safe, so the process stops rather than go on with weak ones.
    private func orStop(_ make: () throws -> String) -> String {
        guard let made = try? make() else { preconditionFailure("the system gives no random numbers") }
        return made
    }
}

extension Seals.PasswordFault {
    /// The same fault in the words of the domain.
    fileprivate var asRefused: Assistance.PasswordFault {
        switch self {
        case .tooShort: .tooShort
        case .tooLong: .tooLong
        case .tooFewKinds: .tooFewKinds
        case .common, .row: .tooCommon
        case .holdsAccountName: .containsLogin
        }
    }
}
