// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Foundation
import PolicyFiles
import Web

/// Calendar files as the site takes them in.
enum CalendarFiles {
    /// Reads one year, YAML or a table, in UTF-8; kept as YAML whatever it came as.
    @Sendable static func read(_ bytes: [UInt8], _ name: String) throws -> CalendarNotice {
        guard var text = String(bytes: bytes, encoding: .utf8) else {
            throw CalendarFaults(["文件不是UTF-8编码，请在WPS或Excel中另存为“CSV UTF-8”后再上传。"])
        }
        if text.first == "\u{FEFF}" { text.removeFirst() }
        do throws(PolicyFaults) {
            let year = try CalendarFile.read(text, file: name)
            return CalendarNotice(year: year, text: CalendarFile.text(of: year))
        } catch {
            throw CalendarFaults(error.list.map { $0.line > 0 ? "第\($0.line)行：\($0.says)" : $0.says })
        }
    }
}
