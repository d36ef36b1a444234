// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension IdentityFault {
    /// What is wrong with a resident identity number, where, and what to do.
    public var sentence: String {
        switch self {
        case .empty: "没有填写身份证号，请按户口簿或身份证填写18位公民身份号码。"
        case .length(let count): "身份证号应为18位，现有\(count)位，请核对是否多填或漏填。"
        case .character(let character, let place): Self.strange(character, at: place)
        case .fifteenDigits:
            "这是15位的第一代身份证号，2013年1月1日起已停止使用，请按户口簿或现用身份证填写18位号码。"
        case .centenarianSequence:
            "15位号码的顺序码在996至999之间，表示1900年以前出生，不能自动换成18位，请按户口簿填写18位号码。"
        case .roundedBySpreadsheet:
            "号码被电子表格四舍五入，后几位已丢失，请把该列设为文本格式后，按证件重新填写18位号码。"
        case .unknownProvince(let digits):
            "第1、2位“\(digits)”不是任何省、自治区、直辖市的代码，请对照证件核对号码开头。"
        case .impossibleDate: "第7至14位应为出生日期，但日历上没有这一天，请对照证件核对出生年月日。"
        case .bornInFuture: "第7至14位的出生日期晚于填写当天，请对照证件核对出生年月日。"
        case .checkCharacter(let expected):
            "最后一位校验码不对，按前17位推算应为“\(expected)”，请对照证件逐位核对，任何一位都可能填错。"
        }
    }

    private static func strange(_ character: Character, at place: Int) -> String {
        if character == "X" {
            return "第\(place)位是“X”，但X只能出现在第18位，请对照证件核对。"
        }
        let allowed = place == 18 ? "数字或X" : "数字"
        return "第\(place)位应为\(allowed)，现为“\(character)”，请对照证件核对。"
    }
}

extension RecordedIdentity {
    /// What the page says beside a wrong number that was kept as the household register has it.
    public static let keptAsRegistered = "号码有误，但与户口簿一致，已按原样保留，待上级人员核定。"
}

extension PersonNameFinding {
    /// What is doubtful about a name, and what to do.
    public var sentence: String {
        switch self {
        case .tooLong(let count): "姓名有\(count)个字，超过25个字，请核对是否填进了其他内容。"
        case .lostCharacter(let character):
            "姓名中有“\(character)”，可能是生僻字没有显示出来，请按户口簿用部首或编码补录该字。"
        case .singleCharacter: "姓名只有一个字，请核对；确与户口簿一致的，可以保存。"
        case .letters: "姓名中有字母，请核对；确与户口簿一致的，可以保存。"
        case .sign(let character): "姓名中有“\(character)”，请核对；确与户口簿一致的，可以保存。"
        case .privateCharacter: "姓名中有自造字，其他系统可能显示不出来，请改用国家标准字符；查不到的，可以保存并注明字形。"
        case .strayDot: "姓名中的间隔号“·”位置不对，请核对；确与户口簿一致的，可以保存。"
        }
    }
}

extension PhoneFault {
    /// What is wrong with a phone number, and what to do.
    public var sentence: String {
        switch self {
        case .empty: "没有填写电话号码，请填写；确实没有的，填“无”。"
        case .severalNumbers: "这里填了不止一个号码，请只留一个，其余填到另一栏。"
        case .character(let character): "号码中有“\(character)”，请只填数字。"
        case .mobileLength(let count): "手机号码应为11位，现有\(count)位，请核对是否多填或漏填。"
        case .unknownShape(let count): "号码有\(count)位数字，既不是11位手机号，也不是固定电话，请核对；固定电话请写区号，如010。"
        case .notMobile: "这里应填11位手机号码；固定电话请填到住宅电话一栏。"
        }
    }
}

extension Sex {
    /// 男, 女.
    public var word: String {
        switch self {
        case .male: "男"
        case .female: "女"
        }
    }
}
