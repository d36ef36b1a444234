// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime

extension FairKind: OfficeTerm {
    /// 招聘会种类.
    public var word: String {
        switch self {
        case .general: "综合招聘会"
        case .special: "专场招聘会"
        }
    }
}

extension FairStanding: OfficeTerm {
    /// 招聘会状态.
    public var word: String {
        switch self {
        case .planned: "筹备中"
        case .coming: "已公布"
        case .today: "今天举行"
        case .over: "待办结"
        case .closed: "已办结"
        case .cancelled: "已取消"
        }
    }
}

extension ArrivalMeans: OfficeTerm {
    /// 签到方式.
    public var word: String {
        switch self {
        case .desk: "工作人员登记"
        case .code: "扫邀请函"
        case .own: "本人签到"
        }
    }
}

extension GuestOutcome: OfficeTerm {
    /// 参会结果.
    public var word: String {
        switch self {
        case .intent: "达成意向"
        case .hired: "现场录用"
        case .talked: "洽谈未成"
        case .looked: "到场未洽谈"
        case .absent: "未到场"
        }
    }
}

extension FairHours {
    /// 9:00—16:30.
    public var words: String { "\(Self.words(opens))—\(Self.words(closes))" }

    /// 09:05, as fields of forms and programs write it.
    public static func iso(_ minutes: Int) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        return (hours < 10 ? "0" : "") + "\(hours):" + (rest < 10 ? "0" : "") + "\(rest)"
    }

    private static func words(_ minutes: Int) -> String {
        let text = iso(minutes)
        return text.hasPrefix("0") ? String(text.dropFirst()) : text
    }

    /// Minutes after midnight of `9:00`, `09:00`, `9点`, `9点30`, in digits of either width; `nil` when it is no time.
    public static func minutes(_ text: String) -> Int? {
        let plain = text.map { (sign: Character) -> Character in
            switch sign {
            case "：", "点", "时": ":"
            case "０"..."９": sign.wholeNumberValue.map { Character(String($0)) } ?? sign
            case _: sign
            }
        }.filter { $0 != "分" && !$0.isWhitespace }
        let parts = String(plain).split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let hours = Int(parts[0]), (0...24).contains(hours) else {
            return nil
        }
        guard parts.count == 2, !parts[1].isEmpty else { return hours * 60 }
        guard let minutes = Int(parts[1]), (0...59).contains(minutes) else { return nil }
        return hours * 60 + minutes <= 24 * 60 ? hours * 60 + minutes : nil
    }
}

extension FairFacts {
    /// 2026年3月9日 9:00—11:30.
    public var time: String { "\(day.inDocuments) \(hours.words)" }

    /// 面向人群, with what records are searched for.
    public var forWhom: String {
        guard kind == .special else { return "所有求职人员" }
        return [audience, occupation ?? ""].filter { !$0.isEmpty }.joined(separator: "；")
    }
}

extension FairEvent {
    /// What the record says, in one line; nothing of persons.
    public var detail: String {
        switch self {
        case .planned(let facts, _), .corrected(let facts): "\(facts.title)，\(facts.time)，\(facts.place)"
        case .standSet(let number, _, let vacancies): "\(number)号展位，\(vacancies.count)个岗位"
        case .standRemoved(let number): "撤销\(number)号展位"
        case .employerMerged(let number, _): "\(number)号展位随用人单位合并"
        case .announced: ""
        case .cancelled(let reason), .reopened(let reason): reason
        case .invited: "邀请一人"
        case .invitationWithdrawn(_, let reason): "撤回一份邀请：\(reason)"
        case .told: "通知一名受邀人员"
        case .signedIn(_, let means): "一人到场（\(means.word)）"
        case .signInWithdrawn: "撤销一人签到"
        case .walkInsCounted(let count): "现场来访\(count)人"
        case .standReported(let number, let result):
            "\(number)号展位：洽谈\(result.talked)人，意向\(result.intents)人，录用\(result.hired)人"
        case .resultNoted(_, let result): "一名受邀人员：\(result.outcome.word)"
        case .closed: ""
        }
    }
}

extension FairObstacle {
    /// Why it is refused and what to do.
    public var sentence: String {
        switch self {
        case .titleMissing: "没有填写招聘会名称。"
        case .placeMissing: "没有填写举办地点。"
        case .audienceMissing: "专场招聘会要写明面向哪些人。"
        case .dayPast(let day): "举办日期是\(day.inDocuments)，已经过去，请核对日期。"
        case .hoursReversed: "结束时间要晚于开始时间，请核对。"
        case .cancelled(let day): "这场招聘会已于\(day.iso)取消。"
        case .closed(let day): "这场招聘会已于\(day.iso)办结；要改结果的，请先重新打开。"
        case .alreadyAnnounced(let day): "这场招聘会已于\(day.iso)公布，不用再次公布。"
        case .notAnnounced: "这场招聘会还没有公布，请先公布。"
        case .noStands: "还没有安排展位，请先安排展位再公布。"
        case .standNumber(let number): "展位号\(number)不对，请填1至999。"
        case .standMissing(let number): "没有\(number)号展位，可能刚被同事撤销。"
        case .standTaken(let number): "\(number)号展位已安排给别的单位，请换一个展位号。"
        case .employerHasStand(let number): "这个单位已在\(number)号展位，一个单位只安排一个展位。"
        case .standEmpty: "请至少选择一个岗位。"
        case .vacancyOfAnother: "所选岗位不是这个单位的，请重新选择。"
        case .vacancyHasStand(_, let stand): "所选岗位已在\(stand)号展位，请重新选择。"
        case .vacancyNotOffered: "所选岗位到招聘会当天已招满、关闭或过期，请先更新岗位信息或另选岗位。"
        case .vacancyNotAtFair: "所选岗位不在这场招聘会的展位上，请重新选择。"
        case .alreadyInvited: "所选人员都已经邀请过。"
        case .notInvited: "这份邀请不在名单上，可能已撤回。"
        case .invitationEmpty: "请至少选择一人，并选择推荐的岗位。"
        case .hasCome: "本人已经签到，不能这样登记；签错的，请先撤销签到。"
        case .hasNotCome: "本人还没有签到，请先登记到场。"
        case .notTheDay(let day): "只能在招聘会当天（\(day.inDocuments)）签到。"
        case .notYet(let day): "招聘会\(day.inDocuments)举行，还不能登记结果。"
        case .numbersImplausible: "人数填写有误：录用不能多于意向，意向不能多于洽谈。"
        case .notClosed: "这场招聘会还没有办结。"
        case .nothingToTell: "没有需要通知的变动。"
        }
    }
}
