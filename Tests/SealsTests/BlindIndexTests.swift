// SPDX-License-Identifier: Apache-2.0

import Seals
import Testing

@Suite("The blind index")
struct BlindIndexTests {
    private let index: BlindIndex

    init() throws { index = BlindIndex(keys: try Folder().knownKeys()) }

    /// Computed with another implementation (Python's hmac), the key being 32 times 0xb1.
    @Test(arguments: [
        (BlindIndex.Field.identityNumber, "99010119900101001X", "7b9119c426c5bc031b7b7fa5ee490dcd"),
        (.identityTail, "99010119900101001X", "732336916e0ba831"),
        (.phone, "13900000000", "006ee9a65f0fc8a5a9f2724ec66d281a"),
    ])
    func `an index is the cut HMAC-SHA256 of field and value`(
        field: BlindIndex.Field, value: String, published: String
    ) {
        #expect(hex(index.index(field, value)) == published)
    }

    @Test(arguments: [
        (BlindIndex.Field.identityNumber, "99010119900101001X", "99010119900101001x", true),
        (.identityNumber, "99010119900101001X", " 990101 19900101 001X ", true),
        (.identityNumber, "99010119900101001X", "９９０１０１１９９００１０１００１Ｘ", true),
        (.identityNumber, "99010119900101001X", "990101199001010011", false),
        (.identityTail, "99010119900101001X", "001x", true),
        (.identityTail, "99010119900101001X", "99010119800101002X", false),
        (.identityTail, "99010119900101001X", "01X", false),
        (.phone, "13900000000", "139-0000-0000", true),
        (.phone, "13900000000", "+86 139 0000 0000", true),
        (.phone, "13900000000", "0086 13900000000", true),
        (.phone, "13900000000", "13900000001", false),
        (.phone, "01069440000", "(010) 6944-0000", true),
    ])
    func `the way of writing does not matter, the value does`(
        field: BlindIndex.Field, one: String, other: String, isSame: Bool
    ) {
        #expect((index.index(field, one) == index.index(field, other)) == isSame)
    }

    @Test func `the same value in two fields has nothing in common`() {
        let found = BlindIndex.Field.allCases.map { Array(index.index($0, "1234").prefix(8)) }
        #expect(Set(found).count == BlindIndex.Field.allCases.count)
    }
}
