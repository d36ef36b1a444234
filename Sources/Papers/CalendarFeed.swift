// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 日历订阅: days with something to do, as calendar programs read them (RFC 5545).
public struct CalendarFeed: Hashable, Sendable {
    /// What a program calls the calendar.
    public var name: String
    /// The moment at which it was written.
    public var stamp: Instant
    /// The days, in any order that stays.
    public var events: [Event]

    /// Something that is due on a whole day.
    public struct Event: Hashable, Sendable {
        /// The same for the same thing whenever the feed is read; parts a calendar knows it by.
        public var uid: String
        public var day: Day
        public var summary: String

        public init(uid: String, day: Day, summary: String) {
            self.uid = uid
            self.day = day
            self.summary = summary
        }
    }

    public init(name: String, stamp: Instant, events: [Event]) {
        self.name = name
        self.stamp = stamp
        self.events = events
    }

    /// The file: lines ended by CR LF and none longer than 75 octets.
    public var text: String {
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//yuanzhu//worklist//ZH", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:" + Self.escaped(name), "NAME:" + Self.escaped(name),
            "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
        ]
        let lines = head + events.flatMap(lines) + ["END:VCALENDAR"]
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func lines(_ event: Event) -> [String] {
        [
            "BEGIN:VEVENT", "UID:" + Self.escaped(event.uid), "DTSTAMP:" + Self.moment(stamp),
            "DTSTART;VALUE=DATE:" + Self.date(event.day), "SUMMARY:" + Self.escaped(event.summary),
            // The day stays free for appointments.
            "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    private static func date(_ day: Day) -> String { String(day.iso.filter { $0 != "-" }) }

    /// In universal time: this zone is eight hours ahead of it and knows no summer time.
    private static func moment(_ instant: Instant) -> String {
        let seconds = instant.millisecondsSince1970 / 1000
        let day = Day(daysSince1970: Int(seconds / 86400))
        let (hour, minute, second) = (seconds % 86400 / 3600, seconds % 3600 / 60, seconds % 60)
        let clock = [hour, minute, second].map { ($0 < 10 ? "0" : "") + String($0) }.joined()
        return date(day) + "T" + clock + "Z"
    }

    /// A text value: the signs with a meaning of their own get a backslash, lines become `\n` (3.3.11).
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += "\\" + String(scalar)
            case "\n": result += "\\n"
            // Other controls have no place in a line.
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A line parted so that no part is longer than 75 octets, without cutting a character in two (3.1).
    static func folded(_ line: String) -> String {
        var result = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if octets + width > 75 {
                result += "\r\n "
                octets = 1
            }
            result.unicodeScalars.append(scalar)
            octets += width
        }
        return result
    }
}
