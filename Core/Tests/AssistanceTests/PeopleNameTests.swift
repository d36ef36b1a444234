// SPDX-License-Identifier: Apache-2.0

import Assistance
import Testing

@Suite("姓名")
struct PeopleNameTests {
    @Test(arguments: [
        "古丽米热•艾比布力", "古丽米热・艾比布力", "古丽米热．艾比布力", "古丽米热.艾比布力",
        "古丽米热‧艾比布力", "古丽米热∙艾比布力", "古丽米热･艾比布力", "古丽米热 · 艾比布力",
    ])
    func `any middle dot becomes U+00B7`(typed: String) {
        #expect(PersonName(typed)?.full == "古丽米热\u{00B7}艾比布力")
    }

    @Test(arguments: [
        ("王　秀 兰", "王秀兰"), ("\u{200B}王秀兰\u{FEFF} ", "王秀兰"), ("Ｊｏｈｎ　 Smith", "John Smith"),
        ("葛曾䮌", "葛曾䮌"), ("𬱖", "𬱖"),
    ])
    func `blanks inside a Han name go, between words they stay`(typed: String, name: String) {
        #expect(PersonName(typed)?.full == name)
    }

    @Test func `nothing written is no name`() {
        #expect(PersonName("") == nil)
        #expect(PersonName(" \u{3000}\u{200B}") == nil)
    }

    @Test(arguments: [
        ("王秀兰", []), ("葛曾䮌", []), ("陈𬱖", []), ("𠮷野", []), ("古丽米热·艾比布力", []), ("李〇", []),
        ("兰", [PersonNameFinding.singleCharacter]), ("王A", [.letters]), ("张?", [.lostCharacter("?")]),
        ("张\u{FFFD}\u{FFFD}", [.lostCharacter("\u{FFFD}")]), ("李2", [.sign("2")]),
        ("王\u{E001}", [.privateCharacter]), ("·王兰", [.strayDot]), ("阿··布", [.strayDot]),
    ])
    func `rare characters are legal, doubts are asked about`(text: String, findings: [PersonNameFinding]) {
        #expect(PersonName(text)?.findings == findings)
    }

    @Test(arguments: [(1, 1, 0), (2, 0, 0), (25, 0, 0), (26, 1, 1)])
    func `length counts characters of any plane, from 2 to 25`(length: Int, found: Int, refused: Int) throws {
        let name = try #require(PersonName(String(repeating: "𬱖", count: length)))
        #expect(name.findings.count == found)
        #expect(name.findings.filter(\.refuses).count == refused)
    }

    @Test(arguments: [
        ("李兰", "李*"), ("王秀兰", "王*兰"), ("王秀兰花", "王**花"), ("欧阳修", "欧阳*"), ("欧阳娜娜", "欧阳**"),
        ("东方", "东*"), ("兰", "*"), ("古丽米热·艾比布力", "古***·****"), ("陈𬱖𠮷", "陈*𠮷"),
        ("John Smith", "J*********"),
    ])
    func `public lists hide the middle of a name`(name: String, masked: String) throws {
        let name = try #require(PersonName(name))
        #expect(name.masked == masked)
        #expect("\(name)" == masked)
    }
}
