// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Wording

/// 登录: the form, and what becomes of it.
struct SignInPages: Sendable {
    let site: Site

    func form(_ request: Request) async throws -> Response {
        let next = Fields(urlEncoded: request.uri.query ?? "").text("next")
        return page(login: "", next: next, fault: nil, status: .ok)
    }

    func send(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await BodyReading(settings: site.settings).fields(of: request)
        guard SignInStamp(site: site).isFitting(form, to: request) else {
            return page(form, "登录页面打开太久了，请再输入一次。", .badRequest)
        }
        let sender = Sender(request: request, context: context, settings: site.settings)
        guard site.signInLimit.take(sender.address, at: site.office().now) else {
            return page(form, "尝试次数太多，请一分钟后再登录。", .tooManyRequests)
        }
        let password = form.raw("password")
        let office = site.office()
        switch try await office.signIn(
            login: form.text("login"), password: password, keeper: site.keeper, rules: site.signInRules)
        {
        case .done(let token, _): return try await begin(token, form, request, office)
        case .wrong: return page(form, "账号或密码不正确。", .unauthorized)
        case .locked(let until):
            return page(form, "密码连续输错，账号已锁定，\(until.clockWords)以后再试。", .unauthorized)
        case .disabled: return page(form, "这个账号已经停用，请联系安全管理员。", .unauthorized)
        }
    }

    /// A new session under a new token; one that the browser brought along ends, whoever began it.
    private func begin(
        _ token: String, _ form: Fields, _ request: Request, _ office: Office
    ) async throws -> Response {
        if let old = site.sessionCookie.token(of: request) {
            try await site.store.endSession(site.keeper.digest(of: old))
        }
        var response = Response.redirect(Self.next(form.text("next")))
        response.setCookie(site.sessionCookie.set(token))
        return response
    }

    /// Only addresses of this site, and none that would end or send anything.
    static func next(_ address: String) -> Link {
        guard address != "/sign-in", address != "/sign-out" else { return "/" }
        return Link.local(address) ?? "/"
    }

    private func page(_ form: Fields, _ fault: String, _ status: HTTPResponse.Status) -> Response {
        page(login: form.text("login"), next: form.text("next"), fault: fault, status: status)
    }

    private func page(login: String, next: String, fault: String?, status: HTTPResponse.Status) -> Response {
        let (cookie, stamp) = SignInStamp(site: site).fresh()
        let page = SignInPage(
            login: login, next: next, stampField: SignInStamp.field, stamp: stamp, fault: fault,
            knownLogins: site.settings.isDemo ? site.settings.knownLogins : [])
        let shell = PlainShell(
            office: site.districtName, isNarrow: true, assets: site.assets)
        var response = Response.html(shell.document(page), status: status)
        response.setCookie(cookie)
        return response
    }
}
