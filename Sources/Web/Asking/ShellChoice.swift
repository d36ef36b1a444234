// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Hummingbird
import Pages
import Wording

/// Puts a page into the shell of the person who asked: large and simple for villages, dense for offices.
struct ShellChoice {
    let ask: Ask

    func document(_ page: any Page) async throws -> HTML {
        let office = ask.office
        let actor = ask.actor
        let count = try await office.workCount(by: actor)
        let acts = ReaderActs(
            typeSize: "/type-size", logout: "/sign-out", here: Link.local(ask.address) ?? "/", ask.formContext
        )
        let reader = Reader(
            name: actor.name, unit: unitWords, role: actor.grants.first.map { $0.role.word } ?? "",
            account: "/password")
        let site = SiteMenu(actor: actor, address: ask.address, waiting: count)
        let isLarge = ask.request.cookies["large"]?.value == "1"
        let flash = ask.site.flashes.take(for: ask.visitor.session.digest)
        if isVillage {
            return VillageShell(
                reader: reader, menu: site.mainItems, worklist: "/", acts: acts, isLarge: isLarge,
                flash: flash,
                assets: ask.site.assets
            ).document(page)
        }
        return BackOfficeShell(
            reader: reader, menu: site.items, waiting: actor.may(.seePeople) ? count.all : nil, worklist: "/",
            search: actor.may(.seePeople) && SiteMenu.exists("/people/search") ? "/people/search" : nil,
            acts: acts, isLarge: isLarge,
            flash: flash, assets: ask.site.assets
        ).document(page)
    }

    /// Whether somebody works in villages only.
    var isVillage: Bool {
        !ask.actor.grants.isEmpty
            && ask.actor.grants.allSatisfy { ask.office.tree[$0.unit]?.level == .village }
    }

    private var unitWords: String {
        guard let unit = ask.actor.homeUnit(in: ask.office.tree) else { return "" }
        return ask.office.tree.path(of: unit.id).suffix(2).joined(separator: " ")
    }
}
