// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension ApplicationItem: OfficeTerm {
    /// 登记项目, as the application calls it.
    public var word: String {
        switch self {
        case .name: "姓名"
        case .identity: "身份证号"
        case .sex: "性别"
        case .born: "出生日期"
        case .registration: "户籍性质及人员类别"
        case .education: "文化程度"
        case .health: "健康状况"
        case .disability: "残疾等级"
        case .categories: "困难类别"
        case .unemployedSince: "失业日期"
        case .mobile: "手机号"
        case .livesAt: "现住址"
        }
    }

    /// What a code of the item says.
    public func words(_ code: String) -> String {
        if code.isEmpty { return "" }
        return switch self {
        case .name, .identity, .categories, .mobile, .livesAt, .born, .unemployedSince: code
        case .sex: Sex(rawValue: code)?.word ?? code
        case .registration: RegistrationKind(rawValue: code)?.word ?? code
        case .education: Education(rawValue: code)?.word ?? code
        case .health: Health(rawValue: code)?.word ?? code
        case .disability: Self.disability(code)
        }
    }

    private static func disability(_ code: String) -> String {
        let parts = code.split(separator: "-")
        guard parts.count == 2, let grade = Int(parts[0]) else { return code }
        return Disability(grade: grade, canWork: parts[1] == "able").words
    }
}

extension ApplicationKind: OfficeTerm {
    /// What is applied for.
    public var word: String {
        switch self {
        case .unemployment: "失业登记"
        case .transfer: "农村劳动力转移求职登记"
        case .recognition: "就业困难人员认定"
        }
    }
}

extension RequiredPaper {
    /// 原件1份、复印件2份.
    public var count: String { Self.count(originals, copies) }

    fileprivate static func count(_ originals: Int, _ copies: Int) -> String {
        [(originals, "原件"), (copies, "复印件")].filter { $0.0 > 0 }.map { "\($0.1)\($0.0)份" }
            .joined(separator: "、")
    }
}

extension CheckedPaper {
    /// 复印件1份: how many are missing.
    public var missingCount: String { RequiredPaper.count(missingOriginals, missingCopies) }

    /// What is missing of it: what, how many, where to get it and why (02.r2); empty where nothing is.
    public var missingLine: String {
        guard isShort else { return "" }
        return "\(paper.name)：缺\(missingCount)；办理处：\(paper.from)；用途：\(paper.why)"
    }
}

extension PapersCheck {
    var sentence: String {
        let missing = short.map { paper in
            "\(paper.paper.name)缺\(RequiredPaper.count(paper.missingOriginals, paper.missingCopies))"
        }
        return missing.isEmpty ? "\(papers.count)份材料齐全" : missing.joined(separator: "、")
    }
}

extension [VerifiedItem] {
    /// What agreed and what was corrected; sensitive values stay out of it (L.05).
    var sentence: String {
        let agreed = filter { $0.after == nil }
        let corrected = compactMap { item -> String? in
            guard let after = item.after else { return nil }
            guard !item.item.isSensitive else { return "\(item.item.word)已更正" }
            let (old, new) = (item.item.words(item.before), item.item.words(after))
            return "\(item.item.word)由“\(old.isEmpty ? "空" : old)”更正为“\(new.isEmpty ? "空" : new)”"
        }
        let same = agreed.isEmpty ? "" : "与证件一致：" + agreed.map(\.item.word).joined(separator: "、")
        return ([same] + corrected).filter { !$0.isEmpty }.joined(separator: "；")
    }
}
