// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension Pay {
    /// 5000—8000元/月.
    public var words: String { from == through ? "\(from)元/月" : "\(from)—\(through)元/月" }
}

extension PayReading {
    /// How another unit was turned into yuan a month; `nil` where nothing was turned.
    public var note: String? {
        switch unit {
        case .month: nil
        case .tenThousandMonth: "按万元读，折合\(pay.words)"
        case .day: "按每月21.75个计薪日折算，折合\(pay.words)"
        case .year: "按12个月折算，折合\(pay.words)"
        }
    }
}

extension PayFault {
    /// What is wrong and how to write it.
    public var sentence: String {
        switch self {
        case .empty: "没有填写待遇。请写每月多少元，如“5000-7000”。"
        case .negotiable: "待遇不能写“面议”。请向单位问清每月多少元，如“5000-7000”。"
        case .notMonthly: "按小时或计件的，请向单位问清一个月大约多少元，如“4000-5000”。"
        case .noNumber: "没有看懂待遇。请写每月多少元，如“5000-7000”或“0.5-0.7万”。"
        case .severalNumbers: "待遇中数字太多。请只写最低和最高，如“5000-7000”。"
        case .implausible(let sum): "折合每月\(sum)元，不像是月薪。请核对单位是“元”还是“万元”，是每月还是每天。"
        }
    }
}

extension CreditCodeFault {
    /// What is wrong with a credit code.
    public var sentence: String {
        switch self {
        case .empty: "没有填写统一社会信用代码。"
        case .length(let count): "统一社会信用代码是18位，填写的是\(count)位。"
        case .character(let sign): "统一社会信用代码中不会有“\(sign)”。字母I、O、S、V、Z不使用，请核对是不是1、0、5、U、2。"
        case .check: "统一社会信用代码的末位校验不符，请对照营业执照核对。"
        }
    }
}

extension Requirement.Ability {
    /// What is asked for, in words.
    public var words: String {
        switch self {
        case .education(let education): education == .postgraduate ? education.word : "\(education.word)及以上"
        case .certificate(let name): "持\(name)"
        case .skill(let name): "会\(name)"
        case .experience(let months, let line):
            "\(line.isEmpty ? "工作" : line)经验\(months % 12 == 0 ? "\(months / 12)年" : "\(months)个月")"
        case .ableBody(let words): words
        case .drivingLicence(let kind): "\(kind)驾驶证"
        }
    }
}

extension Requirement {
    /// What is asked for and how much it counts.
    public var words: String {
        switch weight {
        case .must: ability.words
        case .nice: "\(ability.words)优先"
        case .points(let points): "\(ability.words)（加\(points)分）"
        }
    }
}

extension [Requirement] {
    /// All of them, those that must be met first.
    public var words: String {
        isEmpty ? "" : (musts + filter { $0.weight != .must }).map(\.words).joined(separator: "；")
    }
}

extension VacancyFacts {
    /// 班次 and hours.
    public var hours: String {
        [shift?.word, weeklyHours.map { "每周\($0)小时" }].compactMap(\.self).joined(separator: "，")
    }

    /// What is offered beside the pay.
    public var conditions: String {
        [hours, insurance.map { $0 == .none ? "不缴社会保险" : $0.word }, term?.word].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: "；")
    }

    /// Where the work is; `unit` is the name of the town or village.
    public func placeWords(_ unit: String?) -> String {
        [unit, place.words.isEmpty ? nil : place.words].compactMap(\.self).joined(separator: " ")
    }

    /// The vacancy as it is told to somebody (05.w2).
    public func note(employer: String, unit: String?, id: VacancyID) -> VacancyNote {
        VacancyNote(
            employer: employer, post: post, place: placeWords(unit),
            pay: [pay.words, conditions].filter { !$0.isEmpty }.joined(separator: "；"),
            requirements: requirements.words, vacancyID: id)
    }
}

extension VacancyFinding {
    /// What is odd and what to do.
    public var sentence: String {
        switch self {
        case .sexLimit(let words):
            "“\(words)”含有性别要求，不能登记。就业促进法第二十七条规定招工不得以性别为由拒绝录用，人力资源市场暂行条例第二十四条规定招聘信息不得有歧视性内容。请向单位说明并改写。"
        case .postMissing: "没有填写岗位名称。"
        case .occupationMissing: "没有选择工种。"
        case .headcount(let count): "招聘人数是\(count)，应在1到999之间。"
        case .placeMissing: "没有填写工作地点。"
        case .expired(let day): "有效期到\(day.iso)，已经过去。"
        case .validTooLong(let day): "有效期到\(day.iso)，超过一年。请填一年以内，到期再向单位核实。"
        case .weeklyHours(let hours): "每周工时是\(hours)，应在1到84之间。"
        case .ageInWords(let words):
            "“\(words)”是年龄要求，不能写进岗位名称、要求和介绍。单位坚持的，写在“单位的年龄说法”里，不对外公布，也不影响推荐。"
        case .ageStated(let words): "单位提出年龄说法“\(words)”。请告诉单位招聘不得歧视；仍要保留的，只在内部记录，不影响推荐。"
        case .payBelowMinimum(let lowest): "最低月薪低于最低工资标准（\(lowest)元/月）。非全日制的请选“非全日制”，否则请向单位核实。"
        case .payOdd(let pay): "待遇\(pay.words)不寻常，请核对。"
        case .longHours(let hours): "每周\(hours)小时，超过法定的40小时，请向单位问清加班和休息的安排。"
        case .doubled: "这个单位在同一地点已有同名的在招岗位，请核对是不是重复登记。"
        }
    }
}

extension VacancyEvent {
    /// What the record says, in one line.
    public var detail: String {
        switch self {
        case .posted(let facts, _, _, let verified):
            "\(facts.post)，\(facts.headcount)人，\(facts.pay.words)"
                + (verified.map { "；\($0.confirmedBy)确认" } ?? "；尚未核实")
        case .corrected(let facts): "\(facts.post)，\(facts.headcount)人，\(facts.pay.words)"
        case .confirmed(let verification):
            "\(verification.confirmedBy)（\(verification.means.word)）"
                + (verification.words.isEmpty ? "" : "：\(verification.words)")
        case .told(_, _, let isLetter): isLetter ? "推荐一人" : "告知一人"
        case .hired: "录用一人"
        case .released: "一人未成功，名额放回"
        case .closed(let end, let note): note.isEmpty ? end.word : "\(end.word)：\(note)"
        case .reopened(let reason): reason
        case .employerMerged: "用人单位合并"
        }
    }
}

extension EmployerEvent {
    /// What the record says, in one line.
    public var detail: String {
        switch self {
        case .registered(let facts, _), .corrected(let facts):
            [facts.name, facts.code?.text, facts.address].compactMap(\.self).filter { !$0.isEmpty }
                .joined(separator: "，")
        case .visited(let visit):
            "\(visit.met)：\(visit.words)" + (visit.policies.isEmpty ? "" : "；告知政策：\(visit.policies)")
        case .reported(let report):
            "\(report.month.iso)空岗\(report.places)人，\(report.reportedBy)报告"
                + (report.words.isEmpty ? "" : "：\(report.words)")
        case .absorbed: "并入一条重复登记"
        case .merged(_, let reason), .struck(let reason): reason
        }
    }
}
