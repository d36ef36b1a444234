// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Testing

@Suite("Moments of recording · spec/flow.md Counting days: the day is that of the district")
struct InstantTests {
    @Test(arguments: [
        ("2026-02-13T10:00:00+08:00", 1_770_948_000_000), ("2026-02-13T02:00:00Z", 1_770_948_000_000),
        ("2026-02-12T21:00:00-05:00", 1_770_948_000_000), ("2026-02-13t07:45:00+05:45", 1_770_948_000_000),
        ("1970-01-01T00:00:00Z", 0), ("2026-02-13T10:00:00.5+08:00", 1_770_948_000_500),
        ("2026-02-13T10:00:00.1239999+08:00", 1_770_948_000_123),
    ])
    func `a time stamp of any zone is one moment`(text: String, milliseconds: Int64) throws {
        let instant = try #require(Instant(rfc3339: text))
        #expect(instant.millisecondsSince1970 == milliseconds)
    }

    @Test(arguments: [
        (0, "1970-01-01T08:00:00+08:00"), (1_770_948_000_000, "2026-02-13T10:00:00+08:00"),
        (1_770_948_000_007, "2026-02-13T10:00:00.007+08:00"), (-1, "1970-01-01T07:59:59.999+08:00"),
        (-28_800_001, "1969-12-31T23:59:59.999+08:00"),
    ])
    func `a moment is written in the district's time`(milliseconds: Int64, text: String) {
        #expect(Instant(millisecondsSince1970: milliseconds).rfc3339 == text)
    }

    @Test(arguments: [
        ("2026-02-12T15:59:59.999Z", "2026-02-12"), ("2026-02-12T16:00:00Z", "2026-02-13"),
        ("2026-02-13T15:59:59Z", "2026-02-13"), ("2026-02-13T16:00:00Z", "2026-02-14"),
    ])
    func `the day turns at midnight of the district and not of the machine`(text: String, date: String) throws
    {
        #expect(try #require(Instant(rfc3339: text)).day == day(date))
        #expect(try Instant(startOf: day(date)).day == day(date))
    }

    @Test(arguments: [
        "2026-02-13T10:00:00", "2026-02-13T24:00:00Z", "2026-02-13T10:60:00Z", "2026-02-13T10:00:60Z",
        "2026-02-30T10:00:00Z", "2026-02-13T10:00:00+8:00", "2026-02-13T10:00:00+0800",
        "2026-02-13T10:00:00.Z", "2026-02-13T10:00Z", "2026-02-13T10:00:00+24:00", "2026-02-13",
        "2026-02-13T10:00:00ZZ", "2026-02-13T10:00:00+08:00 ", "",
    ])
    func `what is no whole time stamp is refused`(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test func `moments survive writing and reading`() {
        print("seed", seed)
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let number = Int64.random(in: -30_000_000_000_000...30_000_000_000_000, using: &random)
            let instant = Instant(millisecondsSince1970: number)
            #expect(Instant(rfc3339: instant.rfc3339) == instant, "seed \(seed)")
            #expect(instant.adding(seconds: 0) == instant)
            #expect(instant.adding(seconds: 86_400).day == instant.day.adding(days: 1))
        }
        #expect(Instant(millisecondsSince1970: 0).adding(seconds: .max).day == .latest)
        #expect(Instant(millisecondsSince1970: 0).adding(seconds: .min).day == .earliest)
    }
}
