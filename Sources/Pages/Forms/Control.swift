// SPDX-License-Identifier: Apache-2.0

/// What a field is filled in with. Values are what the person typed, kept even when it was wrong.
public enum Control: Hashable, Sendable {
    /// One line of words; `limit` counts characters.
    case text(String, TextKind = .words, limit: Int? = nil)
    /// A number with its unit (岁, 元, 人) behind it.
    case number(String, unit: String? = nil, from: Int? = nil, until: Int? = nil)
    /// A day as 2026-02-13.
    case day(String, from: String? = nil, until: String? = nil)
    /// A month as 2026-02.
    case month(String)
    /// One of many, folded away; `none` is what stands there before one is chosen.
    case select([Choice], chosen: String?, none: String = "请选择")
    /// One of a few, all in sight.
    case radio([Choice], chosen: String?)
    /// Any of a few.
    case checkboxes([Choice], chosen: Set<String>)
    /// Several lines of words.
    case area(String, lines: Int = 4, limit: Int? = nil)
    /// A secret; never filled in by the server.
    case password(isNew: Bool = false)
    /// Files from the person's machine: `accept` as `.xlsx,.csv` or `image/*`.
    case files(accept: String, several: Bool = false)
    /// A value shown but not changed here.
    case fixed(String)

    /// Which keyboard a phone shows and what the browser may fill in.
    public enum TextKind: Hashable, Sendable {
        /// Words.
        case words
        /// 手机号 or another telephone number.
        case phone
        /// 身份证号: digits and perhaps an X at the end.
        case identityNumber
        /// The name a person logs in with.
        case login
        /// A one-time or verification number.
        case digits
        /// Words to look for.
        case search
    }

    /// True when several inputs share the field's name and need a common frame.
    var isGroup: Bool {
        switch self {
        case .radio, .checkboxes: true
        case .text, .number, .day, .month, .select, .area, .password, .files, .fixed: false
        }
    }
}
