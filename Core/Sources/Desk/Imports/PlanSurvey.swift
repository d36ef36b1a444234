// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Questionnaire

extension Office {
    /// 问卷导入预览: everything that answer sheets of a file would change, and everything wrong with them.
    ///
    /// Each sheet goes through the questionnaire as one sent from the screen does. Nothing is written. Where the
    /// year's round of a village is not open, whoever may open rounds (the district) opens it with the file, on
    /// the day of its first interview: the survey was held, whatever the software knew of it.
    /// - Throws: ``StoreFailure``.
    public func planSurvey(_ rows: [SurveyRow], by actor: Actor) async throws -> ImportPlan {
        let after = try await newestBatch()
        let rows = try await named(rows)
        let verdicts = await assess(rows)
        let open = try await rounds(of: rows)
        let opening = try await openings(for: rows, but: open, by: actor)
        var planning = SurveyPlanning(
            office: self, actor: actor, after: after, rounds: open.merging(opening) { first, _ in first },
            bearers: try await Bearers(of: rows.map(\.identity), in: store),
            homes: try await Homes(of: Set(rows.map(\.village)), in: store),
            sheets: try await places(of: rows))
        planning.earlier = try await responses(to: rows, planning)
        for (row, verdict) in zip(rows, verdicts) { planning.take(row, verdict) }
        var plan = planning.finished()
        let used = Set(plan.steps.compactMap(\.surveyedRound))
        plan.rounds = opening.values.filter { used.contains($0.id) }.sorted { $0.id < $1.id }
        plan.district = try await store.units().first { $0.level == .district }
        for (year, rounds) in Dictionary(grouping: plan.rounds, by: \.year).sorted(by: { $0.key < $1.key }) {
            let missing = try await villagesWithoutRound(year, but: Set(rounds.map(\.village)), on: today)
            plan.openings.append(.roundsOpened(year: year, missing: missing))
        }
        return plan
    }

    /// The rounds that the actor may open for sheets whose village has none of the year, by the first interview.
    private func openings(
        for rows: [SurveyRow], but open: [RoundKey: SurveyRound], by actor: Actor
    ) async throws -> [RoundKey: SurveyRound] {
        var first: [RoundKey: Day] = [:]
        for row in rows where row.interviewed <= today {
            let key = RoundKey(row)
            guard open[key] == nil, actor.may(.openRounds, at: key.village, in: tree) else { continue }
            first[key] = min(first[key] ?? row.interviewed, row.interviewed)
        }
        guard !first.isEmpty else { return [:] }
        let number = try await store.allocate(.round, count: first.count)
        let keys = first.keys.sorted { ($0.village, $0.year) < ($1.village, $1.year) }
        let rounds = keys.enumerated().map { offset, key in
            let id = RoundID(number + offset)
            return (
                key, SurveyRound(id: id, village: key.village, year: key.year, opened: first[key] ?? today)
            )
        }
        return Dictionary(uniqueKeysWithValues: rounds)
    }

    /// The rows that name somebody by 人员编号 instead of the ID number, with the number of the roll.
    private func named(_ rows: [SurveyRow]) async throws -> [SurveyRow] {
        let asked = rows.filter { $0.identity.isEmpty }.compactMap(\.person)
        guard !asked.isEmpty else { return rows }
        var known: [PersonID: Person] = [:]
        for part in asked.chunks(of: bulk) {
            for person in try await store.people(Array(part)) { known[person.id] = person }
        }
        return rows.map { row in
            guard row.identity.isEmpty, let person = row.person.flatMap({ known[$0] }),
                person.village == row.village, let identity = person.facts.identity?.full
            else { return row }
            return row.naming(identity)
        }
    }

    /// What the questionnaire says of each sheet, worked out on all processors.
    private func assess(_ rows: [SurveyRow]) async -> [SheetVerdict] {
        let size = 1_000
        return await withTaskGroup(of: (Int, [SheetVerdict]).self) { group in
            for (place, part) in rows.chunks(of: size).enumerated() {
                group.addTask { (place, part.map { SheetVerdict(assess($0.entry)) }) }
            }
            var parts: [Int: [SheetVerdict]] = [:]
            for await (place, verdicts) in group { parts[place] = verdicts }
            return parts.sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }

    private func rounds(of rows: [SurveyRow]) async throws -> [RoundKey: SurveyRound] {
        var found: [RoundKey: SurveyRound] = [:]
        for key in Set(rows.map(RoundKey.init)) {
            found[key] = try await store.round(of: key.village, year: key.year)
        }
        return found
    }

    private func places(of rows: [SurveyRow]) async throws -> [String: SheetPlace] {
        var found: [String: SheetPlace] = [:]
        for part in rows.map(\.sheet).filter({ !$0.isEmpty }).chunks(of: bulk) {
            found.merge(try await store.places(ofSheets: Array(part))) { first, _ in first }
        }
        return found
    }

    /// The sheets that people of the file already have in its rounds.
    private func responses(
        to rows: [SurveyRow], _ planning: SurveyPlanning
    ) async throws -> [PersonID: SurveyResponse] {
        let people = rows.compactMap { row -> Person? in
            guard let person = planning.known(row), let round = planning.rounds[RoundKey(row)],
                person.survey?.round == round.id, person.survey?.state == .surveyed
            else { return nil }
            return person
        }
        var found: [PersonID: SurveyResponse] = [:]
        for part in people.chunks(of: bulk) {
            let histories = try await store.histories(of: part.map { .person($0.id) })
            for person in part {
                let entry = histories[.person(person.id)]?.first { $0.id == person.survey?.act }
                if case .person(.surveyed(let response)) = entry?.event { found[person.id] = response }
            }
        }
        return found
    }
}

extension SurveyRow {
    /// The sheet as ``Office/assess(_:)`` takes it; the round does not matter to the questionnaire.
    fileprivate var entry: SheetEntry {
        SheetEntry(
            sheet: sheet, round: RoundID(0), person: nil, personVersion: nil, answers: answers,
            confirmations: confirmations, interviewed: interviewed, interviewer: interviewer, source: .file,
            correction: correction, householdNumber: household)
    }
}

/// What is kept of a verdict: the path, and what stands open.
struct SheetVerdict: Sendable {
    let asked: [ItemID]
    let open: [Finding]

    init(_ verdict: Verdict) {
        asked = verdict.walk.asked
        open = verdict.open
    }
}

/// A village and the year of an interview.
struct RoundKey: Hashable {
    let village: UnitID
    let year: Int

    init(_ row: SurveyRow) {
        village = row.village
        year = row.interviewed.year
    }
}

extension PlannedStep {
    /// The round of the sheet that the step takes in.
    fileprivate var surveyedRound: RoundID? {
        for case .surveyed(let response, _) in events { return response.round }
        return nil
    }
}
