// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk

extension Refusal {
    /// Why the act is refused and what to do next, as the person who tried it reads it.
    public var sentence: String {
        switch self {
        case .notAllowed(let deed): "您的账号没有“\(deed.word)”的权限。确需办理的，请联系本单位负责人或安全管理员。"
        case .notFound(let kind): "没有找到这\(kind.measure)\(kind.word)，可能已经合并或不在您的管辖范围，请返回列表重新查找。"
        case .inTheFuture(let day): "日期\(day.iso)还没有到，请填写实际办理的日期。"
        case .beforeItsCause(let day, let cause): "日期\(day.iso)早于前一步的日期\(cause.iso)，请核对后改正。"
        case .tooLate(let day, let window):
            "\(day.iso)的事已经超过\(window)天的补录期限，请由督导人员核实后录入。"
        case .personNotOnRoll: "此人已不在名册上。确需办理的，请先在人员页面恢复名册。"
        case .identityOnRoll: "这个身份证号已在名册上，不能重复登记。请打开原有档案办理；确属两个人的，请核对证件。"
        case .identityInArchive: "这个身份证号的人在档案里，已不在名册。请打开原有档案恢复名册，不要重新登记。"
        case .householdMissing: "没有填写户号，请补填。"
        case .householdTaken(let number): "本社区（村）已有\(number)号户，请换一个户号，或改为迁入这一户。"
        case .notPastWorkingAge: "此人还在劳动年龄内，不能按超龄退出。出生日期或退休类别有误的，请先更正。"
        case .unitHasUnits(let count): "这个单位下面还有\(count)个单位，请先把它们合并或撤销。"
        case .differentTown: "只能合并同一街（镇）的社区（村），请重新选择。"
        case .nothingToPrint: "选中的范围里现在没有可以打印的文书，可能刚刚由您或同事打印过。请刷新后再看一次。"
        case .nameMissing: "没有填写姓名，请补填。"
        case .villageUnknown: "没有找到这个社区（村），请从单位列表中选择。"
        case .unitNotEmpty(let people): "这个单位名下还有\(people)人，请先把人员迁到别的单位，再撤销。"
        case .unitNameTaken(let name): "同一上级下已有“\(name)”，请换一个名称，或使用原有单位。"
        case .unitClosed: "这个单位已经撤销，请改选接收它的单位。"
        case .sameUnit: "转入和转出的是同一个单位，请重新选择。"
        case .roundNotOpen(let year): "本社区（村）\(year)年的调查还没有开始，请联系区里部署调查轮次。"
        case .roundAlreadyOpen(let year): "\(year)年的调查已经部署过，不用再次部署。"
        case .sheetIncomplete(let open): "答卷还有\(open)处没有填全或没有核实，请按提示逐项补正后再提交；也可以先存为草稿。"
        case .alreadySurveyed(let day, let edition):
            "此人在本轮已于\(day.iso)调查过（第\(edition)份答卷）。要更正的，请选“更正原答卷”并写明原因。"
        case .nextTryMissing: "没有写明下次再访的日期，请补填。"
        case .reasonMissing: "没有写明原因，请补填。"
        case .nothingChanged: "内容没有变化，不用保存。"
        case .noCategory: "没有选定困难类别，请至少选一类；都不符合的，不必列入台账。"
        case .proofMissing(let category): "“\(category.word)”要凭材料申报，请写明证明材料\(category.needs)。"
        case .outsideWorkingAge: "此人不在劳动年龄内，不能办理。出生日期或退休类别有误的，请先更正。"
        case .liveCaseExists: "此人已有一份正在援助的档案，一人只能有一份，请在原档案中办理。"
        case .caseClosed(let reason): "这份档案已经结束（\(reason.word)）。要继续援助的，请先重新开启。"
        case .caseNotClosed: "这份档案还没有结束，不用重新开启。"
        case .cannotReopen(let reason): "因“\(reason.word)”结束的档案不能重新开启。结束有误的，请撤回那一条记录。"
        case .differsWithoutReason: "选定的结果与系统建议不同，请写明理由。"
        case .visitEmpty: "走访记录没有内容。见到本人的，请写明谈话情况；没有见到的，请写明原因和下次走访日期。"
        case .visitRepeated: "这一天已有内容完全相同的走访记录，没有重复保存。确实又走访了一次的，请写明这次的情况。"
        case .ledgerNotSubmitted: "社区（村）还没有上报统计台账，暂时不能接收或退回。"
        case .ledgerAlreadyReceived: "这份统计台账已经接收，不用再次接收。"
        case .alreadyRegistered(let day): "此人已于\(day.iso)完成登记，不用再次办理。"
        case .nothingToWithdraw: "没有可以撤回的记录，可能已经撤回过，请重新打开页面。"
        case .samePerson: "选的是同一个人，不能与自己合并，请重新选择。"
        case .notMerged: "此人没有合并过，不用拆分。"
        case .loginTaken(let login): "登录名“\(login)”已经有人使用，请换一个。"
        case .loginMalformed(let login): "登录名“\(login)”不合要求，请用小写英文字母、数字、点和短横。"
        case .passwordWeak(let faults): faults.map(\.sentence).joined()
        case .passwordWrong: "现在的密码不对，请重新输入；忘记的，请安全管理员重置。"
        case .grantsMissing: "账号没有岗位，请至少指定一个岗位和单位。"
        case .administratorsExclude: "系统管理员、安全管理员、审计管理员必须由不同的人担任，也不能兼任业务岗位。"
        case .roleNotAtLevel(let role, let level): "“\(role.word)”不设在\(level.word)一级，请改选单位或岗位。"
        case .ownAccount: "不能变更自己的账号，请由另一位安全管理员办理。"
        case .batchBuiltOn(let count): "这批导入之后，已有\(count)条记录在它的基础上办理，不能整批撤销。请逐条更正。"
        case .batchAlreadyUndone: "这批导入已经撤销，不用再次撤销。"
        case .onLeave(let from, let through):
            "您在\(from.iso)至\(through.iso)请假，这一天确实办理了吗？核对无误的，请勾选确认后再提交。"
        case .ownsWork(let cases): "这个账号还负责\(cases)名援助对象，请先把援助对象移交给同事，再停用。"
        case .sameAccount: "选的是同一个账号，请改选一位同事。"
        case .cannotHelp(let level): "选定的账号不是本单位的\(level.helperWord)，或已经停用，请重新选择。"
        case .leaveBackwards: "请假的结束日期早于开始日期，请核对。"
        case .meetingEmpty: "会议没有记下内容。请至少写明一名援助对象的意见，或写明会议情况。"
        case .attachmentTooLarge(let bytes):
            "文件有\(bytes / 1_048_576)MB，超过12MB，没有保存。请把照片缩小，或把扫描件分成几份。"
        case .attachmentUnreadable: "这不是PDF文件或照片（JPG、PNG），没有保存。请重新扫描或拍照。"
        case .attachmentMissing: "没有选择文件，请选择扫描件或照片。"
        case .vacancyOdd(let findings): findings.map(\.sentence).joined(separator: "")
        case .procedure(let obstacle): obstacle.sentence
        }
    }
}

extension SubjectKind {
    /// The measure word after 这.
    fileprivate var measure: String {
        switch self {
        case .person, .unit, .account: "个"
        case .household: ""
        case .round, .batch, .employer, .vacancy, .fair: "个"
        case .policy: "项"
        case .assistanceCase: "份"
        }
    }
}

extension HardshipCategory {
    /// What a declaration must hold beside the paper (00.c12, 00.c13).
    fileprivate var needs: String {
        switch self {
        case .landTaken: "和转非日期"
        case .other: "和认定理由"
        case .militaryFamily, .conservation, .greenPost, .greenShift, .allowance, .disabled, .ageBand,
            .longUnemployed, .graduate, .zeroEmployment, .farmingOnly:
            ""
        }
    }
}

extension PasswordFault {
    /// What is wrong with the password and what to do.
    public var sentence: String {
        switch self {
        case .tooShort: "密码太短，至少要10个字符。"
        case .tooLong: "密码太长，最多128个字符。"
        case .tooFewKinds: "大写字母、小写字母、数字、其他符号中至少要有三类。"
        case .tooCommon: "这个密码太常见，容易被猜到，请换一个。"
        case .containsLogin: "密码中不能含有登录名。"
        case .sameAsBefore: "新密码不能与原密码相同。"
        }
    }
}

extension StoreFailure {
    /// What the person at the screen reads; the operator's details are in the log.
    public var sentence: String {
        switch self {
        case .conflict(let subject):
            "刚才有其他工作人员更新了同一\(subject.kind.measure)\(subject.kind.word)，您的内容还没有保存。请重新打开页面，核对后再提交。"
        case .unavailable: "数据库暂时不能使用，刚才的内容没有保存。请稍后再试；仍然不行的，请联系系统管理员。"
        case .damaged: "读出的数据前后不一致，为防止出错已停止办理。请联系系统管理员运行 yuanzhu verify 核对。"
        }
    }

    /// What the operator reads on the command line and in the log: the sentence with its cause.
    public var operatorSentence: String {
        switch self {
        case .conflict: sentence
        case .unavailable(let cause): "数据库不能使用：\(cause)"
        case .damaged(let cause): "数据有损坏：\(cause)。请运行 yuanzhu verify 核对，必要时从备份恢复。"
        }
    }
}
