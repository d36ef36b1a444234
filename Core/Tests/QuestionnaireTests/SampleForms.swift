// SPDX-License-Identifier: Apache-2.0

import Questionnaire

/// Small forms written by hand, each with one thing to show.
enum SampleForms {
    /// A form of one section.
    static func form(_ items: [Item], contradictions: [Contradiction] = []) throws(FormFaults) -> Form {
        try Form(definition(items, contradictions: contradictions))
    }

    static func definition(_ items: [Item], contradictions: [Contradiction] = []) -> FormDefinition {
        FormDefinition(
            id: "sample", edition: 1, title: "样卷", sections: [FormSection("all", title: "全部", items: items)],
            contradictions: contradictions)
    }

    static func single(
        _ id: ItemID, _ options: [ItemOption], note: Condition = .always, parent: ItemID? = nil
    ) -> Item {
        Item(
            id, number: parent == nil ? id.name : nil, label: id.name, kind: .single(options), note: note,
            parent: parent)
    }

    static func text(
        _ id: ItemID, note: Condition = .always, parent: ItemID? = nil, allowsNone: Bool = false
    ) -> Item {
        Item(
            id, number: parent == nil ? id.name : nil, label: id.name,
            kind: .text(length: 1...20, pattern: .any),
            note: note, parent: parent, allowsNone: allowsNone)
    }

    static func option(_ code: String, goto target: ItemID? = nil) -> ItemOption {
        ItemOption(code, goto: target.map(Jump.item))
    }

    /// Asks about pets: neither its jumps nor its notes alone give its routes. After `dog` the paper has no
    /// jump over `cat` and `why`; their notes carry the person on. `age` A jumps over `food`.
    static func pets() throws(FormFaults) -> Form {
        let hasCat = Condition.chosen("pet", ["cat"])
        return try form([
            single("pet", [option("dog"), option("cat", goto: "cat"), ItemOption("none", goto: .end)]),
            text("dog", note: .chosen("pet", ["dog"])),
            single("cat", [option("young", goto: "last"), option("old")], note: hasCat),
            single("why", [option("food"), option("other")], note: hasCat),
            text("why_other", note: .chosen("why", ["other"]), parent: "why"),
            text("last"),
        ])
    }

    /// The pets form's jumps and notes once more, as a person would follow them, for partial answers as well.
    static func petsAsked(_ said: [ItemID: String]) -> [ItemID] {
        switch said["pet"] {
        case "dog": return ["pet", "dog", "last"]
        case "cat":
            guard said["cat"] == "old" else { return ["pet", "cat", "last"] }
            return ["pet", "cat", "why"] + (said["why"] == "other" ? ["why_other"] : []) + ["last"]
        default: return ["pet"]
        }
    }
}

/// SplitMix64: the same walk from the same printed seed on every machine.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
