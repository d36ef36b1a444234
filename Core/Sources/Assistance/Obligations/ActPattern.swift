// SPDX-License-Identifier: Apache-2.0

/// Which acts a rule means: kinds, values of fields, and the act they belong to.
public struct ActPattern: Hashable, Sendable {
    /// Any of these kinds.
    public let kinds: [ActKind]
    /// All of these must hold.
    public let tests: [FieldTest]
    /// Which act the act must belong to.
    public let belongs: Belonging

    /// What an act must refer to. Raw values are the words of deadlines.yaml.
    public enum Belonging: String, CaseIterable, Hashable, Sendable {
        /// Nothing is asked.
        case any
        /// The act from which the obligation starts, or that act itself.
        case anchor
        /// The same act that the starting act refers to: the recommendation of an interview.
        case same
    }

    /// Acts of any of these kinds that pass all tests.
    public init(_ kinds: [ActKind], where tests: [FieldTest] = [], of belongs: Belonging = .any) {
        self.kinds = kinds
        self.tests = tests
        self.belongs = belongs
    }

    /// Acts of one kind with these values.
    public init(_ kind: ActKind, _ values: [ActField: String] = [:], of belongs: Belonging = .any) {
        let tests = values.sorted { $0.key.rawValue < $1.key.rawValue }
        self.init([kind], where: tests.map { FieldTest($0.key, [$0.value]) }, of: belongs)
    }

    /// Whether an act is meant; `anchor` is the act from which the obligation starts.
    public func matches(_ act: Act, anchor: Act) -> Bool {
        guard kinds.contains(act.kind), tests.allSatisfy({ $0.holds(for: act) }) else { return false }
        switch belongs {
        case .any: return true
        case .anchor: return act.id == anchor.id || act.refersTo == anchor.id
        case .same: return act.id != anchor.id && act.refersTo != nil && act.refersTo == anchor.refersTo
        }
    }

    /// Whether the kind alone decides.
    var isPlain: Bool { tests.isEmpty && belongs == .any }
}

/// A question to one field of an act.
public struct FieldTest: Hashable, Sendable {
    /// The field that is asked.
    public let field: ActField
    /// The values that are meant.
    public let values: [String]
    /// Whether every other value is meant instead; an act that does not say has another value.
    public let isNegated: Bool

    /// Asks whether a field has one of some values, or none of them.
    public init(_ field: ActField, _ values: [String], isNegated: Bool = false) {
        self.field = field
        self.values = values
        self.isNegated = isNegated
    }

    /// The answer for an act.
    public func holds(for act: Act) -> Bool {
        guard let value = act.fields[field] else { return isNegated }
        return values.contains(value) != isNegated
    }
}
