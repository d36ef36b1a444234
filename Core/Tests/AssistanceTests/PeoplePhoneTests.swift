// SPDX-License-Identifier: Apache-2.0

import Assistance
import Testing

@Suite("电话号码")
struct PeoplePhoneTests {
    @Test(arguments: [
        ("13800001234", "13800001234", PhoneNumber.Kind.mobile), ("138-0000-1234", "13800001234", .mobile),
        ("138 0000 1234", "13800001234", .mobile), ("１３８００００１２３４", "13800001234", .mobile),
        ("+86 138 0000 1234", "13800001234", .mobile), ("008613800001234", "13800001234", .mobile),
        ("8613800001234", "13800001234", .mobile), ("19900001234", "19900001234", .mobile),
        ("01069441234", "010-69441234", .fixed), ("010-69441234", "010-69441234", .fixed),
        ("（010）69441234", "010-69441234", .fixed), ("010—6944 1234", "010-69441234", .fixed),
        ("010-6944-1234", "010-69441234", .fixed), ("+86-10-69441234", "010-69441234", .fixed),
        ("0086 10 69441234", "010-69441234", .fixed), ("69441234", "69441234", .fixed),
        ("86941234", "86941234", .fixed), ("022-23451234", "022-23451234", .fixed),
        ("0310-2345123", "0310-2345123", .fixed), ("031023451234", "0310-23451234", .fixed),
        ("010-69441234-801", "010-69441234-801", .fixed), ("010-69441234转801", "010-69441234-801", .fixed),
        ("69441234-8", "69441234-8", .fixed), ("69441234#8", "69441234-8", .fixed),
        ("400-810-1234", "4008101234", .service), ("800 810 1234", "8008101234", .service),
    ])
    func `a number is read however it was typed`(typed: String, full: String, kind: PhoneNumber.Kind) throws {
        let number = try PhoneNumber.read(typed).get()
        #expect(number.full == full)
        #expect(number.kind == kind)
        #expect(try PhoneNumber.read(number.full).get() == number)
    }

    @Test(arguments: [
        ("", PhoneFault.empty), ("　", .empty), ("1380000123", .mobileLength(10)),
        ("138000012345", .mobileLength(12)), ("13800001234、010-69441234", .severalNumbers),
        ("13800001234/13900001234", .severalNumbers), ("1380000123O", .character("O")),
        ("无", .character("无")),
        ("12345", .unknownShape(5)), ("0101234", .unknownShape(7)), ("01019441234", .unknownShape(11)),
    ])
    func `what is no number is refused with the reason`(typed: String, fault: PhoneFault) {
        #expect(PhoneNumber.read(typed) == .failure(fault))
    }

    @Test func `a mobile is asked for by its own name`() throws {
        #expect(try PhoneNumber.readMobile("13800001234").get().line == "13800001234")
        #expect(PhoneNumber.readMobile("010-69441234") == .failure(.notMobile))
    }

    @Test(arguments: [
        ("13800001234", "138****1234"), ("010-69441234", "010-****1234"), ("0310-2345123", "0310-***5123"),
        ("69441234", "****1234"), ("4008101234", "******1234"),
    ])
    func `lists show the last four digits`(typed: String, masked: String) throws {
        let number = try PhoneNumber.read(typed).get()
        #expect(number.masked == masked)
        #expect("\(number)" == masked)
    }
}
