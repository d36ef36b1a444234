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

    /// The number comes last: kept as registered, it may hold any character.
    var bytes: [UInt8] {
        let number =
            switch identity {
            case .valid(let number): "=" + number.full
            case .asRegistered(let text): "~" + text
            case nil: ""
            }
        let phone = mobile.map { [$0.kind.rawValue, $0.area, $0.line, $0.inside] } ?? ["", "", "", ""]
        let parts = [sex?.rawValue ?? "", born.map { String($0.number) } ?? ""] + phone + [number]
        return Array(parts.joined(separator: "\t").utf8)
    }

    init(_ bytes: [UInt8]) throws {
        let parts = bytes.split(separator: 9, maxSplits: 6, omittingEmptySubsequences: false)
        guard parts.count == 7 else { throw StoreFailure.damaged("a card of \(parts.count) parts") }
        sex = Sex(rawValue: Self.text(parts[0]))
        born = Int(Self.text(parts[1])).map { Day($0) }
        mobile = Self.phone(parts[2..<6])
        identity = Self.identity(parts[6])
    }

    private static func identity(_ bytes: ArraySlice<UInt8>) -> RecordedIdentity? {
        guard let mark = bytes.first else { return nil }
        if mark == UInt8(ascii: "="), let number = IdentityNumber(kept: bytes.dropFirst()) {
            return .valid(number)
        }
        return .asRegistered(text(bytes.dropFirst()))
    }

    private static func phone(_ parts: ArraySlice<ArraySlice<UInt8>>) -> PhoneNumber? {
        let texts = parts.map(text)
        return PhoneNumber.Kind(rawValue: texts[0]).map {
            PhoneNumber(kept: $0, area: texts[1], line: texts[2], inside: texts[3])
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
