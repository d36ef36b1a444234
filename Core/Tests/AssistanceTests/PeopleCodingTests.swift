// SPDX-License-Identifier: Apache-2.0

import Assistance
import Foundation
import Testing

@Suite("人员信息的存储格式")
struct PeopleCodingTests {
    private func stored(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode([value]), as: UTF8.self)
    }

    private func read<Value: Decodable>(_ text: String, _: Value.Type) throws -> Value? {
        try JSONDecoder().decode([Value].self, from: Data(text.utf8)).first
    }

    @Test func `numbers, names and phones are stored as single texts`() throws {
        let number = try IdentityNumber.read("110222197001010013").get()
        #expect(try stored(number) == #"["110222197001010013"]"#)
        #expect(try read(#"["110222197001010013"]"#, IdentityNumber.self) == number)
        let phone = try PhoneNumber.read("010-69441234-8").get()
        #expect(try stored(phone) == #"["010-69441234-8"]"#)
        #expect(try read(try stored(phone), PhoneNumber.self) == phone)
        let name = PeopleSamples.name("陈𬱖")
        #expect(try read(try stored(name), PersonName.self) == name)
    }

    @Test func `a number kept as registered stays apart from right ones`() throws {
        let kept = try #require(RecordedIdentity.keeping("110222197001010014"))
        #expect(try stored(kept) == #"[{"asRegistered":"110222197001010014"}]"#)
        #expect(try read(try stored(kept), RecordedIdentity.self) == kept)
        let right = try #require(RecordedIdentity.keeping("110222197001010013"))
        #expect(try stored(right) == #"["110222197001010013"]"#)
        #expect(try read(try stored(right), RecordedIdentity.self) == right)
    }

    @Test(arguments: [
        "110222197001010014", "11022219700101001", "11022219770229002X", "11010519491231002x", "",
    ])
    func `a wrong number is not read back, and the error does not repeat it`(text: String) throws {
        let error = #expect(throws: DecodingError.self) {
            _ = try read("[\"\(text)\"]", IdentityNumber.self)
        }
        let words = String(describing: try #require(error))
        #expect(text.isEmpty || !words.contains(text))
    }

    @Test func `facts of a person survive storing`() throws {
        let facts = PeopleSamples.facts {
            $0.identity = .keeping("110222197001010014")
            $0.employment = .unemployed(since: PeopleSamples.today)
            $0.retirement = .cadre
        }
        #expect(try read(try stored(facts), PersonFacts.self) == facts)
    }
}
