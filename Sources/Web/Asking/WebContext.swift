// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Hummingbird
import NIOCore

/// One request on its way through the server.
struct WebContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    /// The machine at the other end of the connection: the proxy where one stands before the server.
    let remoteAddress: SocketAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}

/// A signed-in person.
struct Visitor: Sendable {
    let session: Session
    let account: Account
    var actor: Actor { account.actor }
}
