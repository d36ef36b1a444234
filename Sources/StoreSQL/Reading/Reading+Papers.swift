// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension Reading {
    /// Papers of a case that went out under a number, by kind and act.
    public func issuedPapers(of id: CaseID) throws -> [IssuedPaper] {
        try connection.all(
            PaperSQL.read + " WHERE case_id = ? ORDER BY kind, act", [.integer(id.number)], IssuedPaper.init)
    }
}
