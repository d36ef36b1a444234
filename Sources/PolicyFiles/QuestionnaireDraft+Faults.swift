// SPDX-License-Identifier: Apache-2.0

import Questionnaire

extension QuestionnaireDraft {
    /// A fault of the form at the line where a person must mend it.
    func located(_ fault: FormFault) -> PolicyFault {
        PolicyFault(file: file, line: line(of: fault), says: "\(fault.place)：\(fault.what.sentence)")
    }

    private func line(of fault: FormFault) -> Int {
        let item = lines[fault.place] ?? 0
        switch fault.what {
        case .unknownTarget(let option, _), .backwards(let option, _), .jumpIntoWriteIn(let option, _),
            .duplicateOption(let option):
            return lines["\(fault.place).\(option)"] ?? item
        case .laterItem, .noteNotOnSingleChoice, .noteOnFact, .writeInRefersElsewhere:
            return lines["\(fault.place) only"] ?? item
        case .empty, .duplicate, .duplicateNumber, .noOptions, .tooManyOptions, .badCount,
            .jumpNotFromSingleChoice,
            .unknownItem, .unknownOption, .writeInApart, .unreachable, .tooManyRoutes, .closedFormDiffers:
            return item
        }
    }
}

extension FormFault.What {
    /// The fault in Chinese, with what to do.
    var sentence: String {
        switch self {
        case .empty: "没有内容，请补上题目。"
        case .duplicate: "这个名称前面已经用过，请换一个。"
        case .duplicateNumber(let number): "题号“\(number)”前面已经用过。"
        case .duplicateOption(let option): "选项“\(option)”写了两遍。"
        case .noOptions: "选择题没有选项。"
        case .tooManyOptions: "选项太多，一道题最多64个。"
        case .badCount(let count): "选项没有那么多，不可能正好选\(count)项。"
        case .unknownTarget(let option, let target): "选项“\(option)”跳到“\(target)”，没有这道题。"
        case .backwards(let option, let target): "选项“\(option)”跳回“\(target)”，问卷会没完没了，只能往后跳。"
        case .jumpIntoWriteIn(let option, let target): "选项“\(option)”跳到“\(target)”，那是填写项，不能单独跳到。"
        case .jumpNotFromSingleChoice: "只有单选题可以写跳转。"
        case .unknownItem(let item): "提到了“\(item)”，没有这道题。"
        case .unknownOption(let item, let option): "提到了“\(item)”的选项“\(option)”，没有这个选项。"
        case .laterItem(let item): "only里的“\(item)”在后面才问，只能用前面的题。"
        case .noteNotOnSingleChoice(let item): "only里的“\(item)”不是单选题，不能据此决定问不问。"
        case .noteOnFact(let fact): "only里不能用“fact \(fact)”，只能用前面的单选题。"
        case .writeInApart(let parent): "填写项应紧跟在“\(parent)”后面。"
        case .writeInRefersElsewhere(let item): "填写项的only只能看它所属的题，不能看“\(item)”。"
        case .unreachable: "没有一条路线会问到这道题，请检查跳转和only。"
        case .tooManyRoutes: "跳转组合太多，无法逐一验证，请减少跳转。"
        case .closedFormDiffers(let answers): "在\(answers.joined(separator: " "))时，显示条件与跳转不一致，请报告给开发人员。"
        }
    }
}
