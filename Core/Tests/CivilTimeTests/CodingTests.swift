// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Foundation
import Testing

@Suite("Days, months, moments and limits as JSON")
struct CodingTests {
    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try #require(String(data: encoder.encode(value), encoding: .utf8))
    }

    private func read<Value: Decodable>(_ text: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    @Test func `each is one value and survives`() throws {
        let day = try day("2026-02-13")
        #expect(try json([day]) == #"["2026-02-13"]"#)
        #expect(try read(#"["2026-02-13"]"#, as: [Day].self) == [day])
        let month = YearMonth(day)
        #expect(try json([month]) == #"["2026-02"]"#)
        #expect(try read(#"["2026-02"]"#, as: [YearMonth].self) == [month])
        let instant = Instant(startOf: day)
        #expect(try json([instant]) == #"["2026-02-13T00:00:00+08:00"]"#)
        #expect(try read(#"["2026-02-12T16:00:00Z"]"#, as: [Instant].self) == [instant])
        #expect(try json(TimeLimit.workdays(3)) == #"{"period":3,"unit":"working-days"}"#)
        #expect(try read(#"{"period":3,"unit":"working-days"}"#, as: TimeLimit.self) == .workdays(3))
    }

    @Test func `what is none of them is refused`() {
        #expect(throws: DecodingError.self) { try read(#"["2026-02-30"]"#, as: [Day].self) }
        #expect(throws: DecodingError.self) { try read(#"["2026-13"]"#, as: [YearMonth].self) }
        #expect(throws: DecodingError.self) { try read(#"["2026-02-13"]"#, as: [Instant].self) }
        #expect(throws: DecodingError.self) {
            try read(#"{"period":3,"unit":"workdays"}"#, as: TimeLimit.self)
        }
        #expect(throws: DecodingError.self) { try read(#"{"period":-3,"unit":"days"}"#, as: TimeLimit.self) }
    }
}
