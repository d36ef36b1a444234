// SPDX-License-Identifier: Apache-2.0

import Seals
import Testing

@Suite("What is told when a seal fails")
struct SealFailureTests {
    @Test(arguments: [
        (SealFailure.keyFileMissing(path: "/k"), "找不到密钥文件 /k"),
        (.keyFileUnusable(path: "/k", code: 13), "系统错误 13"),
        (.keyFileExposed(path: "/k", mode: 0o644), "权限是 644"),
        (.keyFileMalformed(path: "/k", line: 3), "第 3 行"),
        (.keyFileMalformed(path: "/k", line: 0), "内容不完整"),
        (.fileUnreadable(path: "/f", code: 2), "文件 /f 无法读取"),
        (.envelopeMalformed, "已损坏"), (.algorithmUnknown(9), "编号 9"), (.keyUnknown(7), "没有 7 号密钥"),
        (.notAuthentic, "核对不符"), (.notText, "不是文字"), (.noRandomness, "随机数"),
        (.libraryRefused(call: "EVP_Digest"), "EVP_Digest"),
    ])
    func `each failure says what is wrong, and ends as a sentence does`(failure: SealFailure, words: String) {
        #expect(failure.sentence.contains(words))
        #expect(failure.sentence.hasSuffix("。"))
    }
}
