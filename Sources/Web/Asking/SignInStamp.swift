// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Desk
import Hummingbird
import Seals

/// Keeps other sites from signing somebody in under an account of theirs: the sign-in form carries a stamp
/// that fits only the cookie set with it, for two hours.
struct SignInStamp {
    let site: Site

    static let field = "stamp"
    private static let cookie = "yuanzhu-sign-in"
    private static let seconds: Int64 = 2 * 60 * 60

    /// A cookie and the stamp that fits it.
    func fresh() -> (cookie: Cookie, stamp: String) {
        let value = "\(now).\(site.keeper.token())"
        let cookie = Cookie(
            name: Self.cookie, value: value, maxAge: Int(Self.seconds), path: "/sign-in",
            secure: site.settings.isSecure, httpOnly: true, sameSite: .strict)
        return (cookie, stamp(of: value))
    }

    /// Whether a form was opened from this browser, and not too long ago.
    func isFitting(_ form: Fields, to request: Request) -> Bool {
        guard let value = request.cookies[Self.cookie]?.value,
            let made = value.split(separator: ".").first.flatMap({ Int64($0) }),
            made <= now, now < made + Self.seconds
        else { return false }
        return site.tokens.isCSRFToken(form.text(Self.field), session: value, purpose: "sign-in")
    }

    private var now: Int64 { site.office().now.millisecondsSince1970 / 1000 }

    private func stamp(of value: String) -> String {
        site.tokens.csrfToken(session: value, purpose: "sign-in")
    }
}
