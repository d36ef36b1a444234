// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird
import NIOCore

/// Where a request comes from.
struct Sender {
    let request: Request
    let context: WebContext
    let settings: ServerSettings

    /// The address that limits count by. What a proxy says is believed only where one is configured, and then
    /// its last entry: earlier ones are the sender's own words.
    var address: String {
        if settings.origin != nil, let entry = forwarded?.split(separator: ",").last {
            return String(entry.filter { !$0.isWhitespace })
        }
        return context.remoteAddress?.ipAddress ?? "?"
    }

    /// Whether the request comes from this machine itself, not through a proxy on it.
    var isLocal: Bool {
        guard forwarded == nil, let address = context.remoteAddress?.ipAddress else { return false }
        return address == "::1" || address.hasPrefix("127.")
    }

    private var forwarded: String? {
        HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] }
    }
}
