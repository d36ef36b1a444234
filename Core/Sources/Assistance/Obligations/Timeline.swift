// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// The acts of a journal that stand, with what the evaluation asks of each some hundred times in an entry of
/// its own; the acts themselves are asked seldom.
struct Timeline {
    let acts: [Act]
    let entries: [Entry]
    /// Whether any act begins a round, pauses or lets off.
    let hasSpecial: Bool
    /// For each act the place of the act that begins the next round, or the end.
    private let roundEnds: [Int]

    /// What the evaluation asks of an act.
    struct Entry {
        let kind: UInt8
        let day: Day
        /// The tests that the act passes, as bits of its kind.
        let passed: UInt64
        let id: Int
        /// The act it belongs to, or ``Timeline/nothing``.
        let refersTo: Int
    }

    /// No act has this number.
    static let nothing = Int.min

    init(_ journal: Journal, index: RuleIndex) {
        let acts = journal.effective
        var entries: [Entry] = []
        entries.reserveCapacity(acts.count)
        for place in acts.indices {
            entries.append(
                Entry(
                    kind: UInt8(acts[place].kind.ordinal), day: acts[place].occurred,
                    passed: index.patterns.passed(by: acts[place]), id: acts[place].id.number,
                    refersTo: acts[place].refersTo?.number ?? Self.nothing))
        }
        self.entries = entries
        self.acts = acts
        hasSpecial = entries.contains { index.special.contains($0.kind) }
        roundEnds = hasSpecial ? Self.roundEnds(entries, index: index) : []
    }

    private static func roundEnds(_ entries: [Entry], index: RuleIndex) -> [Int] {
        var ends = [Int](repeating: entries.count, count: entries.count)
        var end = entries.count
        for place in entries.indices.reversed() {
            ends[place] = end
            if index.newRound.contains(entries[place].kind) { end = place }
        }
        return ends
    }

    var count: Int { entries.count }

    func day(_ place: Int) -> Day { entries[place].day }

    /// Where the round of an act ends: the place of the act that begins the next one, or the end.
    func roundEnd(after place: Int) -> Int { hasSpecial ? roundEnds[place] : count }

    /// Where the round of an act begins.
    func roundStart(before place: Int, index: RuleIndex) -> Int {
        guard hasSpecial else { return 0 }
        return (0...place).last { index.newRound.contains(entries[$0].kind) } ?? 0
    }

    /// The first act of the day of an act, within its round.
    func firstOfDay(of place: Int, index: RuleIndex) -> Int {
        var first = place
        while first > 0, day(first - 1) == day(place), !startsRound(first, index: index) { first -= 1 }
        return first
    }

    private func startsRound(_ place: Int, index: RuleIndex) -> Bool {
        hasSpecial && index.newRound.contains(entries[place].kind)
    }
}
