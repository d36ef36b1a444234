// SPDX-License-Identifier: Apache-2.0

/// One thing wrong with a form, and where.
public struct FieldFault: Hashable, Sendable {
    /// The name of the field; `nil` when the fault is of the form as a whole.
    public var field: String?
    /// What is wrong and what to do, in a sentence.
    public var sentence: String

    /// A fault at a place.
    public init(_ field: String?, _ sentence: String) {
        self.field = field
        self.sentence = sentence
    }
}

extension HTML {
    /// All that is wrong with a form, above it; each sentence leads to its field. Nothing if all is well.
    public static func faults(_ faults: [FieldFault]) -> HTML {
        guard !faults.isEmpty else { return .empty }
        let list = ul(
            faults.map { fault in
                guard let field = fault.field else { return .text(fault.sentence) }
                return .a(Link("#f-\(field)"), fault.sentence)
            })
        return element(
            "div",
            [.class("faults"), Attribute("role", "alert"), Attribute("tabindex", "-1"), .id("faults")],
            .h2("有 \(faults.count) 处需要改正"), list)
    }
}

extension Sequence where Element == Field {
    /// The same fields, each with the first fault that names it.
    public func marked(with faults: [FieldFault]) -> [Field] {
        map { field in
            var field = field
            field.fault = field.fault ?? faults.first { $0.field == field.name }?.sentence
            return field
        }
    }
}
