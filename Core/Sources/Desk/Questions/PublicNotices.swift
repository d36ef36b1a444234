// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// A line of a public notice: exactly what L.05 allows, and nothing by which to find the rest.
public struct PublicNoticeLine: Hashable, Sendable {
    /// With hidden characters.
    public let name: String
    public let sex: Sex?
    /// The village with its town.
    public let village: String
    public let from: Day
    public let through: Day
}

/// What anybody who holds a card may be told of it: its number, and since when it no longer holds.
public struct CardStanding: Hashable, Sendable {
    public let number: String
    /// The day from which it is not good any more; `nil` while it is.
    public let invalidSince: Day?
}

extension Office {
    /// The notices of the district that stand today, by the day of their posting; those over are taken down at once.
    ///
    /// - Throws: ``StoreFailure``.
    public func runningNotices() async throws -> [PublicNoticeLine] {
        let query = WorkQuery(
            scope: .district, owners: Set(Owner.allCases), rule: "public.notice")
        var lines: [PublicNoticeLine] = []
        var cursor: Cursor?
        repeat {
            let slice = try await store.work(query, today: today, after: cursor, limit: 500)
            lines += try await notices(slice.rows)
            cursor = slice.next
        } while cursor != nil && lines.count < Self.noticesShown
        // The store's order tells how hard somebody's case is; the notice does not.
        return lines.sorted { ($0.from, $0.village, $0.name) < ($1.from, $1.village, $1.name) }
    }

    /// More stand in no district at once; a page open to everybody does not read on for ever.
    private static let noticesShown = 5_000

    private func notices(_ rows: [DutyRow]) async throws -> [PublicNoticeLine] {
        let people = try await store.people(rows.compactMap(\.person))
        let known = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
        var lines: [PublicNoticeLine] = []
        for row in rows {
            guard case .assistanceCase(let id) = row.subject, let person = row.person.flatMap({ known[$0] }),
                let found = try await store.assistanceCase(id), found.isLive,
                let notice = found.recognition.notice, notice.ended == nil,
                notice.last(days: pack.procedure.noticeDays) >= today
            else { continue }
            lines.append(
                PublicNoticeLine(
                    name: person.facts.name.masked, sex: person.facts.sex,
                    village: villageName(found.village),
                    from: notice.posted, through: notice.last(days: pack.procedure.noticeDays)))
        }
        return lines
    }

    private func villageName(_ id: UnitID) -> String {
        (tree.unit(at: .town, above: id)?.name ?? "") + (tree[id]?.name ?? "")
    }

    /// Every card that was given out in a case, the present one last; empty where there is no such case.
    ///
    /// - Throws: ``StoreFailure``.
    public func cards(of id: CaseID) async throws -> [CardStanding] {
        guard let found = try await store.assistanceCase(id) else { return [] }
        let past = (found.recognition.past ?? []).compactMap { left in
            left.card.map { CardStanding(number: $0, invalidSince: left.ending.on) }
        }
        guard !found.recognition.card.isEmpty else { return past }
        return past + [CardStanding(number: found.recognition.card, invalidSince: found.ended?.on)]
    }
}
