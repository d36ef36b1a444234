// SPDX-License-Identifier: Apache-2.0

import CivilTime

/// What can be said against one answer from its item alone.
struct AnswerCheck {
    let id: ItemID
    let allowsNone: Bool
    let answer: Answer
    let entries: [String]
    /// The bits of the item's codes; those of options come first, in their order.
    let codes: [String: Int]
    let earlier: (item: ItemID, text: String)?

    func findings(_ kind: ItemKind) -> [Finding] {
        switch kind {
        case .single(let options): single(options.count)
        case .yesNo: single(2)
        case .multi(let options, let exactly): multi(options, exactly)
        case .text, .number, .day, .yearMonth, .year, .place, .residentID, .mobile, .phone, .heading:
            written(kind)
        }
    }

    private func written(_ kind: ItemKind) -> [Finding] {
        if entries.count == 1, entries[0] == noneWord { return allowsNone ? [] : [found(.noneNotAllowed)] }
        switch kind {
        case .place(let parts):
            let isWhole = entries.count >= parts.count || (entries.count == 1 && answer == .text(entries[0]))
            return isWhole ? [] : [found(.place, parts)]
        case .heading: return [found(.unknownItem, [id.name])]
        case .single, .multi, .yesNo, .text, .number, .day, .yearMonth, .year, .residentID, .mobile, .phone:
            return entries.count == 1 ? one(entries[0], kind) : [found(.several, entries)]
        }
    }

    private func single(_ options: Int) -> [Finding] {
        let unknown = self.unknown(options)
        return unknown.isEmpty && entries.count > 1 ? [found(.several, entries)] : unknown
    }

    private func multi(_ options: [ItemOption], _ exactly: Int?) -> [Finding] {
        let ticked = entries.compactMap { codes[$0] }
        var result = unknown(options.count)
        for (place, bit) in ticked.enumerated() where ticked[..<place].contains(bit) {
            result.append(found(.repeated, [options[bit].code]))
        }
        if let alone = options.first(where: \.excludesOthers), entries.contains(alone.code),
            Set(entries).count > 1
        {
            result.append(found(.exclusive, [alone.code]))
        }
        if let exactly, Set(ticked).count != exactly, !result.contains(where: { $0.rule == .unknownOption }) {
            result.append(found(.exactly, [String(exactly), String(Set(ticked).count)]))
        }
        return result
    }

    private func unknown(_ options: Int) -> [Finding] {
        entries.filter { (codes[$0] ?? options) >= options }.map { found(.unknownOption, [$0]) }
    }

    private func one(_ text: String, _ kind: ItemKind) -> [Finding] {
        switch kind {
        case .text(let length, let pattern): self.text(text, length, pattern)
        case .number(let limits): number(text, limits)
        case .year(let limits): number(text, limits)
        case .day: Day(iso: text) == nil ? [found(.date, [text])] : []
        case .yearMonth: month(text)
        case .residentID: Self.isIDShape(text) ? [] : [found(.residentID)]
        case .mobile: Self.isMobile(text) ? [] : [found(.phone)]
        case .phone: Self.isPhone(text) ? [] : [found(.phone)]
        case .single, .multi, .yesNo, .place, .heading: []
        }
    }

    private func text(_ text: String, _ length: ClosedRange<Int>, _ pattern: TextPattern) -> [Finding] {
        if !length.contains(text.count) {
            return [found(.length, [length.lowerBound, length.upperBound, text.count].map { String($0) })]
        }
        switch pattern {
        case .any: return []
        case .personName:
            return text.first { !Self.isOfName($0) }.map { [found(.characters, [String($0)])] } ?? []
        }
    }

    private func number(_ text: String, _ limits: ClosedRange<Int>) -> [Finding] {
        guard let number = Int(text) else { return [found(.number, [text])] }
        return limits.contains(number)
            ? [] : [found(.range, [String(limits.lowerBound), String(limits.upperBound)])]
    }

    private func month(_ text: String) -> [Finding] {
        guard let month = YearMonth(iso: text) else { return [found(.date, [text])] }
        guard let earlier, let from = YearMonth(iso: earlier.text), month < from else { return [] }
        return [found(.order, other: earlier.item)]
    }

    private func found(_ rule: FindingRule, _ values: [String] = [], other: ItemID? = nil) -> Finding {
        Finding(rule, at: id, other: other, values: values)
    }
}

extension AnswerCheck {
    /// 17 digits, then a digit or X.
    static func isIDShape(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 18, bytes.dropLast().allSatisfy(isDigit) else { return false }
        return isDigit(bytes[17]) || bytes[17] == UInt8(ascii: "X") || bytes[17] == UInt8(ascii: "x")
    }

    static func isMobile(_ text: String) -> Bool {
        text.utf8.count == 11 && text.utf8.first == UInt8(ascii: "1") && text.utf8.allSatisfy(isDigit)
    }

    /// 7 to 16 digits, in up to three groups joined by hyphens: area code, number, extension.
    static func isPhone(_ text: String) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        let digits = groups.reduce(0) { $0 + $1.utf8.count }
        return (1...3).contains(groups.count) && (7...16).contains(digits)
            && groups.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
    }

    /// Letters of any script, the middle dot in its three spellings, and the private-use characters that
    /// registers use for characters without a code of their own.
    static func isOfName(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.isIdeographic
                || scalar.properties.generalCategory == .privateUse
                || scalar.properties.isVariationSelector
                || ["\u{B7}", "\u{2022}", "\u{30FB}", " "].contains(scalar)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
