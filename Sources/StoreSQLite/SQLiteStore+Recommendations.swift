// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import StoreSQL

extension SQLiteStore: RecommendationStore {
    public func recommendations(
        _ query: RecommendationQuery, at clock: RecommendationClock, after: Cursor?, limit: Int
    ) async throws -> Slice<RecommendationLine> {
        try await read { try $0.recommendations(query, at: clock, after: after, limit: limit) }
    }

    public func recommendationCounts(
        _ query: RecommendationQuery, at clock: RecommendationClock
    ) async throws -> [RecommendationState: Int] {
        try await read { try $0.recommendationCounts(query, at: clock) }
    }

    public func interviews(
        _ scope: Scope, from: Day, through: Day, limit: Int
    ) async throws -> [RecommendationLine] {
        try await read { try $0.interviews(scope, from: from, through: through, limit: limit) }
    }

    public func vacancyTallies(of ids: [VacancyID]) async throws -> [VacancyID: VacancyTally] {
        try await read { try $0.vacancyTallies(of: ids) }
    }
}

extension SQLiteStore: OutboxStore {
    public func messages(
        _ query: MessageQuery, after: Cursor?, limit: Int
    ) async throws -> Slice<OutgoingMessage> {
        try await read { try $0.messages(query, after: after, limit: limit) }
    }

    public func messageCounts(_ scope: Scope) async throws -> [MessageCount] {
        try await read { try $0.messageCounts(scope) }
    }

    public func message(_ id: MessageID) async throws -> OutgoingMessage? {
        try readHere { try $0.message(id) }
    }

    public func move(_ move: MessageMove) async throws {
        try await queue.write { try $0.move(move) }
    }
}
