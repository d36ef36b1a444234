// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk

/// Finds the unit that somebody names on the command line.
struct UnitFinder {
    private let tree: UnitTree

    init(_ tree: UnitTree) { self.tree = tree }

    /// The unit of a name or code, with the names of those above before it where it is not alone; the district
    /// where none is named.
    ///
    /// - Throws: a complaint when there is none or several.
    func unit(_ named: String?) throws -> Unit {
        guard let named else { return try tree.root }
        let parts = named.split(separator: "/").map(String.init)
        guard let last = parts.last else { throw Complaint("没有写单位。") }
        let found = Level.allCases.flatMap { tree.named(last, level: $0) }.filter { unit in
            parts.dropLast().allSatisfy { tree.path(of: unit.id).contains($0) }
        }
        guard let first = found.first else { throw Complaint("没有名称或代码为“\(named)”的单位。") }
        guard found.count == 1 else {
            let names = found.map { tree.path(of: $0.id).joined(separator: "/") }
            throw Complaint("“\(named)”有\(found.count)个：\(names.joined(separator: "、"))，请写全。")
        }
        return first
    }
}
