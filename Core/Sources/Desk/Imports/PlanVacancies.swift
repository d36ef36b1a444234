// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// One employer of a file.
public struct EmployerRow: Sendable {
    public let row: Int
    public let facts: EmployerFacts

    public init(row: Int, facts: EmployerFacts) {
        self.row = row
        self.facts = facts
    }
}

/// One vacancy of a file, with what the file says of its employer.
public struct VacancyFileRow: Sendable {
    public let row: Int
    public let employer: EmployerFacts
    public let facts: VacancyFacts
    /// 登记日期.
    public let posted: Day
    public let verified: (Verification, on: Day)?
    /// Confirmed although the same post is open already.
    public let isConfirmed: Bool

    public init(
        row: Int, employer: EmployerFacts, facts: VacancyFacts, posted: Day,
        verified: (Verification, on: Day)?, isConfirmed: Bool
    ) {
        self.row = row
        self.employer = employer
        self.facts = facts
        self.posted = posted
        self.verified = verified
        self.isConfirmed = isConfirmed
    }
}

/// A vacancy that an import brings.
struct PlannedVacancy: Sendable {
    let facts: VacancyFacts
    let employer: EmployerRef
    let unit: UnitID
    let verified: (Verification, on: Day)?
}

/// An employer that is registered, or that the same file registers.
enum EmployerRef: Hashable, Sendable {
    case known(EmployerID)
    case new(Int)
}

extension Office {
    /// 用人单位导入预览: employers that a file would enter or correct. Nothing is written.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func planEmployers(_ rows: [EmployerRow], by actor: Actor) async throws -> ImportPlan {
        var planning = try await planning(of: rows.map(\.facts), by: actor)
        for row in rows { planning.take(row) }
        return planning.plan
    }

    /// 岗位导入预览: vacancies that a file would enter, with employers that are not registered yet (14.w2).
    ///
    /// A row is doubled when its employer has the same post at the same place open, here or in an earlier row.
    /// - Throws: ``Refusal/notAllowed(_:)``, ``StoreFailure``.
    public func planVacancies(_ rows: [VacancyFileRow], by actor: Actor) async throws -> ImportPlan {
        var planning = try await planning(of: rows.map(\.employer), by: actor)
        for row in rows { planning.take(row) }
        return planning.plan
    }

    private func planning(of employers: [EmployerFacts], by actor: Actor) async throws -> VacancyPlanning {
        let unit = try keeper(nil, by: actor)
        var known: [EmployerID: Employer] = [:]
        for part in employers.compactMap(\.code).chunks(of: bulk) {
            for employer in try await store.employers(withCodes: Array(part)) {
                known[employer.id] = employer
            }
        }
        for part in Array(Set(employers.map(\.name))).sorted().chunks(of: bulk) {
            for employer in try await store.employers(named: Array(part)) { known[employer.id] = employer }
        }
        let open = try await store.liveVacancies(of: Array(known.keys)).filter {
            standing(of: $0).isOffered
        }
        return VacancyPlanning(
            plan: ImportPlan(after: try await newestBatch()), unit: unit, today: today,
            known: known.values.sorted { $0.id < $1.id }, open: open)
    }
}

private struct VacancyPlanning {
    var plan: ImportPlan
    let unit: UnitID
    let today: Day
    private var coded: [CreditCode: EmployerRef] = [:]
    private var named: [String: [EmployerRef]] = [:]
    private var employers: [EmployerID: Employer] = [:]
    private var newEmployers = 0
    /// Open vacancies, and those of earlier rows, by employer and post.
    private var open: [PostKey: Place] = [:]
    private var firstRows: [EmployerRef: Int] = [:]

    private struct PostKey: Hashable {
        let employer: EmployerRef
        let post: String
        let place: WorkPlace

        init(_ employer: EmployerRef, _ facts: VacancyFacts) {
            self.employer = employer
            post = facts.post
            place = facts.place
        }
    }

    private enum Place {
        case registered(VacancyID)
        case row(Int)
    }

    init(plan: ImportPlan, unit: UnitID, today: Day, known: [Employer], open: [Vacancy]) {
        self.plan = plan
        self.unit = unit
        self.today = today
        for employer in known {
            let ref = EmployerRef.known(employer.id)
            employers[employer.id] = employer
            if let code = employer.facts.code { coded[code] = ref }
            named[employer.facts.name, default: []].append(ref)
        }
        for vacancy in open {
            self.open[PostKey(.known(vacancy.employer), vacancy.facts)] = .registered(vacancy.id)
        }
    }

    // MARK: Employers

    mutating func take(_ row: EmployerRow) {
        plan.counts.rows += 1
        guard let found = find(row.facts) else {
            return plan.leaveOut([RowFault(row: row.row, at: .creditCode, .employerAmbiguous)])
        }
        if let ref = found.ref {
            if let first = firstRows[ref] {
                return plan.leaveOut([RowFault(row: row.row, at: .employer, .sameEmployer(row: first))])
            }
            firstRows[ref] = row.row
            return change(ref, to: row.facts)
        }
        guard row.facts.code != nil || !row.facts.withoutCode.isEmpty else {
            return plan.leaveOut([RowFault(row: row.row, at: .creditCode, .employerUnknown)])
        }
        plan.counts.added += 1
        firstRows[register(row.facts)] = row.row
    }

    private mutating func change(_ ref: EmployerRef, to new: EmployerFacts) {
        guard case .known(let id) = ref, let employer = employers[id] else { return }
        let facts = employer.facts.filled(from: new)
        guard facts != employer.facts else { return plan.counts.unchanged += 1 }
        plan.counts.changed += 1
        plan.steps.append(
            PlannedStep(
                subject: .knownEmployer(employer), events: [.employer(.corrected(facts))], day: today))
    }

    private struct Found {
        /// `nil` for an employer that nobody has registered.
        let ref: EmployerRef?
    }

    /// By the code where there is one, otherwise by the name; `nil` where several bear the name.
    private func find(_ facts: EmployerFacts) -> Found? {
        if let code = facts.code, let ref = coded[code] { return Found(ref: ref) }
        let same = (named[facts.name] ?? []).filter { ref in
            // Another code is another employer, though it has the same name.
            guard facts.code != nil, case .known(let id) = ref else { return facts.code == nil }
            return employers[id]?.facts.code == nil
        }
        guard same.count <= 1 else { return nil }
        return Found(ref: same.first)
    }

    private mutating func register(_ facts: EmployerFacts) -> EmployerRef {
        let ref = EmployerRef.new(newEmployers)
        newEmployers += 1
        if let code = facts.code { coded[code] = ref }
        named[facts.name, default: []].append(ref)
        plan.steps.append(
            PlannedStep(subject: .newEmployer(facts, unit: unit), events: [], day: today))
        return ref
    }

    // MARK: Vacancies

    mutating func take(_ row: VacancyFileRow) {
        plan.counts.rows += 1
        guard row.posted <= today else {
            return plan.leaveOut([RowFault(row: row.row, at: .post, .inTheFuture(row.posted))])
        }
        guard let found = find(row.employer) else {
            return plan.leaveOut([RowFault(row: row.row, at: .creditCode, .employerAmbiguous)])
        }
        guard found.ref != nil || row.employer.code != nil || !row.employer.withoutCode.isEmpty else {
            return plan.leaveOut([RowFault(row: row.row, at: .creditCode, .employerUnknown)])
        }
        if let ref = found.ref, let before = open[PostKey(ref, row.facts)], !row.isConfirmed {
            let reason: RowReason =
                switch before {
                case .registered(let id): .vacancyDoubled(id)
                case .row(let first): .sameVacancy(row: first)
                }
            return plan.leaveOut([RowFault(row: row.row, at: .post, reason)])
        }
        let ref = found.ref ?? register(row.employer)
        open[PostKey(ref, row.facts)] = .row(row.row)
        plan.counts.added += 1
        plan.steps.append(
            PlannedStep(
                subject: .newVacancy(
                    PlannedVacancy(facts: row.facts, employer: ref, unit: unit, verified: row.verified)),
                events: [], day: row.posted))
    }
}

extension EmployerFacts {
    /// The same with what a file says; a blank cell says nothing.
    fileprivate func filled(from new: EmployerFacts) -> EmployerFacts {
        var facts = self
        if !new.name.isEmpty { facts.name = new.name }
        if let code = new.code { facts.code = code }
        if facts.code != nil {
            facts.withoutCode = ""
        } else if !new.withoutCode.isEmpty {
            facts.withoutCode = new.withoutCode
        }
        facts.industry = new.industry ?? industry
        if !new.address.isEmpty { facts.address = new.address }
        facts.place = new.place ?? place
        if !new.contacts.isEmpty { facts.contacts = new.contacts }
        facts.isRegular = isRegular || new.isRegular
        facts.sources = VacancySource.allCases.filter { sources.contains($0) || new.sources.contains($0) }
        if !new.note.isEmpty { facts.note = new.note }
        return facts
    }
}
