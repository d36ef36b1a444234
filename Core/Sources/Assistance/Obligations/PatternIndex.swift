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

    /// The bits of the tests that an act passes.
    func passed(by act: Act) -> UInt64 {
        let all = tests[act.kind.ordinal]
        guard all.count > 1 else { return 1 }
        var passed: UInt64 = 1
        for number in 1..<all.count where all[number].allSatisfy({ $0.holds(for: act) }) {
            passed |= 1 << UInt64(number)
        }
        return passed
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
