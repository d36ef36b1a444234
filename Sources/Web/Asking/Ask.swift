// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Hummingbird
import Pages
import Seals

/// What a handler for a signed-in person gets: the question, and the office that answers it.
struct Ask: Sendable {
    let site: Site
    let office: Office
    let visitor: Visitor
    let request: Request
    /// Values of the address's `:names`, percent-decoded.
    let path: [String: String]
    /// What stands behind the question mark.
    let query: Fields
    /// What the form sent; empty for GET.
    let form: Fields

    var actor: Actor { visitor.actor }

    /// The address asked for, without its query.
    var address: String { request.uri.path }

    /// The form's once-token, bound to account and address, so that a form is taken once and nobody can use
    /// another's token.
    var once: OnceKey? {
        form[FormContext.onceName].map { OnceKey("\(visitor.account.id.number) \(address) \($0)") }
    }

    /// The tokens that every form of this page carries.
    var formContext: FormContext {
        FormContext(
            csrf: site.tokens.csrfToken(session: visitor.session.seed, purpose: "form"),
            once: site.keeper.token())
    }

    /// The same question to the office as it is now, after units or the pack were read anew.
    var anew: Ask {
        Ask(
            site: site, office: site.office(), visitor: visitor, request: request, path: path, query: query,
            form: form)
    }

    /// The number in the address; a page that does not exist otherwise.
    ///
    /// - Throws: ``PageMissing``.
    func number(_ name: String = "id") throws -> Int {
        guard let number = path[name].flatMap({ Int($0) }), number > 0 else { throw PageMissing() }
        return number
    }

    /// The cursor of a list's page.
    var after: Cursor? { query["after"].map(Cursor.init) }

    /// The unit chosen in a filter.
    var unit: UnitID? { query.number("unit").map(UnitID.init) }

    /// The version of what the form's page showed.
    ///
    /// - Throws: ``FormBroken`` when the field is missing: the form is not one of ours.
    func version() throws -> Int {
        guard let version = form.number("version") else { throw FormBroken() }
        return version
    }
}

/// There is no such page.
struct PageMissing: Error {}

/// The address exists, the method does not.
struct MethodWrong: Error {
    /// The methods that it takes, as the Allow header names them.
    let allowed: String
}

/// A form without the fields that our pages always send.
struct FormBroken: Error {}

/// The session ended before the form was sent.
struct SessionOver: Error {}

/// A form that cannot be taken as it is: shown again with every fault beside its field.
struct FormFaulty: Error {
    let faults: [FieldFault]
}
