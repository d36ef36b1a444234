// SPDX-License-Identifier: Apache-2.0
import Hummingbird

/// The cookie that carries a session's token: never readable by scripts, never sent along from other sites'
/// forms, and over https bound to this host and to secure connections by its very name.
struct SessionCookie {
    let isSecure: Bool

    var name: String { isSecure ? "__Host-yuanzhu" : "yuanzhu" }

    func token(of request: Request) -> String? {
        guard let token = request.cookies[name]?.value, !token.isEmpty else { return nil }
        return token
    }

    /// Without an end: the browser forgets it when it closes, the server sooner.
    func set(_ token: String) -> Cookie {
        Cookie(name: name, value: token, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    var end: Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
