// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Questionnaire

/// The sheets of a file, taken one after the other.
struct SurveyPlanning {
    let office: Office
    let actor: Actor
    let rounds: [RoundKey: SurveyRound]
    let bearers: Bearers
    var homes: Homes
    let sheets: [String: SheetPlace]
    /// Sheets that people already have in the rounds of the file.
    var earlier: [PersonID: SurveyResponse] = [:]

    private var plan: ImportPlan
    private var firstRows: [String: Int] = [:]
    private var firstSheets: [String: Int] = [:]
    private var allowed: [UnitID: Bool] = [:]

    init(
        office: Office, actor: Actor, after: BatchID, rounds: [RoundKey: SurveyRound], bearers: Bearers,
        homes: Homes,
        sheets: [String: SheetPlace]
    ) {
        self.office = office
        self.actor = actor
        plan = ImportPlan(after: after)
        self.rounds = rounds
        self.bearers = bearers
        self.homes = homes
        self.sheets = sheets
    }

    /// The person on the roll of the village whom a sheet is about.
    func known(_ row: SurveyRow) -> Person? {
        guard case .onRoll(let person) = bearers[row.identity], person.village == row.village else {
            return nil
        }
        return person
    }

    mutating func take(_ row: SurveyRow, _ verdict: SheetVerdict) {
        plan.counts.rows += 1
        plan.counts.villages[row.village, default: 0] += 1
        let doubts = dateFaults(row) + repeated(row)
        let faults = doubts + verdict.open.map { RowFault(row: row.row, at: .item($0.item), .finding($0)) }
        guard faults.isEmpty, let round = rounds[RoundKey(row)] else { return plan.leaveOut(faults) }
        switch bearers[row.identity] {
        case .gone(let reason): leaveOut(row, .identity, reason)
        case .nobody: write(row, verdict, for: nil, returns: false, in: round)
        case .left(let person): write(row, verdict, for: person, returns: true, in: round)
        case .onRoll(let person):
            guard person.village == row.village else {
                return leaveOut(row, .identity, .onRollElsewhere(person.village))
            }
            write(row, verdict, for: person, returns: false, in: round)
        }
    }

    private mutating func leaveOut(_ row: SurveyRow, _ place: RowPlace, _ reason: RowReason) {
        plan.leaveOut([RowFault(row: row.row, at: place, reason)])
    }

    /// Scope, round and days (spec/flow.md, rule 5).
    private mutating func dateFaults(_ row: SurveyRow) -> [RowFault] {
        let may = allowed[row.village] ?? actor.may(.importSurvey, at: row.village, in: office.tree)
        allowed[row.village] = may
        guard may else { return [RowFault(row: row.row, at: .village, .outsideScope(row.village))] }
        func fault(_ reason: RowReason) -> [RowFault] {
            [RowFault(row: row.row, at: .interviewed, reason)]
        }
        guard row.interviewed <= office.today else { return fault(.inTheFuture(row.interviewed)) }
        guard let round = rounds[RoundKey(row)] else {
            return fault(.noRound(row.village, year: row.interviewed.year))
        }
        guard row.interviewed >= round.opened else { return fault(.beforeRound(opened: round.opened)) }
        let window = office.pack.window.lateEntryDays
        guard
            office.today.days(since: row.interviewed) <= window
                || actor.may(.settle, at: row.village, in: office.tree)
        else { return fault(.tooLate(window: window)) }
        return []
    }

    private mutating func repeated(_ row: SurveyRow) -> [RowFault] {
        var faults: [RowFault] = []
        if !row.identity.isEmpty, let first = firstRows[row.identity] {
            faults.append(RowFault(row: row.row, at: .identity, .sameIdentity(row: first)))
        } else {
            firstRows[row.identity] = row.row
        }
        guard !row.sheet.isEmpty else { return faults }
        if let first = firstSheets[row.sheet] {
            faults.append(RowFault(row: row.row, at: .sheet, .sameSheet(row: first)))
        } else {
            firstSheets[row.sheet] = row.row
        }
        return faults
    }

    private mutating func write(
        _ row: SurveyRow, _ verdict: SheetVerdict, for person: Person?, returns: Bool, in round: SurveyRound
    ) {
        if let person, let response = earlier[person.id], response.says(the: row) {
            return plan.counts.unchanged += 1
        }
        if sheets[row.sheet] != nil { return leaveOut(row, .sheet, .sheetTaken) }
        var edition = 1
        if let standing = person?.survey, standing.round == round.id, standing.state == .surveyed {
            guard !row.correction.isEmpty else {
                return leaveOut(row, .correction, .alreadySurveyed(on: standing.on))
            }
            edition = standing.edition + 1
        }
        guard
            let facts = SurveyDerivation.facts(
                from: row.answers, along: verdict.asked, before: person?.facts,
                interviewed: row.interviewed, rules: office.pack.identity)
        else { return leaveOut(row, .name, .nameMissing) }
        let response = SurveyResponse(
            round: round.id, sheet: row.sheet, form: office.pack.form.definition.id, answers: row.answers,
            confirmations: row.confirmations, interviewer: row.interviewer, source: .file, edition: edition,
            reason: row.correction, facts: facts)
        append(response, row, for: person, returns: returns)
    }

    private mutating func append(
        _ response: SurveyResponse, _ row: SurveyRow, for person: Person?, returns: Bool
    ) {
        let surveyed = PlannedEvent.surveyed(response, row: row.row)
        guard let person else {
            plan.counts.added += 1
            let subject = PlannedStep.Target.new(
                response.facts, village: row.village, home: home(row, response.facts), source: .survey)
            return plan.steps.append(
                PlannedStep(subject: subject, events: [surveyed], day: row.interviewed))
        }
        var events: [PlannedEvent] = []
        if returns { events = [.returned, .moved(village: row.village, home: home(row, response.facts))] }
        let fields = response.facts.differences(from: person.facts)
        plan.count(fields, isMoved: returns, isReturned: returns)
        plan.differences.append(
            RowDifference(
                row: row.row, person: person.id, fields: fields, isMoved: returns, isReturned: returns))
        plan.steps.append(
            PlannedStep(subject: .known(person), events: events + [surveyed], day: row.interviewed))
    }

    private mutating func home(_ row: SurveyRow, _ facts: PersonFacts) -> HomeRef {
        homes.home(
            row.household.isEmpty ? .row(row.row) : .number(row.household), in: row.village,
            address: facts.livesAt ?? "")
    }

    func finished() -> ImportPlan {
        var plan = plan
        plan.homes = homes.founded
        plan.counts.householdsFounded = homes.founded.count
        return plan
    }
}

extension SurveyResponse {
    /// Whether the sheet taken in before says the same as a row of a file.
    fileprivate func says(the row: SurveyRow) -> Bool { answers == row.answers }
}
