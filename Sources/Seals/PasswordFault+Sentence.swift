// SPDX-License-Identifier: Apache-2.0

extension PasswordFault {
    /// What the person who chooses the password reads.
    public var sentence: String {
        switch self {
        case .tooShort(let least): "密码太短，至少 \(least) 个字符。"
        case .tooLong(let most): "密码太长，最多 \(most) 个字符。"
        case .tooFewKinds(let have, let least):
            "大写字母、小写字母、数字、其他符号中至少要有 \(least) 类，现在只有 \(have) 类。"
        case .common: "这是常见的弱密码，请换一个别人想不到的。"
        case .row: "密码中不能有 6 个以上连续或重复的字符，如 123456、888888。"
        case .holdsAccountName: "密码中不能含有账号名。"
        }
    }
}
