// SPDX-License-Identifier: Apache-2.0
import Assistance
import Testing

@Suite("用人单位的代码、待遇和性别、年龄要求 · 05.r2 14.r2")
struct VacancyCodeTests {
    @Test(
        arguments: [
            ("91350100M000100Y43", nil), (" 91350100m000100y43 ", nil), ("９１３５０１００Ｍ０００１００Ｙ４３", nil),
            ("91990100MA00A0001X", nil), ("91350100M000100Y44", CreditCodeFault.check),
            ("19350100M000100Y43", .check), ("91350100M000100Y4", .length(17)),
            ("91350100M000100Y4I", .character("I")), ("91350100O000100Y43", .character("O")), ("", .empty),
        ] as [(String, CreditCodeFault?)])
    func `05.r2: a credit code is taken with its check character only`(
        text: String, fault: CreditCodeFault?
    ) {
        do throws(CreditCodeFault) {
            let code = try CreditCode(text)
            #expect(fault == nil && code.text.count == 18)
        } catch {
            #expect(error == fault)
        }
    }

    @Test func `05.r2: any single character of a code typed wrong is noticed`() throws {
        let code = Array(try CreditCode("91350100M000100Y43").text)
        for place in code.indices {
            for sign in "0123456789ABCDEFGHJKLMNPQRTUWXY" where sign != code[place] {
                var wrong = code
                wrong[place] = sign
                #expect(throws: CreditCodeFault.check) { try CreditCode(String(wrong)) }
            }
        }
    }

    @Test(
        arguments: [
            ("5000-8000", 5000, 8000, PayUnit.month), ("5000", 5000, 5000, .month),
            ("5,000元/月", 5000, 5000, .month),
            ("5-8千", 5000, 8000, .month), ("0.5-0.8万", 5000, 8000, .tenThousandMonth),
            ("0.5万—8000元", 5000, 8000, .month), ("０．５万～０．８万／月", 5000, 8000, .tenThousandMonth),
            ("0.4567万", 4567, 4567, .tenThousandMonth), ("150元/天", 3263, 3263, .day),
            ("日薪150-200", 3263, 4350, .day), ("年薪6-9.6万", 5000, 8000, .year),
            ("8000-5000", 5000, 8000, .month),
            ("底薪4000+提成", 4000, 4000, .month), ("500", 500, 500, .month),
            ("20万", 200_000, 200_000, .tenThousandMonth),
        ] as [(String, Int, Int, PayUnit)])
    func `05.r2: pay is read in yuan a month, and its unit is told`(
        text: String, from: Int, through: Int, unit: PayUnit
    ) throws {
        let reading = try Pay.read(text)
        #expect(reading.pay == Pay(from: from, through: through))
        #expect(reading.unit == unit)
    }

    @Test(arguments: [
        ("", PayFault.empty), ("面议", .negotiable), ("20元/小时", .notMonthly), ("计件", .notMonthly),
        ("高薪", .noNumber), ("3000、4000、5000", .severalNumbers),
        ("499", .implausible(499)), ("21万", .implausible(210_000)), ("5000万", .implausible(50_000_000)),
    ])
    func `05.r2: pay that says nothing of a month is no pay`(text: String, fault: PayFault) {
        do throws(PayFault) {
            _ = try Pay.read(text)
            Issue.record("\(text) was taken")
        } catch {
            #expect(error == fault)
        }
    }

    @Test(arguments: [
        ("包装工（限女性）", true), ("男 18-45", true), ("女士优先", true), ("性别：男", true), ("已婚已育优先", true),
        ("招女工2名", true), ("男装卸工", true), ("男女不限", false), ("性别不限", false), ("女装导购", false),
        ("男女均可，包吃住", false),
        ("照看子女方便", false), ("负责女生宿舍保洁", false), ("", false),
    ])
    func `14.r2: words that ask for a sex are found, others left alone`(text: String, isFound: Bool) {
        #expect((SexLimit.find(in: text) != nil) == isFound)
    }

    @Test(arguments: [
        ("35岁以下", true), ("18—45周岁", true), ("要求年轻", true), ("90后优先", true), ("照顾3名老人", false),
        ("三岁看老", false), ("24小时值班", false),
    ])
    func `14.r2: an age among the words is found`(text: String, isFound: Bool) {
        #expect((AgeLimit.find(in: text) != nil) == isFound)
    }
}
