// SPDX-License-Identifier: Apache-2.0

import Assistance
import Desk
import Matching

extension MatchRound: OfficeTerm {
    /// 轮次.
    public var word: String {
        switch self {
        case .recommend: "岗位推荐"
        case .place: "一人一岗"
        }
    }

    /// What the round does, for whoever starts it.
    public var says: String {
        switch self {
        case .recommend: "每人提出一至两个岗位，一个岗位可以推荐给多人，尽量不挤在一起。日常用这一种。"
        case .place: "每人至多一个岗位，人数不超过招聘人数。办专场招聘会、集中安置前用。"
        }
    }
}

extension UnservedReason: OfficeTerm {
    /// 未安排原因.
    public var word: String {
        switch self {
        case .ability: "没有条件合适的岗位"
        case .way: "合适的岗位都太远"
        case .terms: "待遇、班次都不合意向"
        case .several: "好几项条件都不合适"
        case .noPosts: "没有招聘中的岗位"
        case .harder: "合适的岗位先推荐给了更困难的人"
        case .betterScore: "合适的岗位先推荐给了更合适的人"
        case .noEscort: "援助人员陪同不过来"
        }
    }

    /// What can be done about it.
    public var remedy: String {
        switch self {
        case .ability: "看看培训，或采集要求低一些的岗位"
        case .way: "在附近采集岗位，或和用人单位商量班车"
        case .terms: "和本人商量放宽哪一项"
        case .several: "和本人商量意向，同时看看培训"
        case .noPosts: "采集、核实岗位"
        case .harder: "多采集这类岗位"
        case .betterScore: "多采集这类岗位，或更新本人意向"
        case .noEscort: "请同事分担陪同，或移交部分援助对象"
        }
    }
}

extension SetAsideReason: OfficeTerm {
    /// 不采用的原因.
    public var word: String {
        switch self {
        case .unwanted: "本人不愿意"
        case .unable: "本人做不了"
        case .way: "上下班不方便"
        case .doubtful: "用人单位或岗位不可靠"
        case .otherPlans: "已有其他安排"
        }
    }
}

extension ProposalOffer.State {
    /// What became of a proposal.
    public var word: String {
        switch self {
        case .open: "可以推荐"
        case .told: "已推荐"
        case .gone(let standing): "岗位\(standing.word)"
        case .fails: "条件已变，不再合适"
        }
    }
}

extension MatchRun.Figures {
    /// 四类走访对象12人中安排9人, from the hardest.
    public var servedWords: [String] {
        zip(["四类", "三类", "二类", "一类"], zip(asked, served)).compactMap { name, counts in
            counts.0 == 0 ? nil : "\(name)走访对象\(counts.0)人，提出建议\(counts.1)人"
        }
    }
}
