// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Pages

/// What a form shows: nothing typed yet, or what somebody sent and why it was not taken.
struct Shown: Sendable {
    /// What was sent; `nil` when the form is opened.
    private let sent: Fields?
    /// Everything that is wrong with it.
    let faults: [FieldFault]

    /// A form just opened.
    static let fresh = Shown(sent: nil, faults: [])

    init(sent: Fields?, faults: [FieldFault]) {
        self.sent = sent
        self.faults = faults
    }

    var isFresh: Bool { sent == nil }

    /// What stands in a field: what was sent, or what the thing has now.
    func text(_ name: String, or now: String = "") -> String { sent.map { $0.text(name) } ?? now }

    /// The ticked ones of a group.
    func all(_ name: String, or now: [String] = []) -> [String] { sent.map { $0.all(name) } ?? now }

    /// Whether a box is ticked.
    func isOn(_ name: String, or now: Bool = false) -> Bool { sent.map { $0.isOn(name) } ?? now }

    /// The chosen one of a list; `nil` when none is.
    func choice(_ name: String, or now: String? = nil) -> String? { sent.map { $0[name] } ?? now }
}

/// Collects everything that is wrong with a form before it is refused, so that nobody mends one field after
/// the other.
struct FormReading {
    let form: Fields
    private(set) var faults: [FieldFault] = []

    init(_ form: Fields) { self.form = form }

    /// Notes that a field cannot be taken; `nil` for the form as a whole.
    mutating func fault(_ field: String?, _ sentence: String) { faults.append(FieldFault(field, sentence)) }

    /// A value that must be there: noted as missing when it did not come or cannot be read.
    mutating func need<Value>(_ field: String, _ label: String, _ value: Value?) -> Value? {
        if value == nil {
            let says = form[field] == nil ? "请填写\(label)。" : "\(label)填写有误，请核对。"
            fault(field, says)
        }
        return value
    }

    /// A text that must not be empty.
    mutating func words(_ field: String, _ label: String, limit: Int = 200) -> String {
        let words = form.text(field)
        if words.isEmpty { fault(field, "请填写\(label)。") }
        if words.count > limit { fault(field, "\(label)太长，最多\(limit)字。") }
        return words
    }

    /// A day that must be there.
    mutating func day(_ field: String, _ label: String) -> Day? { need(field, label, form.day(field)) }

    /// Ends the reading.
    ///
    /// - Throws: ``FormFaulty`` with every fault noted.
    func finish() throws {
        guard faults.isEmpty else { throw FormFaulty(faults: faults) }
    }
}
