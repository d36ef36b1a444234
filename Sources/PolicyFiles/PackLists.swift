// SPDX-License-Identifier: Apache-2.0

import Yams

/// lists.yaml: lists of words that pages offer, by name; a district adds and drops entries as it likes.
public enum PackLists {
    /// Reads the file.
    ///
    /// - Throws: all faults of the file, each with its line.
    public static func read(_ text: String, file: String) throws(PolicyFaults) -> [String: [String]] {
        var fields = PackFields(file: file)
        guard let top = fields.top(text, ["lists"]) else { throw PolicyFaults(fields.faults) }
        guard let lists = top["lists"]?.mapping else {
            throw PolicyFaults([PolicyFault(file: file, line: 0, says: "lists下面应是“名称: [词, 词]”。")])
        }
        var found: [String: [String]] = [:]
        for (key, node) in lists {
            let words = fields.texts(node, key.string ?? "")
            if words.isEmpty { fields.fault(key.line, "“\(key.string ?? "")”一个词也没有。") }
            if Set(words).count < words.count { fields.fault(key.line, "“\(key.string ?? "")”里有重复的词。") }
            found[key.string ?? ""] = words
        }
        try fields.finished()
        return found
    }
}
