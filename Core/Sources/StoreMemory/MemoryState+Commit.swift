// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryState {
    /// Writes a change whole, or throws before anything is written.
    mutating func commit(_ change: Change) throws(StoreFailure) -> Receipt {
        if let once = change.once, let subject = taken[once] {
            return Receipt(subject: subject, isRepeat: true)
        }
        try check(change)
        try checkUnique(change)
        try draw(change.serials)
        for act in change.acts { append(act, of: change) }
        for state in change.states { keep(state) }
        for message in change.messages { send(message, at: change.recorded) }
        for list in change.duties { keep(list) }
        audit += change.audit
        if let draft = change.finishedDraft { drafts[draft] = nil }
        if let once = change.once { taken[once] = change.answer }
        recorded?.append(change)
        return Receipt(subject: change.answer, isRepeat: false)
    }

    /// - Throws: ``StoreFailure/conflict(_:)`` when an act's number is taken or does not follow.
    private func check(_ change: Change) throws(StoreFailure) {
        var last: [Subject: Int] = [:]
        var sheets: Set<String> = []
        for act in change.acts {
            let before = last[act.subject] ?? histories[act.subject]?.count ?? 0
            guard act.id == ActID(before + 1) else { throw .conflict(act.subject) }
            last[act.subject] = act.id.number
            guard case .person(.surveyed(let response)) = act.event else { continue }
            guard self.sheets[response.sheet] == nil, sheets.insert(response.sheet).inserted else {
                throw .conflict(act.subject)
            }
        }
    }

    /// - Throws: ``StoreFailure/conflict(_:)`` when a person would have two live cases or a village two rounds
    ///   of a year.
    private func checkUnique(_ change: Change) throws(StoreFailure) {
        for state in change.states {
            switch state {
            case .assistanceCase(let found):
                guard found.isLive, let live = liveCase(of: found.person), live.id != found.id else {
                    continue
                }
                let ends = change.states.contains {
                    if case .assistanceCase(let other) = $0 {
                        other.id == live.id && !other.isLive
                    } else {
                        false
                    }
                }
                guard ends else { throw .conflict(.person(found.person)) }
            case .round(let round):
                guard let known = self.round(of: round.village, year: round.year), known.id != round.id else {
                    continue
                }
                throw .conflict(.round(known.id))
            case .person, .household, .unit, .account, .batch, .employer, .vacancy, .fair: continue
            }
        }
    }

    func lastSerial(of unit: UnitID, _ series: Series, year: Int) -> Int {
        serials.count { $0.serial.unit == unit && $0.serial.series == series && $0.serial.year == year }
    }

    /// - Throws: ``StoreFailure/conflict(_:)`` of the town when a number is not the next of its series.
    private mutating func draw(_ drawn: [DrawnSerial]) throws(StoreFailure) {
        let before = serials
        for one in drawn {
            let serial = one.serial
            guard serial.number == lastSerial(of: serial.unit, serial.series, year: serial.year) + 1 else {
                serials = before
                throw .conflict(.unit(serial.unit))
            }
            serials.append(one)
        }
    }

    private mutating func append(_ act: NewAct, of change: Change) {
        histories[act.subject, default: []].append(
            HistoryEntry(
                id: act.id, occurred: act.occurred, recorded: change.recorded, by: change.by,
                event: act.event, batch: change.batch))
        if case (.assistanceCase(let id), let gone?) = (act.subject, act.event.withdraws) {
            recall(gone, of: id, in: change)
        }
        numbers[act.subject.kind] = max(numbers[act.subject.kind] ?? 0, act.subject.number)
        if case (.person(let id), .person(.surveyed(let response))) = (act.subject, act.event) {
            sheets[response.sheet] = SheetPlace(person: id, act: act.id)
        }
    }

    private mutating func keep(_ state: SubjectState) {
        switch state {
        case .person(let person):
            let before = people.updateValue(person, forKey: person.id)?.facts.identity?.full
            let number = person.facts.identity?.full
            if before != number {
                if let before { bearers[before]?.remove(person.id) }
                if let number { bearers[number, default: []].insert(person.id) }
            }
            nameKeys[person.id] = names(person.facts.name.full)
        case .household(let household): households[household.id] = household
        case .unit(let unit): units[unit.id] = unit
        case .round(let round): rounds[round.id] = round
        case .assistanceCase(let found):
            if cases.updateValue(found, forKey: found.id) == nil {
                casesOf[found.person, default: []].append(found.id)
            }
        case .account(let account): accounts[account.id] = account
        case .batch(let batch): batches[batch.id] = batch
        case .employer(let employer): employers[employer.id] = employer
        case .vacancy(let vacancy): vacancies[vacancy.id] = vacancy
        case .fair(let fair): fairs[fair.id] = fair
        }
    }

    mutating func keep(_ list: DutyList) {
        duties[list.subject] = list.obligations.isEmpty ? nil : list
    }
}
