// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreMemory

/// The three levels' own help (steps 03 to 15). Each answers in how many days the next thing is done.
extension VillageHistory {
    mutating func helpInVillage(_ found: AssistanceCase) async throws -> Int? {
        let care = found.care
        guard care.assignment(at: .village) != nil else {
            try await assign(aide, at: .village, found, by: worker)
            return 0
        }
        if care.contactCount(at: .village) == 0 {
            try await contact(found, at: .village, by: aide)
            try await act(.aid(.vacancyTold(level: .village, vacancy())), found, by: aide)
            return dice.roll(1...3)
        }
        if care.plan(.entry) == nil {
            try await adopt(.entry, found, by: aide)
            return dice.roll(3...5)
        }
        if found.dueHandUp(at: .village, numbers: setting.pack.procedure) != nil {
            try await up(found, from: .village, by: aide)
            return 0
        }
        return try await recommend(found, at: .village, by: aide)
    }

    mutating func helpInTown(_ found: AssistanceCase) async throws -> Int? {
        let care = found.care
        if care.recommendations.count(where: { $0.recommendation.level == .town }) < 2,
            care.plan(.personal) == nil
        {
            try await offer(found, at: .town, by: clerk)
            try await offer(found, at: .town, by: clerk)
            try await adopt(.personal, found, by: clerk)
            return 1
        }
        if care.assignment(at: .town)?.isInterim != false {
            let opinion = Opinion(attendants: "所长、职业指导、培训、社保各一人", words: "情况已通报", decision: "由专员跟进")
            try await act(.handover(.consulted(opinion)), found, by: clerk)
            try await assign(specialist, at: .town, found, by: clerk)
            return 1
        }
        if care.contactCount(at: .town) == 0 {
            try await contact(found, at: .town, by: specialist)
            return dice.roll(1...4)
        }
        if !care.isAgreementSettled {
            let signature = Signature(
                strokes: "", paper: "镇社会保障事务所\(day.year)年协议卷", content: "按方案开展援助，双方按约定履行")
            try await act(.aid(.agreementSigned(signature)), found, by: specialist)
            try await act(.aid(.assessed(judgement: "身体可以，适合保洁、食堂、包装等岗位")), found, by: specialist)
            return dice.roll(2...5)
        }
        if care.failures(at: .town) >= setting.pack.procedure.failures {
            guard care.unsolved != nil else {
                try await act(.aid(.townUnsolved(reason: "镇内岗位均已推荐，没有合适的")), found, by: specialist)
                return 1
            }
            try await up(found, from: .town, by: specialist)
            return 0
        }
        return try await recommend(found, at: .town, by: specialist)
    }

    mutating func helpInDistrict(_ found: AssistanceCase) async throws -> Int? {
        let (care, helpers) = (found.care, setting.helpers)
        guard care.panel != nil else {
            let opinion = Opinion(
                attendants: "职业介绍中心、培训科、心理咨询师", words: "长期未就业，信心不足", decision: "先做心理调适，再推荐近郊岗位")
            try await act(.handover(.panelMet(opinion)), found, by: helpers.districtClerk)
            return dice.roll(1...2)
        }
        if care.assignment(at: .district)?.isInterim != false {
            try await assign(helpers.expert, at: .district, found, by: helpers.districtClerk)
            try await adopt(.professional, found, by: helpers.expert)
            return dice.roll(1...2)
        }
        if care.contactCount(at: .district) == 0 {
            try await contact(found, at: .district, by: helpers.expert)
            try await act(
                .aid(.tested(instrument: "职业兴趣问卷", result: "偏好动手、与人少打交道的工作")), found, by: helpers.expert)
            return dice.roll(3...6)
        }
        guard care.failures(at: .district) >= setting.pack.procedure.failures else {
            return try await recommend(found, at: .district, by: helpers.expert)
        }
        let analysis = CaseAnalysis(course: "三级推荐均未成功", causes: "年龄偏大、需照顾老人", advice: "就近公益性岗位")
        if care.analysis == nil { try await act(.aid(.analysed(analysis)), found, by: helpers.expert) }
        try await act(.handover(.handedToWelfare(reason: "家庭特别困难，符合安置条件")), found, by: helpers.expert)
        return dice.roll(2...6)
    }

    mutating func place(_ found: AssistanceCase) async throws -> Int? {
        let welfare = setting.helpers.welfareClerk
        guard found.care.welfare != nil else {
            let starts = workday(in: dice.roll(7...12))
            try await act(
                .welfare(.agreed(organisation: "社区公益性就业组织", post: "绿化养护", starts: starts)), found, by: welfare
            )
            return dice.roll(2...5)
        }
        if !found.care.isTrained {
            try await act(.training(.trained(course: "岗前安全培训", result: "合格")), found, by: welfare)
            return dice.roll(3...6)
        }
        try await act(.welfare(.started), found, by: welfare)
        return 1
    }

    // MARK: What every level does

    /// A recommendation from the offer to its outcome, with contacts between.
    private mutating func recommend(_ found: AssistanceCase, at level: Level, by actor: Actor) async throws
        -> Int?
    {
        try await keepPromises(found, at: level, by: actor)
        guard let open = found.care.openRecommendations.first(where: { $0.recommendation.level == level })
        else {
            try await offer(found, at: level, by: actor)
            return dice.roll(1...3)
        }
        guard let interview = open.interview else {
            let interview = Interview(
                level: level, day: workday(in: dice.roll(1...3)), place: "单位人事部", escort: actor.name,
                whyAlone: "")
            try await act(.aid(.interviewSet(of: open.act, interview)), found, by: actor)
            return dice.roll(4...6)
        }
        guard interview.day < day else { return 2 }
        let outcome = outcome(of: open.recommendation, at: level)
        try await act(.aid(.recommendationEnded(of: open.act, outcome)), found, by: actor)
        return dice.roll(1...3)
    }

    /// Contacts in their week, items of the plan on their day, progress each month; now and then one is missed.
    private mutating func keepPromises(
        _ found: AssistanceCase, at level: Level, by actor: Actor
    ) async throws {
        let last = found.care.contacts.first { $0.level == level }?.last
        if let last, day.days(since: last) >= 5, dice.happens(950) {
            try await contact(found, at: level, by: actor)
        }
        guard let plan = found.care.plan(PlanKind(level: level)), dice.happens(940) else { return }
        for item in plan.items where item.done == nil && item.by <= day.adding(days: 6) {
            try await act(.plan(.itemDone(plan.plan.kind, of: item.act, words: "已办")), found, by: actor)
        }
        if level != .village, day.days(since: plan.progressed ?? plan.on) >= 14 {
            try await act(
                .plan(.progressed(plan.plan.kind, words: "按计划进行，本人配合")), found, by: actor)
        }
    }

    private mutating func outcome(of recommendation: Recommendation, at level: Level) -> RecommendationOutcome
    {
        let code = dice.pick(
            Weighted([
                (OutcomeCode.employed, 15), (.employerRejected, 28), (.failedInterview, 7), (.postGone, 17),
                (.refusedWithCause, 10), (.refusedWithoutCause, 4), (.noShow, 12),
            ]))
        let vacancy = recommendation.vacancy
        let job =
            code == .employed
            ? Job(form: .hired, employer: vacancy.employer, post: vacancy.post, since: day) : nil
        return RecommendationOutcome(
            level: level, code: code, isPersonsReason: false, isExcused: dice.happens(700),
            words: code == .employed ? "" : dice.pick(Self.outcomes), comment: "准备充分，表达再主动些", job: job)
    }

    private mutating func offer(_ found: AssistanceCase, at level: Level, by actor: Actor) async throws {
        let recommendation = Recommendation(
            level: level, vacancy: vacancy(), confirmed: day, confirmedBy: "人事部 李主任（电话核实）")
        try await act(.aid(.recommended(recommendation)), found, by: actor)
    }

    private mutating func contact(_ found: AssistanceCase, at level: Level, by actor: Actor) async throws {
        let contact = Contact(
            level: level, means: dice.pick([ContactMeans.telephone, .atHome, .atOffice, .message]),
            words: dice.pick(Self.talks), view: dice.pick(Self.views),
            mood: dice.pick(Weighted([(Mood.steady, 60), (.hopeful, 20), (.low, 17), (.distressed, 3)])),
            agreed: dice.pick(["有岗位先打电话", "下周再联系", "准备简历"]))
        try await act(.aid(.contacted(contact)), found, by: actor)
    }

    private mutating func adopt(_ kind: PlanKind, _ found: AssistanceCase, by actor: Actor) async throws {
        let items = [
            Plan.Item(dice.pick(["职业指导一次", "参加招聘会", "修改简历"]), by: workday(in: dice.roll(7...20))),
            Plan.Item(dice.pick(["推荐两个岗位", "报名技能培训", "走访用人单位"]), by: workday(in: dice.roll(21...40))),
        ]
        let plan = Plan(
            kind: kind, direction: dice.pick(["就近就业", "先培训后上岗", "灵活就业"]), common: "政策告知、岗位信息、职业指导",
            individual: "照顾家庭时间，优先推荐半日班", psychology: kind == .professional ? "每两周一次谈心" : "",
            interviewTraining: kind == .professional ? "模拟面试两次" : "", view: dice.pick(Self.views),
            items: items)
        try await act(.plan(.adopted(plan)), found, by: actor)
    }

    private mutating func assign(_ helper: Actor, at level: Level, _ found: AssistanceCase, by actor: Actor)
        async throws
    {
        let version = try await liveCase(found.id)?.version ?? found.version
        _ = try await office().assign(
            helper.account, at: level, in: found.id, version: version, on: day, by: actor)
    }

    private mutating func up(_ found: AssistanceCase, from level: Level, by actor: Actor) async throws {
        guard let cause = found.dueHandUp(at: level, numbers: setting.pack.procedure), let above = level.above
        else { return }
        let handUp = HandUp(
            from: level, to: above, cause: cause, reason: "多次推荐未成功，建议上级组织培训后再推荐",
            through: ActID(found.version))
        try await act(.handover(.handedUp(handUp)), found, by: actor)
    }

    private mutating func vacancy() -> VacancyNote {
        let (employer, post, pay) = dice.pick(Self.vacancies)
        return VacancyNote(employer: employer, post: post, place: "本区", pay: pay, requirements: "身体健康，能坚持上岗")
    }

    private static let vacancies = [
        ("顺义金丰物业公司", "保洁员", "每月2200元"), ("燕京食品厂", "包装工", "每月2600元，管午饭"), ("空港配送中心", "分拣员", "每月3000元"),
        ("潮白河园林公司", "绿化工", "每天100元"), ("仁和敬老院", "护理员", "每月2800元，管住"), ("天竺商贸公司", "理货员", "每月2500元"),
    ]
    private static let talks = ["说明援助内容和步骤，了解近况", "询问求职进展，介绍本周岗位", "谈家里情况和顾虑", "提醒面试注意事项"]
    private static let views = ["愿意干，希望离家近", "想先学门手艺", "工资低一点也行，要能接孩子", "怕身体吃不消，先试试"]
    private static let outcomes = ["单位要年轻人", "路太远，没有班车", "岗位已招满", "家里老人住院走不开"]
}
