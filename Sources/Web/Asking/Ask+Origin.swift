// SPDX-License-Identifier: Apache-2.0
import Pages

extension Ask {
    /// Back to the list from which a form was opened (`from`), or to where the form leads by itself.
    func back(or usual: Link) -> Link {
        switch form["from"] ?? query["from"] {
        case "work": .work
        case "cases": "/cases"
        case .some, nil: usual
        }
    }

    /// What a form carries so that ``back(or:)`` still knows when it is sent.
    var origin: (name: String, value: String) { ("from", form["from"] ?? query.text("from")) }
}
