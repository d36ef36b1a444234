// SPDX-License-Identifier: Apache-2.0

import Assistance
import Testing
import Wording

@Suite("身份证号的提示")
struct IdentityTextTests {
    @Test(arguments: [
        ("", "没有填写"), ("11022219700101001", "18位，现有17位"), ("110222700101001", "第一代身份证号"),
        ("11022219700101O013", "第15位应为数字，现为“O”"), ("11022219700101001Y", "第18位应为数字或X，现为“Y”"),
        ("1X0222197001010013", "X只能出现在第18位"), ("11022219770229002X", "日历上没有这一天"),
        ("110222197001010014", "推算应为“3”"), ("1.10222E+17", "文本格式"),
        ("990000197501010026", "第1、2位“99”"),
    ])
    func `each fault says what, where and what to do`(text: String, words: String) throws {
        let fault = try #require(IdentityNumber.faults(in: text).first)
        #expect(fault.sentence.contains(words))
        #expect(fault.sentence.contains("请"))
        #expect(fault.sentence.hasSuffix("。"))
    }

    @Test func `a sentence never repeats the number`() {
        for text in ["110222197001010014", "110222700101001", "11022219770229002X", "110222197001010000"] {
            for fault in IdentityNumber.faults(in: text) {
                #expect(!fault.sentence.contains(text.dropFirst(6).prefix(8)))
            }
        }
    }
}
