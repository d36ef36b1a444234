// SPDX-License-Identifier: Apache-2.0

/// Jumps and population notes unrolled: at each single choice that a route hangs on, a branch an option.
indirect enum RouteTree {
    /// The items asked, from the first to the last, write-ins left out.
    case end(asked: [ItemID])
    /// The choice that decides, and what follows each of its options.
    case choice(ItemID, [(code: String, then: RouteTree)])

    /// The closed form of a statement about complete routes. Of partial answers it is true only when every way
    /// to go on makes it true: an empty choice withholds what hangs on it and nothing else. Every condition
    /// repeats its ancestors, so a stale answer at an item that is no longer asked cannot make it true.
    func condition(where holds: ([ItemID]) -> Bool) -> Condition {
        switch self {
        case .end(let asked):
            return holds(asked) ? .always : .never
        case .choice(let item, let branches):
            var merged: [(then: Condition, codes: [String])] = []
            for branch in branches {
                let then = branch.then.condition(where: holds)
                if let same = merged.firstIndex(where: { $0.then == then }) {
                    merged[same].codes.append(branch.code)
                } else {
                    merged.append((then, [branch.code]))
                }
            }
            if merged.count == 1 { return merged[0].then }
            return .anyOf(merged.map { .allOf([.chosen(item, $0.codes), $0.then]) })
        }
    }

    /// Every way through, with what was chosen on it.
    func leaves(_ chosen: [(ItemID, String)] = []) -> [(chosen: [(ItemID, String)], asked: [ItemID])] {
        switch self {
        case .end(let asked): [(chosen, asked)]
        case .choice(let item, let branches):
            branches.flatMap { $0.then.leaves(chosen + [(item, $0.code)]) }
        }
    }
}

extension Condition {
    /// All of them, with the trivial ones left out and nested ones drawn up.
    static func allOf(_ parts: [Condition]) -> Condition {
        var kept: [Condition] = []
        for part in parts {
            switch part {
            case .always: continue
            case .never: return .never
            case .all(let inner): kept += inner
            case .answered, .chosen, .fact, .any, .not: kept.append(part)
            }
        }
        return kept.isEmpty ? .always : kept.count == 1 ? kept[0] : .all(kept)
    }

    /// Any of them, with the trivial ones left out and nested ones drawn up.
    static func anyOf(_ parts: [Condition]) -> Condition {
        var kept: [Condition] = []
        for part in parts {
            switch part {
            case .never: continue
            case .always: return .always
            case .any(let inner): kept += inner
            case .answered, .chosen, .fact, .all, .not: kept.append(part)
            }
        }
        return kept.isEmpty ? .never : kept.count == 1 ? kept[0] : .any(kept)
    }
}
