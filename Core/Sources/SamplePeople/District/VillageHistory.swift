// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreMemory

/// What happened in one made-up village, done act by act by ``Office`` over a store of its own.
///
/// Nothing is written that the office would refuse a real worker; the changes are recorded and then written to
/// the real store in bulk. Each step may put further steps on later days.
struct VillageHistory {
    let setting: DistrictSetting
    let village: SampleVillage
    let unit: Unit
    let round: RoundID
    let worker: Actor
    let clerk: Actor
    let store: MemoryStore
    let pace: VillagePace
    let firstPerson: Int
    var dice: Dice
    /// Steps by day since the roll was taken in.
    private var agenda: [[Step]]
    private(set) var day: Day
    private var stepsToday = 0
    /// People with a proposal that nobody has looked at yet, to be confirmed lately or left as work.
    var waiting: [Int] = []

    enum Step {
        case interview(Int, on: Day)
        case excuse(Int, ExcuseReason, on: Day)
        case look(Int)
        case visit(CaseID, VisitClass, on: Day)
        case reclassify(CaseID)
        case submit, receive, sendBack
        case escort(CaseID), register(CaseID), waive(CaseID)
        case help(CaseID), publish(CaseID)
        case end(CaseID, CaseEndReason)
        case leave(Int, DepartureReason)
        case move(Int)
        case enterTwice(Int)
        case merge(PersonID, into: PersonID)
    }

    init(_ setting: DistrictSetting, place: Int) {
        let days = setting.days
        self.setting = setting
        village = SampleVillage(place, of: setting.plan, on: days.opened)
        unit = setting.villages[place]
        round = setting.rounds[place]
        worker = setting.workers[place]
        clerk = setting.clerk(of: unit)
        pace = VillagePace(place)
        firstPerson = setting.firstPeople[place]
        let block = setting.block(place)
        store = MemoryStore(recordingFrom: block)
        dice = Dice(seed: setting.plan.seed, stream: 0x5EED_0000 + UInt64(place))
        day = days.imported
        agenda = Array(repeating: [], count: days.today.days(since: days.imported) + 1)
    }

    /// The office at the next minute of the present day.
    mutating func office() -> Office {
        stepsToday += 1
        let seconds = 9 * 3600 + min(stepsToday * 71, 9 * 3600)
        return Office(
            store: store, pack: setting.pack, tree: setting.tree,
            now: Instant(startOf: day).adding(seconds: seconds), today: day)
    }

    /// Puts a step on a day; what would come after the day that is shown has not happened.
    mutating func plan(_ step: Step, on day: Day) {
        let place = max(day, self.day).days(since: setting.days.imported)
        if agenda.indices.contains(place) { agenda[place].append(step) }
    }

    /// The first working day so many days after the present one.
    func workday(in days: Int) -> Day { workday(onOrAfter: day.adding(days: days)) }

    func workday(onOrAfter day: Day) -> Day { setting.pack.calendar.nextWorkday(onOrAfter: day) }

    /// Everything from the roll to the day that is shown.
    ///
    /// - Throws: ``Refusal`` or ``StoreFailure`` when the story does what no office would let pass.
    mutating func run() async throws -> [Change] {
        try await begin()
        try await takeRollIn()
        planSurvey()
        planLedger()
        planRollLife()
        var place = 0
        while place < agenda.count {
            day = setting.days.imported.adding(days: place)
            stepsToday = 0
            // Nobody passes the working age but at a month's end, so the daily act finds somebody today only.
            if day.day == 1 { _ = try await office().ageOut() }
            var next = 0
            while next < agenda[place].count {
                try await take(agenda[place][next])
                next += 1
            }
            agenda[place] = []
            place += 1
        }
        return try await lookingAhead(store.takeRecorded().settled())
    }

    /// The changes with duties told as far ahead as the day that is shown asks, as the nightly derivation would.
    private func lookingAhead(_ changes: [Change]) async throws -> [Change] {
        let horizon = setting.days.today.adding(days: Office.horizonDays)
        var changes = changes
        for place in changes.indices {
            for list in changes[place].duties.indices {
                let before = changes[place].duties[list]
                if case .person = before.subject { continue }
                let found = obligations(
                    of: try await store.journal(of: before.subject), under: setting.pack.owed,
                    calendar: setting.pack.calendar, through: horizon)
                changes[place].duties[list] = DutyList(
                    subject: before.subject, unit: before.unit, person: before.person,
                    hardness: before.hardness, accounts: before.accounts, obligations: found)
            }
        }
        return changes
    }

    /// The units and the open round, as the district has written them before.
    private func begin() async throws {
        let above = setting.tree.all.filter { setting.tree.contains(unit.id, within: $0.id) }
        for unit in above { _ = try await store.commit(.founding(unit, on: unit.since)) }
        let opened = setting.days.opened
        var change = Change(by: .system, recorded: Instant(startOf: opened), answer: .round(round))
        change.append(
            .round(.opened(village: unit.id, year: opened.year)), to: .round(round), after: 0, on: opened)
        change.states.append(
            .round(SurveyRound(id: round, village: unit.id, year: opened.year, opened: opened)))
        _ = try await store.commit(change)
        for account in setting.helpers.accounts { _ = try await store.commit(.opening(account)) }
        try await followBatches()
        _ = store.takeRecorded()
    }

    /// The import of the village before, since an import takes the number after the newest.
    private func followBatches() async throws {
        let before = BatchID((setting.block(village.plan.place)[.batch] ?? 1) - 1)
        guard before.number > 0 else { return }
        let batch = ImportBatch(
            id: before, kind: .roll, file: "", digest: "before", rows: 0, added: 0, changed: 0, by: .system,
            unit: unit.id, on: setting.days.founded)
        var change = Change(
            by: .system, recorded: Instant(startOf: setting.days.founded), answer: .batch(before))
        change.append(
            .batch(.applied(kind: .roll, file: "", digest: "before", rows: 0, added: 0, changed: 0)),
            to: .batch(before), after: 0, on: setting.days.founded)
        change.states.append(.batch(batch))
        _ = try await store.commit(change)
    }

    private mutating func take(_ step: Step) async throws {
        switch step {
        case .interview(let place, let day): try await interview(place, on: day)
        case .excuse(let place, let reason, let day): try await excuse(place, reason, on: day)
        case .look(let place): try await look(place)
        case .visit(let id, let visitClass, let day): try await visit(id, visitClass, on: day)
        case .reclassify(let id): try await reclassify(id)
        case .submit: try await submit()
        case .receive: try await receive()
        case .sendBack: try await sendBack()
        case .escort(let id): try await escort(id)
        case .register(let id): try await register(id)
        case .waive(let id): try await waive(id)
        case .help(let id): try await help(id)
        case .publish(let id): try await publish(id)
        case .end(let id, let reason): try await end(id, reason)
        case .leave(let place, let reason): try await leave(place, reason)
        case .move(let place): try await move(place)
        case .enterTwice(let place): try await enterTwice(place)
        case .merge(let id, let kept): try await merge(id, into: kept)
        }
    }
}
