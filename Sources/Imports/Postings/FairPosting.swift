// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Foundation
import Wording

/// A job fair as schema.org's Event, the shape that search engines and calendars read. Nothing personal is in it.
public struct FairPosting: Codable, Sendable {
    var context = "https://schema.org"
    var type = "Event"
    var name: String
    var startDate: String
    var endDate: String
    var eventStatus: String
    var eventAttendanceMode = "https://schema.org/OfflineEventAttendanceMode"
    var isAccessibleForFree = true
    var location: Place
    var organizer: Organization
    var description: String?
    var url: String?

    struct Place: Codable, Sendable {
        var type = "Place"
        var name: String
        var address: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name, address
        }
    }

    struct Organization: Codable, Sendable {
        var type = "GovernmentOrganization"
        var name: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name
        }
    }

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case name, startDate, endDate, eventStatus, eventAttendanceMode, isAccessibleForFree, location
        case organizer, description, url
    }
}

extension FairPosting {
    /// The fair as everybody may read it.
    ///
    /// - Parameters:
    ///   - office: the full name of the office that holds it.
    ///   - origin: the site's address, where it is known, such as `https://jobs.example.cn`.
    public init(_ fair: Fair, office: String, district: String, origin: String?) {
        let facts = fair.facts
        func time(_ minutes: Int) -> String { "\(facts.day.iso)T\(FairHours.iso(minutes)):00+08:00" }
        self.init(
            name: facts.title, startDate: time(facts.hours.opens),
            endDate: time(min(facts.hours.closes, 1439)),
            eventStatus: fair.cancelledOn == nil
                ? "https://schema.org/EventScheduled" : "https://schema.org/EventCancelled",
            location: Place(name: facts.place, address: "\(district)\(facts.place)"),
            organizer: Organization(name: office),
            description: facts.note.isEmpty ? nil : facts.note,
            url: origin.map { "\($0)/public/fairs/\(fair.id.number)" })
    }

    /// As text, keys in a fixed order.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings only: there is nothing in it that JSON cannot write.
        guard let text = try? encoder.encode(self) else { return "{}" }
        return String(decoding: text, as: UTF8.self)
    }
}
