// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// A number of a series with the act that gives it out.
public struct DrawnSerial: Hashable, Sendable {
    public let serial: SerialNumber
    public let caseID: CaseID
    public let act: ActID

    public init(_ serial: SerialNumber, to caseID: CaseID, act: ActID) {
        self.serial = serial
        self.caseID = caseID
        self.act = act
    }
}

extension Office {
    /// How often somebody else may draw the same number at the same moment before the act is given up.
    static let drawings = 20

    /// The act with the next number of its town's series, where it gives out a paper and says none itself (02.w3).
    ///
    /// The number is written in the same transaction as the act: one without the other cannot be, so that a
    /// series has no gaps and no number is given twice.
    func numbered(
        _ event: CaseEvent, of found: AssistanceCase, on day: Day, as person: Person,
        into change: inout Change
    ) async throws -> CaseEvent {
        guard let series = event.unnumberedSeries(of: found, as: person) else { return event }
        let town = unit(at: .town, of: found)
        let drawn = change.serials.count { $0.serial.series == series && $0.serial.year == day.year }
        let last = try await store.lastSerial(of: town, series, year: day.year)
        let serial = SerialNumber(unit: town, series: series, year: day.year, number: last + drawn + 1)
        change.serials.append(DrawnSerial(serial, to: found.id, act: ActID(found.version + 1)))
        return event.numbered(serial.text(code: tree[town]?.code))
    }
}

extension CaseEvent {
    /// The series from which the act's number is still to be drawn; `nil` for acts that need none.
    fileprivate func unnumberedSeries(of found: AssistanceCase, as person: Person) -> Series? {
        switch self {
        case .recognition(.certificateIssued(number: "", let kind)):
            (kind ?? found.recognition.liveRegistration?.kind ?? RegisterKind(person.facts.registration))
                .map { Series($0) }
        case .recognition(.certificateReplaced(number: "", _)):
            (found.recognition.liveCertificate?.kind ?? RegisterKind(person.facts.registration))
                .map { Series($0) }
        case .recognition(.cardIssued(number: "")): .card
        case _: nil
        }
    }

    fileprivate func numbered(_ number: String) -> CaseEvent {
        switch self {
        case .recognition(.certificateIssued(_, let kind)):
            .recognition(.certificateIssued(number: number, kind: kind))
        case .recognition(.certificateReplaced(_, let reason)):
            .recognition(.certificateReplaced(number: number, reason: reason))
        case .recognition(.cardIssued): .recognition(.cardIssued(number: number))
        case _: self
        }
    }
}
