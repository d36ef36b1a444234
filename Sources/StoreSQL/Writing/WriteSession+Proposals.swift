// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Matching

extension WriteSession {
    /// Keeps a batch in place of the one before; whose case changed since it was read is left out.
    public mutating func keep(_ order: MatchOrder, audit: AuditNote) throws -> MatchRun {
        try connection.run("DELETE FROM proposal", [])
        try connection.run("DELETE FROM match_answer", [])
        var figures = order.figures
        for (place, answer) in order.answers.enumerated() {
            let version = try connection.first(
                "SELECT version FROM assistance_case WHERE id = ?", [.integer(answer.caseID.number)]
            ) { $0.integer(0) }
            if version == answer.version {
                try insert(answer, at: place + 1)
            } else {
                figures.dropped += 1
            }
        }
        let id = try connection.number("SELECT coalesce(max(id), 0) FROM match_run") + 1
        let run = MatchRun(
            id: MatchRunID(id), round: order.round, by: audit.by, at: audit.at, on: order.on,
            rules: order.rules, figures: figures)
        try connection.run(
            "INSERT INTO match_run (\(ProposalSQL.runColumns)) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(id), .text(run.round.rawValue), .integer(run.by.number),
                .integer(Int(run.at.millisecondsSince1970)), .integer(Int(run.on.daysSince1970)),
                .text(run.rules), .text(String(decoding: try JSONBytes.write(figures), as: UTF8.self)),
            ])
        try append(PreparedNote(audit))
        return run
    }

    private func insert(_ answer: MatchAnswer, at place: Int) throws {
        try connection.run(
            "INSERT INTO match_answer (place, case_id, version, offers, unserved) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(place), .integer(answer.caseID.number), .integer(answer.version),
                .integer(answer.offers.count), answer.unserved.map { .text($0.rawValue) } ?? .null,
            ])
        for (place, offer) in answer.offers.enumerated() {
            try connection.run(
                "INSERT INTO proposal (case_id, place, vacancy, score) VALUES (?, ?, ?, ?)",
                [
                    .integer(answer.caseID.number), .integer(place), .integer(offer.vacancy.number),
                    .integer(offer.score),
                ])
        }
    }

    /// Puts a proposal aside; one that was put aside before stays as it is.
    public mutating func setAside(_ setAside: SetAside, audit: AuditNote) throws {
        let known = try connection.number(
            "SELECT count(*) FROM set_aside WHERE case_id = ? AND vacancy = ?",
            [.integer(setAside.caseID.number), .integer(setAside.vacancy.number)])
        guard known == 0 else { return }
        try connection.run(
            "INSERT INTO set_aside (\(ProposalSQL.asideColumns)) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(setAside.caseID.number), .integer(setAside.vacancy.number),
                .text(setAside.reason.rawValue), .integer(setAside.by.number),
                .integer(Int(setAside.at.millisecondsSince1970)),
            ])
        try append(PreparedNote(audit))
    }
}
