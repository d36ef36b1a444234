// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Testing

@Suite("公民身份号码 · GB 11643")
struct PeopleIdentityNumberTests {
    @Test(arguments: [
        ("11010519491231002X", "1949-12-31", Sex.female, "110105"),
        ("440524188001010014", "1880-01-01", .male, "440524"),
        ("34052419800101001X", "1980-01-01", .male, "340524"),
        ("110222197001010013", "1970-01-01", .male, "110222"),
        ("110113200002290013", "2000-02-29", .male, "110113"),
        ("110113199912310022", "1999-12-31", .female, "110113"),
        ("110222196408130039", "1964-08-13", .male, "110222"),
    ])
    func `a right number tells birth, sex and region`(
        text: String, born: String, sex: Sex, region: String
    ) throws {
        let number = try IdentityNumber.read(text).get()
        #expect(number.full == text)
        #expect(number.birth.iso == born)
        #expect(number.sex == sex)
        #expect(number.region.text == region)
    }

    @Test(arguments: [
        ("１１０２２２１９７００１０１００１３", "110222197001010013"),
        ("'110222197001010013", "110222197001010013"),
        ("\u{2019}110222197001010013", "110222197001010013"),
        (" 110222 19700101 0013\t", "110222197001010013"),
        ("110222\u{00A0}19700101\u{3000}0013", "110222197001010013"),
        ("\u{FEFF}110222\u{200B}197001010013\u{202C}", "110222197001010013"),
        ("11010519491231002x", "11010519491231002X"),
        ("11010519491231002Ｘ", "11010519491231002X"),
        ("11010519491231002ｘ", "11010519491231002X"),
    ])
    func `a number is read however it was typed`(typed: String, plain: String) throws {
        #expect(try IdentityNumber.read(typed).get().full == plain)
    }

    @Test(arguments: [
        ("", [IdentityFault.empty]),
        (" \u{200B}", [.empty]),
        ("11022219700101001", [.length(17)]),
        ("1102221970010100130", [.length(19)]),
        ("110222700101001", [.fifteenDigits]),
        ("11022219700101O013", [.character("O", at: 15)]),
        ("X10222197001010013", [.character("X", at: 1)]),
        ("1102221970010100Y", [.length(17), .character("Y", at: 17)]),
        ("11022219700101001X3", [.length(19)]),
        ("11022219770229002X", [.impossibleDate]),
        ("110222197001010014", [.checkCharacter(expected: "3")]),
        ("110105194912310020", [.checkCharacter(expected: "X")]),
        ("1.10222E+17", [.roundedBySpreadsheet]),
        ("1.10222197001010e+17", [.roundedBySpreadsheet]),
        ("110222197001010000", [.roundedBySpreadsheet]),
        ("100222197001010013", [.unknownProvince("10"), .checkCharacter(expected: "1")]),
    ])
    func `every fault is named at once`(text: String, faults: [IdentityFault]) {
        #expect(IdentityNumber.faults(in: text) == faults)
        #expect(IdentityNumber.read(text) == .failure(faults[0]))
    }

    @Test(arguments: ["10", "16", "20", "38", "47", "49", "55", "60", "66", "70", "84", "90", "99"])
    func `a number that begins as no province does is refused`(province: String) {
        let number = numbered(province + "0000" + "19700101" + "001")
        #expect(IdentityNumber.faults(in: number) == [.unknownProvince(province)])
    }

    @Test func `every province of the mainland, and 71, 81, 82 and 83, are known by name`() throws {
        #expect(Province.all.count == 35)
        for province in Province.all {
            #expect(IdentityNumber.faults(in: numbered(province.code + "0100" + "19700101" + "002")) == [])
            #expect(!province.name.isEmpty)
        }
    }

    @Test func `regions reserved for made-up people pass only where the rules name them`() throws {
        let number = numbered("990000" + "19750101" + "002")
        #expect(IdentityNumber.faults(in: number) == [.unknownProvince("99")])
        #expect(IdentityNumber.faults(in: number, rules: .withMadeUpPeople) == [])
        let narrow = IdentityRules(testRegions: ["990001"])
        #expect(IdentityNumber.faults(in: number, rules: narrow) == [.unknownProvince("99")])
        #expect(try IdentityNumber.read(number, rules: .withMadeUpPeople).get().region.province == nil)
    }

    @Test(arguments: [("2026-01-02", false), ("2026-01-01", false), ("2025-12-31", true)])
    func `nobody is born after the day of entry`(today: String, isFault: Bool) throws {
        let rules = IdentityRules.standard.asOf(try #require(Day(iso: today)))
        let faults = IdentityNumber.faults(in: numbered("110113" + "20260101" + "001"), rules: rules)
        #expect(faults == (isFault ? [.bornInFuture] : []))
    }

    @Test(arguments: [("18000101", true), ("17991231", false), ("00010101", false), ("19000229", false)])
    func `births before 1900 are legal, impossible days are not`(birth: String, isLegal: Bool) {
        let faults = IdentityNumber.faults(in: numbered("110113" + birth + "001"))
        #expect(faults == (isLegal ? [] : [.impossibleDate]))
    }

    @Test func `the county and the district are both Shunyi, whatever the address`() {
        #expect(RegionCode("110222")?.name == "北京市顺义县")
        #expect(RegionCode("110113")?.name == "北京市顺义区")
        #expect(RegionCode("110110")?.name == "北京市燕山区")
        #expect(RegionCode("130682")?.name == "河北省")
        #expect(RegionCode("990000")?.name == nil)
        #expect(RegionCode("11022") == nil)
        #expect(RegionCode("11022a") == nil)
    }
}

/// The number with these first 17 digits, its check computed apart from the sources under test: the whole
/// number, read as digits to base 2 with X as ten, leaves 1 modulo 11.
func numbered(_ body: String) -> String {
    for check in "0123456789X" {
        let value = (body + String(check)).reduce(0) { sum, character in
            (sum * 2 + (character.wholeNumberValue ?? 10)) % 11
        }
        if value == 1 { return body + String(check) }
    }
    return body
}
