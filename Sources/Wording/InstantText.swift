// SPDX-License-Identifier: Apache-2.0

import CivilTime

extension Instant {
    /// The time of day in the district, `14:05`.
    public var clockWords: String { String(rfc3339.dropFirst(11).prefix(5)) }

    /// Day and time in the district, `2026-02-13 14:05`.
    public var words: String { "\(day.iso) \(clockWords)" }
}
