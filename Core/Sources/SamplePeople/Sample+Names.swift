// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

extension Sample {
    /// Reads the names of the cast, and any other name by its own characters; the core has no pinyin library.
    public static let names: NameReader = { name in
        guard let syllables = readings[name] else { return NameKeys(order: name, initials: [], full: []) }
        let whole = syllables.joined()
        return NameKeys(
            order: whole, initials: [String(syllables.compactMap(\.first))], full: [whole])
    }

    private static let readings: [String: [String]] = Dictionary(
        cast.map { ($0.facts.name.full, $0.pinyin.split(separator: " ").map(String.init)) },
        uniquingKeysWith: { first, _ in first })
}
