// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import Foundation

extension Day: @retroactive ExpressibleByArgument {
    /// Reads `2026-02-13`.
    public init?(argument: String) { self.init(iso: argument) }
}

extension Instant {
    /// The moment by the machine's clock.
    static var now: Instant {
        Instant(millisecondsSince1970: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
