// SPDX-License-Identifier: Apache-2.0
import Assistance

/// What signing in needs of a cryptography library, kept behind a port since the core does without one.
public protocol PasswordKeeper: Sendable {
    /// Argon2id, encoded with its parameters. Takes some 20 ms; runs off the caller's thread.
    func hash(_ password: String) async throws -> String
    /// Whether the password is the stored one; with `nil` it takes as long and says no, so that an unknown
    /// login cannot be told from a wrong password.
    func verify(_ password: String, against stored: String?) async -> Bool
    /// What is wrong with a password that somebody chose; all of it.
    func faults(in password: String, login: String) -> [PasswordFault]
    /// A random password that can be read aloud.
    func firstPassword() -> String
    /// A random token for a session or a form.
    func token() -> String
    /// What is stored of a token.
    func digest(of token: String) -> String
}
