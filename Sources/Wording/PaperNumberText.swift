// SPDX-License-Identifier: Apache-2.0

import Assistance

extension PaperNumber {
    /// As it stands on the paper: `〔2026〕第12号`.
    public var words: String { "〔\(year)〕第\(number)号" }
}
