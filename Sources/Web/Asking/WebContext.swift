// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Hummingbird

/// One request on its way through the server.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// Who asks, once the session was read.
    var visitor: Visitor?

    public init(source: ApplicationRequestContextSource) { coreContext = .init(source: source) }
}

/// A signed-in person.
public struct Visitor: Sendable {
    let session: Session
    let account: Account
    var actor: Actor { account.actor }
}
