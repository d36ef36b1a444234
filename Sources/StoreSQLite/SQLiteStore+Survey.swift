// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreSQL

extension SQLiteStore: SurveyStore {
    public func round(_ id: RoundID) async throws -> SurveyRound? { try readHere { try $0.round(id) } }

    public func round(of village: UnitID, year: Int) async throws -> SurveyRound? {
        try readHere { try $0.round(of: village, year: year) }
    }

    public func roll(
        of round: RoundID, part: RollPart, on day: Day, after: Cursor?, limit: Int
    ) async throws -> Slice<PersonRow> {
        try readHere { try $0.roll(of: round, part: part, on: day, after: after, limit: limit) }
    }

    public func place(ofSheet sheet: String) async throws -> SheetPlace? {
        try readHere { try $0.place(ofSheet: sheet) }
    }

    public func save(_ draft: SheetDraft) async throws {
        let prepared = try PreparedDraft(draft, keys: keys)
        try await queue.write { try $0.save(prepared) }
    }

    public func draft(_ sheet: String) async throws -> SheetDraft? { try readHere { try $0.draft(sheet) } }

    public func drafts(of account: AccountID) async throws -> [SheetDraft] {
        try readHere { try $0.drafts(of: account) }
    }

    public func discardDraft(_ sheet: String) async throws {
        try await queue.write { try $0.discardDraft(sheet) }
    }
}
