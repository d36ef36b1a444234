// SPDX-License-Identifier: Apache-2.0

import Foundation
import Matching
import Sheets

/// The three files of `match solve`, read into a market.
struct MatchFiles {
    private(set) var market = Market(people: [], headcounts: [], candidates: [])
    private var people = MatchNames()
    private var vacancies = MatchNames()

    /// Reads the files; nothing of them is used when any line is bad.
    ///
    /// - Throws: a complaint with every fault, its file and line.
    static func read(people: String, vacancies: String, candidates: String) throws -> MatchFiles {
        var files = MatchFiles()
        var faults = try files.readPeople(people)
        faults += try files.readVacancies(vacancies)
        // Pairs of people or vacancies that could not be read would only repeat the faults.
        if faults.isEmpty { faults = try files.readCandidates(candidates) }
        guard faults.isEmpty else { throw Complaint(faults) }
        return files
    }

    /// The pairs of a plan as lines of CSV.
    func lines(of plan: MatchPlan) -> [String] {
        plan.pairs.map {
            CSVText.field(people.all[$0.person]) + "," + CSVText.field(vacancies.all[$0.vacancy])
        }
    }

    private mutating func readPeople(_ path: String) throws -> [String] {
        try MatchTable(path, columns: ["id", "priority", "need", "due_today"]).read { row in
            let name = row.text(0)
            let priority = row.number(1, in: 0...3, "是0（最困难）到3的整数")
            let need = row.number(2, in: 1...2, "是1或2")
            let due = row.number(3, in: 0...1, "是1（今天到期）或0")
            guard people.take(name, in: &row), let priority, let need, let due else { return }
            market.people.append(.init(priority: priority, need: need, isDueToday: due == 1))
        }
    }

    private mutating func readVacancies(_ path: String) throws -> [String] {
        try MatchTable(path, columns: ["id", "headcount"]).read { row in
            let headcount = row.number(1, in: 0...Int.max, "是0或正整数")
            guard vacancies.take(row.text(0), in: &row), let headcount else { return }
            market.headcounts.append(headcount)
        }
    }

    private mutating func readCandidates(_ path: String) throws -> [String] {
        var lines: [Int: Int] = [:]
        return try MatchTable(path, columns: ["person", "vacancy", "score"]).read { row in
            let person = people.place(row.text(0), "求职人员文件", in: &row)
            let vacancy = vacancies.place(row.text(1), "岗位文件", in: &row)
            let score = row.number(2, in: 0...1_000, "是0到1000的整数")
            guard let person, let vacancy, let score else { return }
            if let line = lines.updateValue(row.line, forKey: person << 32 | vacancy) {
                row.refuse("与第\(line)行是同一人同一岗位，请删去一行。")
            }
            market.candidates.append(.init(person: person, vacancy: vacancy, score: score))
        }
    }
}

/// The ids of a file in their order.
struct MatchNames {
    private(set) var all: [String] = []
    private var places: [String: Int] = [:]

    /// Takes an id that must be new. Whether it was.
    mutating func take(_ name: String, in row: inout MatchRow) -> Bool {
        if name.isEmpty {
            row.refuse("没有编号（id），请补上。")
            return false
        }
        if let before = places.updateValue(all.count, forKey: name) {
            row.refuse("编号“\(name)”与第\(before + 1)个重复，请删去一行或改正编号。")
            return false
        }
        all.append(name)
        return true
    }

    func place(_ name: String, _ file: String, in row: inout MatchRow) -> Int? {
        if let place = places[name] { return place }
        row.refuse("\(file)里没有“\(name)”，请改正编号，或在该文件里补上。")
        return nil
    }
}
