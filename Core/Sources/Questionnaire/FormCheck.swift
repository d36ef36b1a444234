// SPDX-License-Identifier: Apache-2.0

/// What can be said against a written form before its routes are drawn.
struct FormCheck {
    let definition: FormDefinition
    let items: [Item]
    private let byID: [ItemID: Int]

    init(_ definition: FormDefinition) {
        self.definition = definition
        items = definition.items
        byID = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every fault of names, options, jumps and conditions.
    func faults() -> [FormFault] {
        if items.isEmpty { return [FormFault(at: "", .empty)] }
        return items.indices.flatMap { namesAndOptions($0) + jumps($0) + note($0) + demand($0) }
            + contradictions()
    }

    private func namesAndOptions(_ index: Int) -> [FormFault] {
        let item = items[index]
        var found: [FormFault.What] = []
        if byID[item.id] != index { found.append(.duplicate) }
        if let number = item.number, items[..<index].contains(where: { $0.number == number }) {
            found.append(.duplicateNumber(number))
        }
        var seen: Set<String> = []
        for spelling in item.kind.options.flatMap({ [$0.code] + $0.aliases })
        where !seen.insert(spelling).inserted {
            found.append(.duplicateOption(spelling))
        }
        switch item.kind {
        case .single(let options), .multi(let options, _):
            if options.isEmpty { found.append(.noOptions) }
            if options.count > 64 { found.append(.tooManyOptions) }
        case .text, .number, .yesNo, .day, .yearMonth, .year, .place, .residentID, .mobile, .phone, .heading:
            break
        }
        if case .multi(let options, let exactly?) = item.kind, !(1...max(options.count, 1)).contains(exactly)
        {
            found.append(.badCount(exactly))
        }
        if case .yearMonth(let earlier?) = item.kind, byID[earlier] == nil {
            found.append(.unknownItem(earlier))
        }
        return found.map { FormFault(at: item.id.name, $0) }
    }

    private func jumps(_ index: Int) -> [FormFault] {
        let item = items[index]
        var found: [FormFault.What] = []
        for option in item.kind.options {
            guard let jump = option.goto else { continue }
            if item.parent != nil || !item.kind.isSingleChoice { found.append(.jumpNotFromSingleChoice) }
            guard case .item(let target) = jump else { continue }
            guard let position = byID[target] else {
                found.append(.unknownTarget(option: option.code, target))
                continue
            }
            if position <= index { found.append(.backwards(option: option.code, target)) }
            if items[position].parent != nil { found.append(.jumpIntoWriteIn(option: option.code, target)) }
        }
        return found.map { FormFault(at: item.id.name, $0) }
    }

    private func note(_ index: Int) -> [FormFault] {
        let item = items[index]
        var found = unknown(in: item.note) + item.note.facts.sorted().map(FormFault.What.noteOnFact)
        for named in item.note.items {
            guard let position = byID[named] else { continue }
            if position >= index { found.append(.laterItem(named)) }
            if item.parent == nil, !items[position].kind.isSingleChoice || items[position].parent != nil {
                found.append(.noteNotOnSingleChoice(named))
            }
        }
        if let parent = item.parent { found += writeIn(index, under: parent) }
        return found.map { FormFault(at: item.id.name, $0) }
    }

    private func writeIn(_ index: Int, under parent: ItemID) -> [FormFault.What] {
        guard let position = byID[parent] else { return [.unknownItem(parent)] }
        let stands = position < index && items[(position + 1)...index].allSatisfy { $0.parent == parent }
        let elsewhere = items[index].note.items.filter { $0 != parent }
        let opens = items[index].note.isPossible(over: items[position])
        return (stands && items[position].parent == nil ? [] : [.writeInApart(parent)])
            + elsewhere.map(FormFault.What.writeInRefersElsewhere) + (opens ? [] : [.unreachable])
    }

    private func demand(_ index: Int) -> [FormFault] {
        unknown(in: items[index].required).map { FormFault(at: items[index].id.name, $0) }
    }

    private func contradictions() -> [FormFault] {
        var seen = Set(FindingRule.allCases.map(\.rawValue))
        return definition.contradictions.flatMap { one in
            let again: [FormFault.What] = seen.insert(one.code).inserted ? [] : [.duplicate]
            let places: [FormFault.What] =
                one.items.isEmpty ? [.empty] : one.items.filter { byID[$0] == nil }.map { .unknownItem($0) }
            return (again + places + unknown(in: one.when)).map { FormFault(at: one.code, $0) }
        }
    }

    /// Items and options that a condition names and the form does not have.
    private func unknown(in condition: Condition) -> [FormFault.What] {
        condition.chosenPairs.flatMap { item, codes -> [FormFault.What] in
            guard let position = byID[item] else { return [.unknownItem(item)] }
            let options = items[position].kind.options
            if options.isEmpty { return [] }
            return codes.filter { code in !options.contains { $0.code == code } }.map {
                .unknownOption(item, $0)
            }
        }
    }
}

extension Condition {
    /// Each mention of an item with the codes asked of it; none for a mere "answered".
    var chosenPairs: [(ItemID, [String])] {
        switch self {
        case .always, .never, .fact: []
        case .answered(let item): [(item, [])]
        case .chosen(let item, let codes): [(item, codes)]
        case .all(let parts), .any(let parts): parts.flatMap(\.chosenPairs)
        case .not(let inner): inner.chosenPairs
        }
    }

    /// Whether some answer to its question opens a write-in with this note.
    func isPossible(over question: Item) -> Bool {
        let options = question.kind.options
        if options.isEmpty { return self != .never }
        return options.contains { holds(choosing: [question.id: $0.code]) }
    }
}
