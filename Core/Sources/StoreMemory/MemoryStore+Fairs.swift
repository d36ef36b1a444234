// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk

extension MemoryStore: FairStore {
    public func fair(_ id: FairID) async throws -> Fair? { read { $0.fairs[id] } }

    public func fairs(_ query: FairQuery, after: Cursor?, limit: Int) async throws -> Slice<Fair> {
        read { state in
            let start = after.map(\.numbers)
            let found = state.fairs.values.filter { fair in
                state.contains(fair.unit, query.scope) && query.span.contains(fair.facts.day)
                    && (!query.isAnnounced || fair.announcedOn != nil)
            }.sorted { query.span.isInOrder($0, $1) }
            let rest = found.drop { fair in
                guard let start, start.count == 2 else { return false }
                let place = (Int(fair.facts.day.daysSince1970), fair.id.number)
                return switch query.span {
                case .from: place <= (start[0], start[1])
                case .before: place >= (start[0], start[1])
                }
            }
            return page(Array(rest), limit: limit) {
                Cursor(numbers: Int($0.facts.day.daysSince1970), $0.id.number)
            }
        }
    }
}

extension FairQuery.Span {
    fileprivate func contains(_ day: Day) -> Bool {
        switch self {
        case .from(let first): first <= day
        case .before(let end): day < end
        }
    }

    fileprivate func isInOrder(_ one: Fair, _ other: Fair) -> Bool {
        switch self {
        case .from: (one.facts.day, one.id) < (other.facts.day, other.id)
        case .before: (one.facts.day, one.id) > (other.facts.day, other.id)
        }
    }
}
