// SPDX-License-Identifier: Apache-2.0

/// A fact of the household that its members tell differently.
public struct HouseholdDifference: Hashable, Sendable {
    /// The item.
    public let item: ItemID
    /// What is told, with the positions of the sheets that tell it, in the order of their first sheet.
    public let told: [Telling]

    /// One version of the fact.
    public struct Telling: Hashable, Sendable {
        /// The code or text.
        public let value: String
        /// Positions in the list of sheets that was compared.
        public let sheets: [Int]
    }

    /// The finding for the sheet at a position, to be confirmed with a reason; `nil` when it told nothing.
    public func finding(for sheet: Int) -> Finding? {
        guard let own = told.first(where: { $0.sheets.contains(sheet) }) else { return nil }
        let others = told.filter { $0 != own }.map(\.value)
        return Finding(.household, at: item, severity: .warning, values: [own.value] + others)
    }
}

extension Form {
    /// Compares the household facts on the sheets of one household's members; gaps differ from nothing.
    public func householdDifferences(_ sheets: [Answers]) -> [HouseholdDifference] {
        let counted = sheets.map(self.counted)
        return items.filter(\.isHouseholdFact).compactMap { item in
            var told: [(value: String, sheets: [Int])] = []
            for (position, sheet) in counted.enumerated() {
                guard let value = sheet.text(item.id) else { continue }
                if let same = told.firstIndex(where: { $0.value == value }) {
                    told[same].sheets.append(position)
                } else {
                    told.append((value, [position]))
                }
            }
            guard told.count > 1 else { return nil }
            return HouseholdDifference(
                item: item.id, told: told.map { .init(value: $0.value, sheets: $0.sheets) })
        }
    }
}
