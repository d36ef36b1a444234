// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 工作记录: what happened once, in the flat view that deadline rules read.
///
/// Typed events are turned into this view by the subject that owns them; the rules know kinds and fields only.
public struct Act: Hashable, Sendable {
    /// The place in the journal.
    public let id: ActID
    /// What was done.
    public let kind: ActKind
    /// The day on which it happened; timeliness is judged by it.
    public let occurred: Day
    /// The moment at which it was entered; lag is judged by it.
    public let recorded: Instant
    /// What rules may test.
    public let fields: Fields
    /// The act that this one belongs to: an outcome to its recommendation, a sheet to its interview.
    public let refersTo: ActID?
    /// The act that this one takes back, as if it had never been.
    public let withdraws: ActID?

    /// An act; without `recorded` it was entered at the beginning of the day on which it happened.
    public init(
        id: ActID, kind: ActKind, occurred: Day, recorded: Instant? = nil, fields: Fields = [:],
        refersTo: ActID? = nil, withdraws: ActID? = nil
    ) {
        self.id = id
        self.kind = kind
        self.occurred = occurred
        self.recorded = recorded ?? Instant(startOf: occurred)
        self.fields = fields
        self.refersTo = refersTo
        self.withdraws = withdraws
    }
}

extension Act {
    /// The few named values of an act, kept in the order of their names.
    ///
    /// An array and not a dictionary: an act has at most a handful, and rules test them in an inner loop.
    public struct Fields: Hashable, Sendable {
        /// One named value.
        public struct Entry: Hashable, Sendable {
            /// The name.
            public let field: ActField
            /// The value, an ASCII code, a number or a day `YYYY-MM-DD`, or text for reasons.
            public let value: String
        }

        /// The values in the order of their names.
        public private(set) var entries: [Entry] = []

        /// No values.
        public init() {}

        /// The value of a field; `nil` if the act does not say. Setting `nil` removes it.
        public subscript(field: ActField) -> String? {
            get {
                for entry in entries where entry.field == field { return entry.value }
                return nil
            }
            set {
                entries.removeAll { $0.field == field }
                guard let newValue else { return }
                entries.append(Entry(field: field, value: newValue))
                entries.sort { $0.field.rawValue < $1.field.rawValue }
            }
        }
    }
}

extension Act.Fields: ExpressibleByDictionaryLiteral {
    /// Named values written in the code; of two for one name the later counts.
    public init(dictionaryLiteral pairs: (ActField, String)...) {
        self.init()
        for (field, value) in pairs { self[field] = value }
    }

    /// Reads names and values as scripts write them; `nil` when a name is none of ``ActField``.
    public init?(names: [String: String]) {
        self.init()
        for (name, value) in names {
            guard let field = ActField(rawValue: name) else { return nil }
            self[field] = value
        }
    }
}
