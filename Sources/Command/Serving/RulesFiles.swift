// SPDX-License-Identifier: Apache-2.0

import Assistance
import PolicyFiles
import Web

/// Files of deadlines as the site takes them in, to be tried only.
enum RulesFiles {
    /// Reads deadlines.yaml in UTF-8.
    @Sendable static func read(_ bytes: [UInt8], _ name: String) throws -> RuleSet {
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw RulesFaults(["文件不是UTF-8编码，请另存为UTF-8后再上传。"])
        }
        if text.first == "\u{FEFF}" { text.removeFirst() }
        do throws(PolicyFaults) {
            return try DeadlinesFile.read(text, file: name)
        } catch {
            throw RulesFaults(error.list.map { $0.line > 0 ? "第\($0.line)行：\($0.says)" : $0.says })
        }
    }
}
