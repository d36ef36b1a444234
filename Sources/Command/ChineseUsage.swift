// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The parser's own words in Chinese: it has no translation, so its fixed phrases are replaced.
enum ChineseUsage {
    /// A help page or a complaint of the parser, in Chinese; names and values stay as they are.
    static func translated(_ text: String) -> String {
        phrases.reduce(text) { text, phrase in
            text.replacingOccurrences(of: phrase.0, with: phrase.1, options: .regularExpression)
        }
    }

    private static let phrases: [(String, String)] = [
        ("(?m)^OVERVIEW: ", ""), ("(?m)^USAGE: ", "用法："), ("(?m)^Usage: ", "用法："),
        ("(?m)^ARGUMENTS:", "参数："), ("(?m)^OPTIONS:", "选项："), ("(?m)^SUBCOMMANDS:", "子命令："),
        ("(?m)^Error: ", "用法不对："), ("(?m)^Help: +", "说明："),
        ("Show help information\\.", "显示这份说明。"), ("Show subcommand help information\\.", "显示子命令的说明。"),
        ("See '([^']+)' for detailed help\\.", "运行“$1”查看子命令的说明。"),
        ("See '([^']+)' for more information\\.", "运行“$1”查看说明。"),
        ("\\(default: ([^)]*)\\)", "（不写时为 $1）"), ("\\(required\\)", "（必填）"),
        ("Missing expected argument '([^']+)'", "缺少“$1”。"),
        ("Missing one of: ", "以下几项至少写一项："),
        ("Missing value for '([^']+)'", "“$1”后面没有写内容。"),
        ("Unknown option '([^']+)'(\\. Did you mean '([^']+)'\\?)?", "没有“$1”这个选项。"),
        ("The value '([^']*)' is invalid for '([^']+)'", "“$2”的内容“$1”不对"),
        ("Unexpected argument '([^']+)'", "多写了“$1”。"),
        ("(\\d+) unexpected arguments: ", "多写了$1项："),
        ("\\. Please provide one of the following:", "，只能是下列之一："),
        ("\\. Please provide one of (.+)\\.", "，只能是 $1。"),
        (": Please provide one of (.+)\\.", "，只能是 $1。"),
    ]
}
