// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("公民身份号码 · 校验与保密")
struct PeopleIdentitySafetyTests {
    /// 300 numbers spread over regions, days and sequences, made by a fixed rule.
    static let numbers: [String] = (0..<300).map { step in
        let day = Day(daysSince1970: step * 137 - 14_000)
        let birth = day.iso.split(separator: "-").joined()
        let sequence = String(1000 + (step * 7919) % 1000).dropFirst()
        return numbered("990000" + birth + sequence)
    }

    @Test(arguments: numbers)
    func `a single changed character never passes the check`(text: String) {
        let rules = IdentityRules(testRegions: Set((0...9).map(String.init)))
        #expect(IdentityNumber.faults(in: text, rules: rules) == [])
        let characters = Array(text)
        for place in characters.indices {
            for other in place == 17 ? "0123456789X" : "0123456789" where other != characters[place] {
                var changed = characters
                changed[place] = other
                #expect(IdentityNumber.faults(in: String(changed), rules: rules) != [])
            }
        }
    }

    @Test(arguments: numbers)
    func `two neighbours exchanged never pass the check`(text: String) {
        let rules = IdentityRules(testRegions: Set((0...9).map(String.init)))
        let characters = Array(text)
        for place in 0..<17 where characters[place] != characters[place + 1] {
            var changed = characters
            changed.swapAt(place, place + 1)
            #expect(IdentityNumber.faults(in: String(changed), rules: rules) != [])
        }
    }

    @Test func `printing and dumping a number shows its masked form only`() throws {
        let number = try IdentityNumber.read("110222197001010013").get()
        var dumped = ""
        dump(number, to: &dumped)
        #expect("\(number)" == "110222********0013")
        #expect(String(reflecting: number) == "110222********0013")
        #expect(!dumped.contains("19700101"))
        #expect(dumped.contains("110222********0013"))
        #expect(number.masked == "110222********0013")
        #expect(number.lastFour == "0013")
    }

    @Test(arguments: [
        ("110222700101001", "110222197001010013"),
        (" 110105491231002", "11010519491231002X"),
    ])
    func `fifteen digits become eighteen when old files are imported`(old: String, new: String) throws {
        #expect(try IdentityNumber.converting15(old).get().full == new)
    }

    @Test(arguments: [
        ("110222000101995", nil), ("110222000101996", IdentityFault.centenarianSequence),
        ("110222000101999", .centenarianSequence), ("110222700230001", .impossibleDate),
        ("100222700101001", .unknownProvince("10")), ("110222197001010013", .length(18)),
        ("11022270010100A", .length(15)),
    ])
    func `what cannot be converted is refused`(old: String, fault: IdentityFault?) {
        switch IdentityNumber.converting15(old) {
        case .success: #expect(fault == nil)
        case .failure(let found): #expect(found == fault)
        }
    }

    @Test func `a wrong number of the register is kept, flagged and masked`() throws {
        let kept = try #require(RecordedIdentity.keeping(" 110222197001010014"))
        #expect(kept == .asRegistered("110222197001010014"))
        #expect(kept.number == nil)
        #expect(kept.faults() == [.checkCharacter(expected: "3")])
        #expect("\(kept)" == "110222********0014")
        #expect(kept.full == "110222197001010014")
        #expect(RecordedIdentity.keeping("  ") == nil)
        #expect(RecordedIdentity.keeping("123")?.masked == "**3")
        #expect(RecordedIdentity.keeping("1")?.masked == "*")
    }

    @Test func `a right number is never kept as wrong`() throws {
        let number = try IdentityNumber.read("110222197001010013").get()
        #expect(RecordedIdentity.keeping("110222197001010013") == .valid(number))
        #expect(RecordedIdentity.valid(number).faults() == [])
    }
}
