// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Foundation
import Pages
import Wording

/// The board as an Atom feed (RFC 4287): the newest vacancies, one entry each.
struct AtomFeed {
    let title: String
    /// The site's address, empty where it is not known; addresses are then those of the reader's own site.
    let origin: String
    let made: Instant
    let jobs: [BoardJob]

    var text: String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
        <id>\(Self.escaped(home))</id>
        <title>\(Self.escaped(title))</title>
        <updated>\(Self.stamp(jobs.compactMap(\.verified).max() ?? made.day))</updated>
        <author><name>\(Self.escaped(title))</name></author>
        <link rel="self" href="\(Self.escaped(origin))/public/jobs.atom"/>
        <link rel="alternate" type="text/html" href="\(Self.escaped(home))"/>

        """ + jobs.map(entry).joined() + "</feed>\n"
    }

    private var home: String { "\(origin)/public/jobs" }

    private func entry(_ job: BoardJob) -> String {
        let facts = job.facts
        let words = [
            "\(job.employer)，\(job.place)", "还招\(job.seatsLeft)人", facts.requirements.words, facts.conditions,
            facts.description,
        ].filter { !$0.isEmpty }.joined(separator: "；")
        let address = Self.escaped("\(home)/\(job.id.number)")
        return """
            <entry>
            <id>\(address)</id>
            <title>\(Self.escaped("\(facts.post) \(facts.pay.words)"))</title>
            <link rel="alternate" type="text/html" href="\(address)"/>
            <published>\(Self.stamp(job.posted))</published>
            <updated>\(Self.stamp(job.verified ?? job.posted))</updated>
            <summary>\(Self.escaped(words))</summary>
            </entry>

            """
    }

    /// A day as the feed's time: its beginning in the district.
    private static func stamp(_ day: Day) -> String { "\(day.iso)T00:00:00+08:00" }

    /// Text for an element or attribute; characters that XML cannot hold are left out.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped += " "
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
            case _: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// The list that the LED screen asks for.
struct LEDList: Codable {
    let made: String
    let jobs: [[String]]

    /// As text; strings only, so that there is nothing that JSON cannot write.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}
