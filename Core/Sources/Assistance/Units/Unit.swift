// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// The three levels of help (00.levels) and two above them for larger set-ups.
///
/// Raw values are the storage format.
public enum Level: String, CaseIterable, Hashable, Sendable, Codable {
    case province, city, district, town, village

    /// The level that takes over what this one could not solve; `nil` above the district.
    public var above: Level? {
        switch self {
        case .village: .town
        case .town: .district
        case .district, .city, .province: nil
        }
    }
}

/// 社区（村）/ 街（镇）/ 区: an office in the tree that scope and responsibility follow.
public struct Unit: Hashable, Sendable, Codable, Identifiable {
    public let id: UnitID
    public let level: Level
    public let parent: UnitID?
    public var name: String
    /// The statistical code where there is one (9 digits a town, 12 a village); never the key.
    public var code: String?
    /// The day from which the unit exists.
    public let since: Day
    /// The last day on which it existed; villages are merged and renamed, never deleted.
    public var until: Day?
    /// The village that took this one over.
    public var mergedInto: UnitID?
    /// Names it had before, newest last, so that old papers can still be found.
    public var formerNames: [String]
    public var version: Int

    public init(
        id: UnitID, level: Level, parent: UnitID?, name: String, code: String? = nil, since: Day,
        until: Day? = nil, mergedInto: UnitID? = nil, formerNames: [String] = [], version: Int = 0
    ) {
        self.id = id
        self.level = level
        self.parent = parent
        self.name = name
        self.code = code
        self.since = since
        self.until = until
        self.mergedInto = mergedInto
        self.formerNames = formerNames
        self.version = version
    }

    /// Whether the unit still exists on `day`.
    public func exists(on day: Day) -> Bool { since <= day && (until.map { day <= $0 } ?? true) }
}

/// What happened to a unit.
public enum UnitEvent: Hashable, Sendable, Codable {
    case founded(level: Level, parent: UnitID?, name: String, code: String?)
    case renamed(to: String)
    /// An empty one takes the code away.
    case codeGiven(String)
    /// Taken over by another unit of the same parent; its people moved with acts of their own.
    case merged(into: UnitID)
    /// 撤并: empty, and no longer an office after the day.
    case dissolved(reason: String)
    /// 撤销: founded by mistake, as when the import of a wrong list is undone; it never existed.
    case closed(reason: String)
    /// Of a district: a year's survey rounds were opened; so many villages are still without (01.w1).
    case roundsOpened(year: Int, missing: Int)
    /// A consultation, an expert panel or a joint meeting, with its minutes (06.r2, 11.w1, 11.c).
    case met(Minutes)
    /// With no open case the week's consultation is recorded as not needed (06.r2).
    case consultationNotNeeded(reason: String)
    /// That month's contribution file was looked at (16.w2); the month as `2026-02`.
    case contributionsReviewed(month: String, note: String)
    /// The merger undone, or a closed unit opened again.
    case restored
}

extension Unit {
    /// The unit as its journal leaves it; `nil` for an empty journal.
    public init?(replaying journal: [Recorded<UnitEvent>], id: UnitID) {
        guard let first = journal.first,
            case .founded(let level, let parent, let name, let code) = first.event
        else { return nil }
        self.init(
            id: id, level: level, parent: parent, name: name, code: code, since: first.occurred, version: 1)
        for recorded in journal.dropFirst() { apply(recorded.event, on: recorded.occurred) }
    }

    /// Takes one event in; history is never refused.
    public mutating func apply(_ event: UnitEvent, on day: Day) {
        switch event {
        case .founded, .roundsOpened, .met, .consultationNotNeeded, .contributionsReviewed: break
        case .renamed(let new):
            formerNames.append(name)
            name = new
        case .codeGiven(let new): code = new.isEmpty ? nil : new
        case .merged(let target):
            until = day
            mergedInto = target
        case .dissolved: until = day
        case .closed: until = since.adding(days: -1)
        case .restored:
            until = nil
            mergedInto = nil
        }
        version += 1
    }
}
