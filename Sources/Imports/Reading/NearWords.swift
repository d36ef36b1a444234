// SPDX-License-Identifier: Apache-2.0

/// Words that somebody may have meant.
enum NearWords {
    /// The words nearest to a text, nearest first; none that differ in more than half.
    static func nearest(to text: String, among words: [String], most: Int = 3) -> [String] {
        let wanted = Array(text)
        return words.map { ($0, distance(wanted, Array($0))) }
            .filter { $0.1 * 2 <= max(wanted.count, $0.0.count) && $0.1 < max(wanted.count, $0.0.count) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            .prefix(most).map(\.0)
    }

    /// How many characters must be changed, added or taken away (Levenshtein).
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (place, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for (other, candidate) in right.enumerated() {
                let changed = diagonal + (character == candidate ? 0 : 1)
                diagonal = row[other + 1]
                row[other + 1] = min(changed, row[other] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
