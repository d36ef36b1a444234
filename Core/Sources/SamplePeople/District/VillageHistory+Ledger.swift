// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreMemory

/// The statistics ledger and who is brought to the town because of it (01.w3, 01.w5, 01.r4).
extension VillageHistory {
    /// The ledger of the round, and a second one lately for those listed since.
    mutating func planLedger() {
        let (opened, monthEnd) = (setting.days.opened, setting.days.monthEnd)
        let first =
            switch pace {
            case .prompt, .behind: workday(onOrAfter: monthEnd.adding(days: -dice.roll(4...6)))
            case .late: workday(onOrAfter: opened.adding(days: dice.roll(48...56)))
            }
        plan(.submit, on: first)
        let recent = workday(onOrAfter: setting.days.today.adding(days: -dice.roll(3...4)))
        if recent > first.adding(days: 40), dice.happens(700) { plan(.submit, on: recent) }
    }

    mutating func submit() async throws {
        let office = office()
        guard let before = try await store.round(round) else { return }
        do {
            _ = try await office.submitLedger(of: round, version: before.version, on: day, by: worker)
        } catch Refusal.nothingChanged {
            return
        }
        let isSentBack = before.submission == nil && dice.happens(90)
        plan(isSentBack ? .sendBack : .receive, on: workday(in: dice.roll(1...4)))
        for entry in try await store.ledger(nil, scope: .village(unit.id), after: nil, limit: 1_000_000).rows
        {
            let found = entry.assistanceCase
            if found.ledgers.last?.isAbleAndWilling == true, found.registered == nil { planEscort(found.id) }
        }
    }

    /// Most are brought within the week, a few do not want it, some nobody has brought yet.
    private mutating func planEscort(_ id: CaseID) {
        let day = workday(in: dice.roll(1...6))
        switch dice.roll(0...99) {
        case 0..<72: plan(.escort(id), on: day)
        case 72..<79: plan(.register(id), on: day)
        case 79..<88: plan(.waive(id), on: day)
        case _: return
        }
    }

    mutating func receive() async throws {
        guard let found = try await store.round(round), found.submission?.received == nil,
            found.submission?.returned == nil
        else { return }
        _ = try await office().receiveLedger(of: round, version: found.version, on: day, by: clerk)
    }

    mutating func sendBack() async throws {
        guard let found = try await store.round(round), found.submission?.received == nil else { return }
        _ = try await office().sendBackLedger(
            of: round, version: found.version, reason: "有两人的类别与申报材料对不上，请核对后重报", on: day, by: clerk)
        plan(.submit, on: workday(in: dice.roll(1...3)))
    }

    mutating func escort(_ id: CaseID) async throws {
        guard let found = try await waitingCase(id) else { return }
        _ = try await office().recordEscort(
            of: id, version: found.version, note: "带身份证、户口簿到镇社会保障事务所", on: day, by: worker)
        if dice.happens(930) {
            try await register(id)
        } else {
            plan(.register(id), on: workday(in: dice.roll(1...4)))
        }
    }

    mutating func register(_ id: CaseID) async throws {
        guard let found = try await waitingCase(id) else { return }
        _ = try await office().receiveRegistration(
            of: id, version: found.version, note: "材料齐全", on: day, by: clerk)
        guard let registered = try await liveCase(id) else { return }
        try await act(.recognition(.informed(note: "资料袋已发，本人签收")), registered, by: clerk)
        let wait = waitForPapers()
        if dice.happens(930) { plan(.help(id), on: workday(in: wait)) }
    }

    /// Days until the papers are brought: at once, over the year, or lately, so that on the day that is shown some
    /// are in the midst of the search.
    private mutating func waitForPapers() -> Int {
        switch dice.roll(0...99) {
        case 0..<45: dice.roll(1...5)
        case 45..<60: dice.roll(15...250)
        case _: max(6, setting.days.today.days(since: day) - dice.roll(3...45))
        }
    }

    mutating func waive(_ id: CaseID) async throws {
        guard let found = try await waitingCase(id) else { return }
        _ = try await office().waiveEscort(
            of: id, version: found.version, reason: dice.pick(["本人说先自己找找看", "家里有事走不开，暂不登记"]), on: day,
            by: worker)
    }

    private func waitingCase(_ id: CaseID) async throws -> AssistanceCase? {
        guard let found = try await liveCase(id), found.registered == nil else { return nil }
        return found
    }
}
