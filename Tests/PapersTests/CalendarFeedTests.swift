// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Foundation
import Papers
import Testing

@Suite("日历订阅的文件：RFC 5545")
struct CalendarFeedTests {
    private static let stamp = Instant(millisecondsSince1970: 1_772_413_199_000)  // 2026-03-02T00:59:59Z

    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private func feed(_ summaries: String...) throws -> CalendarFeed {
        let due = try day("2026-03-15")
        return CalendarFeed(
            name: "援助待办（宋佳）", stamp: Self.stamp,
            events: summaries.enumerated().map { place, summary in
                CalendarFeed.Event(uid: "case-\(place)-visit.class4@1@yuanzhu", day: due, summary: summary)
            })
    }

    @Test func `every line ends with CR LF and is no longer than 75 octets, whole characters on each`() throws
    {
        // Lengths around the limit: SUMMARY: takes 8 octets, a Chinese character three, a rare one four.
        for count in 1...120 {
            for sign in ["a", "é", "援", "𬱟"] {
                let text = try feed(String(repeating: sign, count: count)).text
                #expect(text.hasSuffix("\r\n"))
                let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                for line in lines.dropLast() {
                    #expect(line.last == UInt8(ascii: "\r"))
                    #expect(line.count <= 76, "\(sign) \(count)")
                    #expect(String(validating: Array(line), as: UTF8.self) != nil, "\(sign) \(count)")
                }
                #expect(lines.last?.isEmpty == true)
            }
        }
    }

    @Test(arguments: [(67, 1), (68, 2), (141, 2), (142, 3)])
    func `a line is folded at the octet after the 75th, and each further one after the 74th of its own`(
        letters: Int, parts: Int
    ) throws {
        let text = try feed(String(repeating: "a", count: letters)).text
        let start = try #require(text.range(of: "SUMMARY:"))
        let end = try #require(text.range(of: "\r\nTRANSP"))
        #expect(text[start.lowerBound..<end.lowerBound].components(separatedBy: "\r\n ").count == parts)
    }

    @Test(arguments: [
        "首次联系 王*兰 沙岭村", "甲,乙;丙", "反斜\\杠", "两\n行", "冒号：a:b", "",
        String(repeating: "很长的事项,", count: 40),
    ])
    func `a text comes back as it was written`(summary: String) throws {
        let read = try ReadCalendar(try feed(summary).text)
        #expect(read.events.map(\.summary) == [summary])
        #expect(read.name == "援助待办（宋佳）")
    }

    @Test func `an event is a whole day that leaves the day free, under a name that stays`() throws {
        let feed = try feed("半月走访", "首次联系")
        let text = feed.text
        #expect(text.contains("\r\nDTSTART;VALUE=DATE:20260315\r\n"))
        #expect(text.contains("\r\nDTSTAMP:20260302T005959Z\r\n"))
        #expect(text.contains("\r\nTRANSP:TRANSPARENT\r\n"))
        #expect(text.contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n"))
        var later = feed
        later.stamp = Self.stamp.adding(seconds: 86_400)
        let (one, other) = (try ReadCalendar(text), try ReadCalendar(later.text))
        #expect(one.events.map(\.uid) == other.events.map(\.uid))
        #expect(Set(one.events.map(\.uid)).count == 2)
        #expect(one.events.map(\.stamp) != other.events.map(\.stamp))
    }

    @Test func `no control sign of a text can end a line or begin another`() throws {
        let read = try ReadCalendar(
            try feed("甲\r\nEND:VEVENT\r\nBEGIN:VEVENT\u{0}\u{7F}").text)
        #expect(read.events.count == 1)
        #expect(read.events.first?.summary == "甲\nEND:VEVENT\nBEGIN:VEVENT")
    }

    @Test func `a calendar without a duty is still a calendar`() throws {
        #expect(try ReadCalendar(try feed().text).events.isEmpty)
    }
}

/// A strict reader of its own: what it does not expect, it refuses.
private struct ReadCalendar {
    struct Fault: Error {}

    struct Event {
        var uid = ""
        var summary = ""
        var stamp = ""
        var day = ""
    }

    var name = ""
    var events: [Event] = []

    init(_ text: String) throws {
        var lines = text.components(separatedBy: "\r\n").reduce(into: [String]()) { lines, line in
            if line.hasPrefix(" "), let last = lines.popLast() {
                lines.append(last + line.dropFirst())
            } else {
                lines.append(line)
            }
        }
        guard lines.popLast() == "", lines.first == "BEGIN:VCALENDAR", lines.last == "END:VCALENDAR",
            lines.dropFirst().first == "VERSION:2.0"
        else { throw Fault() }
        var event: Event?
        for line in lines.dropFirst().dropLast() {
            guard let colon = line.firstIndex(of: ":") else { throw Fault() }
            let value = String(line[line.index(after: colon)...])
            switch (line[..<colon], event == nil) {
            case ("BEGIN", true) where value == "VEVENT": event = Event()
            case ("END", false) where value == "VEVENT":
                guard let done = event, !done.uid.isEmpty, done.stamp.count == 16, done.day.count == 8 else {
                    throw Fault()
                }
                events.append(done)
                event = nil
            case ("UID", false): event?.uid = try Self.plain(value)
            case ("SUMMARY", false): event?.summary = try Self.plain(value)
            case ("DTSTAMP", false): event?.stamp = value
            case ("DTSTART;VALUE=DATE", false): event?.day = value
            case ("TRANSP", false): break
            case ("X-WR-CALNAME", true): name = try Self.plain(value)
            case ("VERSION", true), ("PRODID", true), ("CALSCALE", true), ("METHOD", true), ("NAME", true),
                ("REFRESH-INTERVAL;VALUE=DURATION", true), ("X-PUBLISHED-TTL", true):
                break
            default: throw Fault()
            }
        }
        guard event == nil else { throw Fault() }
    }

    /// A text value without its backslashes; a bare comma or semicolon is an error.
    private static func plain(_ value: String) throws -> String {
        var result = ""
        var rest = value.makeIterator()
        while let sign = rest.next() {
            guard sign != ",", sign != ";" else { throw Fault() }
            guard sign == "\\" else {
                result.append(sign)
                continue
            }
            switch rest.next() {
            case "n": result.append("\n")
            case "\\": result.append("\\")
            case ",": result.append(",")
            case ";": result.append(";")
            default: throw Fault()
            }
        }
        return result
    }
}
