// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import HTTPTypes
import Hummingbird
import Pages

/// 日历订阅 of the person signed in.
enum FeedPages {
    static let routes: [Routes.Entry] = [
        .get("/work/feed", .seePeople, show),
        .post("/work/feed", .seePeople, open),
        .post("/work/feed/close", .seePeople, close),
    ]

    static func show(_ ask: Ask) async throws -> Reply {
        .page(FeedPage(isOpen: ask.visitor.account.feed != nil, context: ask.formContext))
    }

    /// Makes a new address, in place of the one before it if there was one.
    static func open(_ ask: Ask) async throws -> Reply {
        let token = ask.site.keeper.token()
        let receipt = try await ask.office.openFeed(
            digest: ask.site.keeper.digest(of: token), by: ask.actor, once: ask.once)
        guard !receipt.isRepeat else {
            return .redirect("/work/feed", Flash(.warning, "地址只显示一次。没有复制下来的，请更换一个。"))
        }
        return .page(
            FeedPage(
                isOpen: true,
                address: base(ask) + FeedFile.address(of: ask.visitor.account.id, token: token),
                context: ask.formContext))
    }

    static func close(_ ask: Ask) async throws -> Reply {
        do {
            _ = try await ask.office.closeFeed(by: ask.actor, once: ask.once)
        } catch Refusal.nothingChanged {
            return .redirect("/work/feed", Flash(.note, "日历订阅本来就没有开通。"))
        }
        return .done("/work/feed", "日历订阅已停用，原地址不再有效。")
    }

    /// What stands before a path of this site, as calendar programs need it.
    private static func base(_ ask: Ask) -> String {
        ask.site.settings.origin ?? "http://\(ask.request.head.authority ?? "localhost")"
    }
}
