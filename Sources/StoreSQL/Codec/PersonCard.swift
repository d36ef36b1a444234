// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

/// The sealed facts of a person that lists show: five short texts parted by tabs, since a list opens fifty.
struct PersonCard: Hashable, Sendable {
    let sex: Sex?
    let born: Day?
    let identity: RecordedIdentity?
    let mobile: PhoneNumber?

    init(_ facts: PersonFacts) {
        sex = facts.sex
        born = facts.born
        identity = facts.identity
        mobile = facts.mobile
    }

    var bytes: [UInt8] {
        let number =
            switch identity {
            case .valid(let number): "=" + number.full
            case .asRegistered(let text): "~" + text
            case nil: ""
            }
        let parts = [
            sex?.rawValue ?? "", born.map { String($0.daysSince1970) } ?? "", number, mobile?.full ?? "",
        ]
        return Array(parts.joined(separator: "\t").utf8)
    }

    init(_ bytes: [UInt8]) throws {
        let parts = bytes.split(separator: 9, omittingEmptySubsequences: false)
        guard parts.count >= 4 else { throw StoreFailure.damaged("a card of \(parts.count) parts") }
        let texts = parts.map { String(decoding: $0, as: UTF8.self) }
        sex = Sex(rawValue: texts[0])
        born = Int(texts[1]).map { Day(daysSince1970: $0) }
        identity = Self.identity(texts[2])
        mobile = texts[3].isEmpty ? nil : try? PhoneNumber.read(texts[3]).get()
    }

    private static func identity(_ text: String) -> RecordedIdentity? {
        guard let mark = text.first else { return nil }
        let written = String(text.dropFirst())
        return mark == "=" ? .keeping(written) : .asRegistered(written)
    }
}
