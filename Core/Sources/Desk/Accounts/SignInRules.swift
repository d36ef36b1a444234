// SPDX-License-Identifier: Apache-2.0

/// How strict signing in is; times in seconds.
public struct SignInRules: Hashable, Sendable {
    public var failuresAllowed = 5
    public var lockSeconds = 30 * 60
    public var idleSeconds = 30 * 60
    /// The longest a session lasts, however busy.
    public var longestSeconds = 12 * 60 * 60

    public init() {}
}
