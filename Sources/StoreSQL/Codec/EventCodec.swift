// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

/// Events as the journal holds them: JSON of the subject's own event, with the shape it was written in.
///
/// The one place where shapes of former versions are lifted to the present one (design decision 1).
public enum EventCodec {
    /// The event as bytes in the present shape.
    public static func bytes(of event: Event) throws -> [UInt8] {
        switch event {
        case .person(let event): try JSONBytes.write(event)
        case .household(let event): try JSONBytes.write(event)
        case .unit(let event): try JSONBytes.write(event)
        case .round(let event): try JSONBytes.write(event)
        case .assistanceCase(let event): try JSONBytes.write(event)
        case .account(let event): try JSONBytes.write(event)
        case .batch(let event): try JSONBytes.write(event)
        case .policy(let event): try JSONBytes.write(event)
        case .employer(let event): try JSONBytes.write(event)
        case .vacancy(let event): try JSONBytes.write(event)
        case .fair(let event): try JSONBytes.write(event)
        }
    }

    /// Reads an event of a subject of `kind` written in `shape`.
    ///
    /// - Throws: ``StoreFailure/damaged(_:)`` when it is of a shape still to come or does not read.
    public static func event(of kind: SubjectKind, shape: Int, _ bytes: [UInt8]) throws -> Event {
        guard shape == Event.schema else {
            throw StoreFailure.damaged("an event of shape \(shape); this program knows \(Event.schema)")
        }
        switch kind {
        case .person: return .person(try JSONBytes.read(bytes))
        case .household: return .household(try JSONBytes.read(bytes))
        case .unit: return .unit(try JSONBytes.read(bytes))
        case .round: return .round(try JSONBytes.read(bytes))
        case .assistanceCase: return .assistanceCase(try JSONBytes.read(bytes))
        case .account: return .account(try JSONBytes.read(bytes))
        case .batch: return .batch(try JSONBytes.read(bytes))
        case .policy: return .policy(try JSONBytes.read(bytes))
        case .employer: return .employer(try JSONBytes.read(bytes))
        case .vacancy: return .vacancy(try JSONBytes.read(bytes))
        case .fair: return .fair(try JSONBytes.read(bytes))
        }
    }
}
