// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import Wording

/// A vacancy as schema.org's JobPosting, the shape that search engines and other job systems read.
///
/// Nothing personal is in it: no contact, no candidate, and never an age or a sex.
public struct JobPosting: Codable, Sendable {
    var context = "https://schema.org"
    var type = "JobPosting"
    var title: String?
    var identifier: Identifier?
    var datePosted: String?
    var validThrough: String?
    var url: String?
    var description: String?
    var hiringOrganization: Organization?
    var jobLocation: Place?
    var baseSalary: Salary?
    var totalJobOpenings: Int?
    var occupationalCategory: String?
    var employmentType: String?
    var workHours: String?
    var jobBenefits: String?
    var educationRequirements: String?
    var experienceRequirements: Experience?
    var skills: String?
    var qualifications: String?
    var physicalRequirement: String?
    var directApply: Bool?

    struct Identifier: Codable, Sendable {
        var type = "PropertyValue"
        var name: String?
        var value: String?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name, value
        }
    }

    struct Organization: Codable, Sendable {
        var type = "Organization"
        var name: String?
        /// The credit code.
        var taxID: String?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name, taxID
        }
    }

    struct Place: Codable, Sendable {
        var type = "Place"
        var address: Address?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case address
        }
    }

    struct Address: Codable, Sendable {
        var type = "PostalAddress"
        var addressCountry: String?
        var addressRegion: String?
        var addressLocality: String?
        var streetAddress: String?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case addressCountry, addressRegion, addressLocality, streetAddress
        }
    }

    struct Salary: Codable, Sendable {
        var type = "MonetaryAmount"
        var currency: String?
        var value: Quantity?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case currency, value
        }
    }

    struct Quantity: Codable, Sendable {
        var type = "QuantitativeValue"
        var value: Double?
        var minValue: Double?
        var maxValue: Double?
        var unitText: String?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case value, minValue, maxValue, unitText
        }
    }

    struct Experience: Codable, Sendable {
        var type = "OccupationalExperienceRequirements"
        var monthsOfExperience: Int?

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case monthsOfExperience
        }
    }

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case title, identifier, datePosted, validThrough, url, description, hiringOrganization, jobLocation
        case baseSalary, totalJobOpenings, occupationalCategory, employmentType, workHours, jobBenefits
        case educationRequirements, experienceRequirements, skills, qualifications, physicalRequirement
        case directApply
    }
}

extension JobPosting {
    /// The vacancy as everybody may read it.
    ///
    /// - Parameters:
    ///   - place: the town or village of the work, where it is in the district.
    ///   - origin: the site's address, where it is known, such as `https://jobs.example.cn`.
    public init(_ row: VacancyRow, district: String, place: String?, origin: String?) {
        let (vacancy, facts) = (row.vacancy, row.vacancy.facts)
        title = facts.post
        identifier = Identifier(name: district, value: String(vacancy.id.number))
        datePosted = vacancy.posted.iso
        validThrough = facts.validThrough.iso + "T23:59:59+08:00"
        url = origin.map { "\($0)/public/jobs/\(vacancy.id.number)" }
        description = Self.description(facts)
        hiringOrganization = Organization(name: row.employer.facts.name)
        jobLocation = Place(
            address: Address(
                addressCountry: "CN", addressRegion: district, addressLocality: place,
                streetAddress: facts.place.words.isEmpty ? nil : facts.place.words))
        baseSalary = Salary(
            currency: "CNY",
            value: Quantity(
                minValue: Double(facts.pay.from), maxValue: Double(facts.pay.through), unitText: "MONTH"))
        totalJobOpenings = vacancy.seatsLeft
        occupationalCategory = facts.occupation
        employmentType = facts.term?.employmentType
        workHours = facts.hours.isEmpty ? nil : facts.hours
        jobBenefits = facts.insurance?.word
        directApply = false
        take(facts.requirements)
    }

    private static func description(_ facts: VacancyFacts) -> String {
        [facts.description, facts.requirements.words, facts.conditions].filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    private mutating func take(_ requirements: [Requirement]) {
        var (skills, qualifications): ([String], [String]) = ([], [])
        for asked in requirements {
            switch asked.ability {
            case .education(let education): educationRequirements = education.word
            case .certificate, .drivingLicence: qualifications.append(asked.words)
            case .skill(let skill): skills.append(skill)
            case .experience(let months, _):
                experienceRequirements = Experience(monthsOfExperience: months)
            case .ableBody(let words): physicalRequirement = words
            }
        }
        self.skills = skills.isEmpty ? nil : skills.joined(separator: ",")
        self.qualifications = qualifications.isEmpty ? nil : qualifications.joined(separator: ",")
    }

    /// As text, keys in a fixed order.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and numbers only: there is nothing in it that JSON cannot write.
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    /// Several postings as one document.
    public static func json(_ postings: [JobPosting]) -> String {
        "[" + postings.map(\.json).joined(separator: ",\n") + "]\n"
    }
}

extension VacancyTerm {
    /// schema.org's word.
    fileprivate var employmentType: String {
        switch self {
        case .lasting: "FULL_TIME"
        case .temporary, .seasonal: "TEMPORARY"
        case .partTime: "PART_TIME"
        }
    }
}
