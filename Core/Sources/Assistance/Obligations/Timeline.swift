// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// The acts of a journal that stand, with their kinds and days in columns of their own: the evaluation asks
/// for these some hundred times and for the acts themselves seldom.
struct Timeline {
    let acts: [Act]
    let kinds: [UInt8]
    let days: [Day]
    /// Whether any act begins a round, pauses or lets off.
    let hasSpecial: Bool
    /// For each act the place of the act that begins the next round, or the end.
    private let roundEnds: [Int]

    init(_ journal: Journal, index: RuleIndex) {
        acts = journal.effective
        kinds = acts.map { UInt8($0.kind.ordinal) }
        days = acts.map(\.occurred)
        hasSpecial = kinds.contains { index.special.contains($0) }
        roundEnds = hasSpecial ? Self.roundEnds(kinds, index: index) : []
    }

    private static func roundEnds(_ kinds: [UInt8], index: RuleIndex) -> [Int] {
        var ends = [Int](repeating: kinds.count, count: kinds.count)
        var end = kinds.count
        for place in kinds.indices.reversed() {
            ends[place] = end
            if index.newRound.contains(kinds[place]) { end = place }
        }
        return ends
    }

    var count: Int { kinds.count }

    /// Where the round of an act ends: the place of the act that begins the next one, or the end.
    func roundEnd(after place: Int) -> Int { hasSpecial ? roundEnds[place] : count }

    /// Where the round of an act begins.
    func roundStart(before place: Int, index: RuleIndex) -> Int {
        guard hasSpecial else { return 0 }
        return (0...place).last { index.newRound.contains(kinds[$0]) } ?? 0
    }

    /// The first act of the day of an act, within its round.
    func firstOfDay(of place: Int, index: RuleIndex) -> Int {
        var first = place
        while first > 0, days[first - 1] == days[place], !startsRound(first, index: index) { first -= 1 }
        return first
    }

    private func startsRound(_ place: Int, index: RuleIndex) -> Bool {
        hasSpecial && index.newRound.contains(kinds[place])
    }
}
