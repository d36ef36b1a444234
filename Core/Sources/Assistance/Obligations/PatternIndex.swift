// SPDX-License-Identifier: Apache-2.0

/// All patterns of a rule set, laid out so that an act's fields are read once and not for each rule.
///
/// Each different test of a kind's fields has a bit of its own among the tests of that kind. An act gets the
/// bits of the tests it passes; whether a list of patterns means it is then one comparison.
struct PatternIndex: Sendable {
    /// One list of patterns, of which any will do.
    struct List: Sendable {
        /// The number of the list.
        let number: Int
        /// The kinds that it may mean.
        let kinds: KindSet
        /// Whether some pattern asks to which act an act belongs.
        let asksBelonging: Bool
    }

    /// For each kind the different lists of tests; the first is the empty one, which each act passes.
    private var tests: [[[FieldTest]]]
    /// The same without the empty ones, list after list, and which of them are a kind's.
    private var steps: [Step] = []
    private var stepsOfKind: [Range<Int>] = []

    /// One test of a kind, the bit to which it belongs, and the values that it asks for.
    private struct Step {
        let bit: UInt64
        let field: ActField
        let isNegated: Bool
        let value: String
        /// Further values, if there are any.
        let others: Range<Int>
    }

    private var otherValues: [String] = []
    /// For each list, belonging and kind the bits that it asks for.
    private var bits: [UInt64] = []
    private var count = 0

    private static let kindCount = ActKind.allCases.count
    private static let belongings = ActPattern.Belonging.allCases.count

    init() { tests = [[[FieldTest]]](repeating: [[]], count: Self.kindCount) }

    /// Takes in a list of patterns.
    mutating func add(_ patterns: [ActPattern]) -> List {
        let number = count
        count += 1
        bits += [UInt64](repeating: 0, count: Self.belongings * Self.kindCount)
        for pattern in patterns {
            for kind in pattern.kinds {
                let place = Self.place(number, pattern.belongs, UInt8(kind.ordinal))
                bits[place] |= bit(of: pattern.tests, kind)
            }
        }
        return List(
            number: number, kinds: KindSet(patterns.flatMap(\.kinds)),
            asksBelonging: patterns.contains { $0.belongs != .any })
    }

    private mutating func bit(of wanted: [FieldTest], _ kind: ActKind) -> UInt64 {
        let known = tests[kind.ordinal].firstIndex(of: wanted) ?? tests[kind.ordinal].count
        precondition(known < 64, "the fields of one kind are tested in fewer than 64 ways")
        if known == tests[kind.ordinal].count { tests[kind.ordinal].append(wanted) }
        return 1 << UInt64(known)
    }

    private static func place(_ list: Int, _ belongs: ActPattern.Belonging, _ kind: UInt8) -> Int {
        let belonging =
            switch belongs {
            case .any: 0
            case .anchor: 1
            case .same: 2
            }
        return (list * belongings + belonging) * kindCount + Int(kind)
    }

    /// Lays the tests out in a row, when all patterns are in.
    mutating func finish() {
        for kind in tests.indices {
            let first = steps.count
            for (number, list) in tests[kind].enumerated() {
                for test in list {
                    let others = otherValues.count
                    otherValues += test.values.dropFirst()
                    steps.append(
                        Step(
                            bit: 1 << UInt64(number), field: test.field, isNegated: test.isNegated,
                            value: test.values.first ?? "", others: others..<otherValues.count))
                }
            }
            stepsOfKind.append(first..<steps.count)
        }
    }

    /// The bits of the tests that an act passes.
    func passed(by act: borrowing Act) -> UInt64 {
        let mine = stepsOfKind[act.kind.ordinal]
        guard !mine.isEmpty else { return 1 }
        var failed: UInt64 = 0
        for place in mine where !holds(place, act) { failed |= steps[place].bit }
        return ~failed
    }

    private func holds(_ place: Int, _ act: borrowing Act) -> Bool {
        guard let value = act.fields[steps[place].field] else { return steps[place].isNegated }
        if value == steps[place].value { return !steps[place].isNegated }
        for other in steps[place].others where otherValues[other] == value { return !steps[place].isNegated }
        return steps[place].isNegated
    }

    /// Whether a list means an act; `anchor` is the act from which the obligation starts.
    func means(_ list: List, _ act: Timeline.Entry, anchor: Timeline.Entry) -> Bool {
        guard list.kinds.contains(act.kind) else { return false }
        if bits[Self.place(list.number, .any, act.kind)] & act.passed != 0 { return true }
        guard list.asksBelonging else { return false }
        let isAnchor = act.id == anchor.id
        if isAnchor || act.refersTo == anchor.id,
            bits[Self.place(list.number, .anchor, act.kind)] & act.passed != 0
        {
            return true
        }
        return !isAnchor && act.refersTo == anchor.refersTo && act.refersTo != Timeline.nothing
            && bits[Self.place(list.number, .same, act.kind)] & act.passed != 0
    }

    /// Whether a list means an act whatever it belongs to.
    func meansPlainly(_ list: List, _ act: Timeline.Entry) -> Bool {
        list.kinds.contains(act.kind) && bits[Self.place(list.number, .any, act.kind)] & act.passed != 0
    }
}
