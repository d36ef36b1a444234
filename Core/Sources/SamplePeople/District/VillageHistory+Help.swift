// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreMemory

/// Help from recognition to a stable job: at each step whoever has the case does what is next for the person.
extension VillageHistory {
    /// Does the next thing in a case, and plans the one after it.
    mutating func help(_ id: CaseID) async throws {
        guard let found = try await liveCase(id), let person = try await store.person(found.person),
            person.isOnRoll
        else { return }
        var days: Int? = 1
        // The very same words on one day are no second record: the next day brings others.
        do { days = try await doNext(found) } catch Refusal.procedure(.repeated) {}
        guard let days else { return }
        // Somebody who keeps up does it on the day, others a little later.
        let lag = dice.happens(pace.unconfirmed / 2) ? dice.roll(1...4) : 0
        plan(.help(id), on: workday(in: days + lag))
    }

    /// The next thing for the person, by whoever has the case; in how many days the one after it is done.
    private mutating func doNext(_ found: AssistanceCase) async throws -> Int? {
        switch found.stage {
        case .listed: try await recognise(found)
        case .village: try await helpInVillage(found)
        case .townIntake: try await takeIn(found, by: clerk, at: .town)
        case .town: try await helpInTown(found)
        case .districtIntake: try await takeIn(found, by: setting.helpers.districtClerk, at: .district)
        case .district: try await helpInDistrict(found)
        case .welfare: try await place(found)
        case .employed: try await follow(found)
        case .ended: nil
        }
    }

    /// One act of the procedure by somebody, on the present day.
    mutating func act(_ event: CaseEvent, _ found: AssistanceCase, by actor: Actor) async throws {
        let version = try await liveCase(found.id)?.version ?? found.version
        _ = try await office().act(event, in: found.id, version: version, on: day, by: actor)
    }

    // MARK: Step 02

    private mutating func recognise(_ found: AssistanceCase) async throws -> Int? {
        guard found.registered != nil else { return nil }
        if found.recognition.accepted == nil {
            let papers = PapersCheck(complete: try await office().requiredPapers(of: found))
            try await act(.recognition(.papersChecked(papers)), found, by: clerk)
            if let facts = try await store.person(found.person)?.facts {
                try await act(.recognition(.itemsVerified(VerifiedItem.agreeing(facts))), found, by: clerk)
            }
            try await act(.recognition(.accepted(note: "材料齐全，逐项核对一致")), found, by: clerk)
            return dice.roll(1...4)
        }
        guard !dice.happens(30) else {
            let grounds = setting.pack.procedure.grounds.refusing
            try await act(
                .recognition(
                    .refused(
                        reason: "经核实，本人在外单位正常缴纳社会保险，不符合认定条件",
                        ground: grounds.first { $0.contains("已经就业") } ?? grounds.first)), found, by: clerk)
            return nil
        }
        let number = "R\(day.year)-\(found.id.number)"
        try await act(.recognition(.recognised(number: number, note: "")), found, by: clerk)
        try await act(.recognition(.registerEntered(note: "农村劳动力管理子系统")), found, by: clerk)
        try await act(.recognition(.certificateIssued(number: "Z\(number)")), found, by: clerk)
        plan(.publish(found.id), on: workday(in: 2))
        return dice.roll(0...1)
    }

    /// 入户核实, 公示, 援助卡, one after the other beside the help (02.w3).
    mutating func publish(_ id: CaseID) async throws {
        guard let found = try await liveCase(id), found.recognition.recognised != nil else { return }
        let recognition = found.recognition
        if recognition.verified == nil {
            try await act(.recognition(.verifiedInVillage(finding: "入户看过，情况属实")), found, by: worker)
            plan(.publish(id), on: workday(in: 3))
        } else if recognition.notice == nil {
            try await act(.recognition(.noticePosted(place: "村务公开栏")), found, by: worker)
            plan(.publish(id), on: workday(in: setting.pack.procedure.noticeDays + 1))
        } else if recognition.notice?.ended == nil {
            try await act(
                .recognition(.noticeEnded(isUpheld: false, note: "公示期内没有异议")), found, by: worker)
            plan(.publish(id), on: workday(in: 1))
        } else if recognition.card.isEmpty {
            try await act(.recognition(.cardIssued(number: "K\(day.year)-\(id.number)")), found, by: clerk)
        }
    }

    // MARK: Intake

    private mutating func takeIn(_ found: AssistanceCase, by actor: Actor, at level: Level) async throws
        -> Int?
    {
        // Some wait for whoever opens the demonstration.
        guard day.days(since: found.care.since ?? day) > 0 || dice.happens(800) else { return 1 }
        let version = try await liveCase(found.id)?.version ?? found.version
        _ = try await office().receive(
            found.id, version: version, at: level, interim: actor.account, on: day, by: actor)
        return 1
    }

    // MARK: Steps 16 and 17

    private mutating func follow(_ found: AssistanceCase) async throws -> Int? {
        guard let job = found.care.job else { return nil }
        if found.care.notified == nil {
            let words = "请于15个工作日内带身份证、劳动合同到镇社会保障事务所办理就业登记"
            try await act(.work(.notified(means: .telephone, words: words)), found, by: clerk)
            return dice.roll(3...12)
        }
        if found.care.registered == nil {
            let registration = WorkRegistration(
                job: job, number: "J\(day.year)-\(found.id.number)", place: "本区", isUnstable: dice.happens(80)
            )
            try await act(.work(.registered(registration)), found, by: clerk)
            return registration.isUnstable ? dice.roll(7...9) : dice.roll(31...34)
        }
        if dice.happens(20) {
            try await act(.work(.jobLost(reason: "单位裁减人员")), found, by: aide)
            return try await secondRound(found)
        }
        if found.care.concern != nil { return try await keepInWork(found) }
        return try await followUp(found)
    }

    private mutating func followUp(_ found: AssistanceCase) async throws -> Int? {
        let isStable = dice.happens(880)
        let followUp = FollowUp(
            means: .telephone, judged: isStable ? .stable : .unstable,
            situation: dice.pick(isStable ? Self.settled : Self.unsettled),
            income: dice.roll(22...45) * 100, isInsured: dice.happens(850), policies: "社会保险补贴已申请",
            mood: isStable ? .steady : .low, wantsToLeave: !isStable && dice.happens(300))
        try await act(.work(.followedUp(followUp)), found, by: aide)
        let hasConcern = try await liveCase(found.id)?.care.concern != nil
        if hasConcern { return 1 }
        return isStable ? dice.roll(24...29) : dice.roll(7...9)
    }

    private mutating func keepInWork(_ found: AssistanceCase) async throws -> Int? {
        let helper = specialist
        try await act(
            .retention(.guided(isGroup: false, words: "了解想离职的原因，讲明再就业的难处，与单位协调班次")), found, by: helper)
        let guided = try await liveCase(found.id)?.care.retentionGuided.last
        if let guided, dice.happens(850) {
            try await act(.retention(.filed(of: guided, words: "路远想离职，经协调调班后稳定")), found, by: helper)
        }
        if dice.happens(600) {
            try await act(.retention(.closed(result: "单位调整了班次，本人愿意继续干")), found, by: helper)
        }
        return dice.roll(5...6)
    }

    private mutating func secondRound(_ found: AssistanceCase) async throws -> Int? {
        guard let version = try await liveCase(found.id)?.version else { return nil }
        _ = try await office().reopenCase(
            found.id, version: version, reason: "失去工作，开始第二轮援助", on: day, by: worker)
        return 1
    }

    var aide: Actor { setting.helpers.aides[unit.id] ?? worker }

    var specialist: Actor {
        let town = setting.tree.unit(at: .town, above: unit.id)
        return town.flatMap { setting.helpers.specialists[$0.id] } ?? clerk
    }

    private static let settled = ["工作顺手，领导照顾", "已转正，按月发工资", "上下班有班车，家里支持"]
    private static let unsettled = ["嫌路远，家里老人没人照看", "试用期还没有签合同", "活儿时有时无"]
}
