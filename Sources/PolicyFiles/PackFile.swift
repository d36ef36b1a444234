// SPDX-License-Identifier: Apache-2.0

import Assistance
import Yams

/// pack.yaml: what the pack is called, and the few settings that have no file of their own.
public enum PackFile {
    /// What the file says.
    public struct Head: Sendable {
        /// The pack's name for itself, ASCII.
        public let name: String
        /// The heading of pages and papers.
        public let title: String
        /// How late an act may be entered (spec/flow.md, rule 5).
        public let window: EntryWindow
        /// Which identity numbers of made-up people are let pass.
        public let identity: IdentityRules
        /// How long a verified vacancy is good, and the lowest pay (05.r2, 14.r2).
        public let vacancies: VacancyNumbers
    }

    /// Reads the file.
    ///
    /// - Throws: all faults of the file, each with its line.
    public static func read(_ text: String, file: String) throws(PolicyFaults) -> Head {
        var fields = PackFields(file: file)
        let names = [
            "pack", "title", "late-entry-days", "test-regions", "vacancy-verified-days", "lowest-monthly-pay",
        ]
        guard let top = fields.top(text, names) else { throw PolicyFaults(fields.faults) }
        let name = fields.text(top, "pack")
        if !name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) {
            fields.fault(top["pack"]?.line ?? 0, "pack只能用小写英文字母、数字和“-”。")
        }
        let title = fields.text(top, "title")
        let late = fields.whole(top["late-entry-days"], "late-entry-days", 0...366, at: top.line)
        let verified = number("vacancy-verified-days", 1...366, or: 15, in: top, &fields)
        let pay = number("lowest-monthly-pay", 0...100_000, or: 0, in: top, &fields)
        let regions = fields.texts(top["test-regions"], "test-regions")
        for region in regions where !isRegionStart(region) {
            fields.fault(top["test-regions"]?.line ?? 0, "“\(region)”应是2至6位数字，并且不是任何省份的代码。")
        }
        try fields.finished()
        return Head(
            name: name, title: title, window: EntryWindow(lateEntryDays: late ?? 0),
            identity: IdentityRules(testRegions: Set(regions)),
            vacancies: VacancyNumbers(verifiedDays: verified, lowestPay: pay))
    }

    /// A number that a pack may leave out.
    private static func number(
        _ name: String, _ range: ClosedRange<Int>, or usual: Int, in top: Node.Mapping,
        _ fields: inout PackFields
    ) -> Int {
        guard let node = top[name] else { return usual }
        return fields.whole(node, name, range, at: top.line) ?? usual
    }

    /// A beginning that no real person's number has, so that letting it pass lets no mistake pass.
    private static func isRegionStart(_ text: String) -> Bool {
        (2...6).contains(text.count) && text.allSatisfy { ("0"..."9").contains($0) }
            && Province(code: String(text.prefix(2))) == nil
    }
}
