// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 登记种类: in which of the two registers somebody stands (02.w1). Raw values are the storage format.
public enum RegisterKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// 失业登记.
    case unemployment
    /// 农村劳动力转移就业求职登记.
    case transfer

    /// The register for a household registration; `nil` where the registry does not know it.
    public init?(_ registration: RegistrationKind?) {
        guard let registration else { return nil }
        self = registration.isRural ? .transfer : .unemployment
    }
}

/// Why somebody does not belong in a register, as far as the registry knows (02.w1).
public enum RegistrationBar: Hashable, Sendable {
    /// Household registration unknown: nobody can say which register it is.
    case registrationUnknown
    /// The other register is the right one.
    case belongsIn(RegisterKind)
    /// Birth date or sex unknown: nobody can say whether the person is of working age.
    case ageUnknown
    /// Not of working age on the day (00.age, L.07).
    case outsideWorkingAge
    case employed
}

extension PersonFacts {
    /// Everything that speaks against a registration on a day; empty where nothing does (02.w1).
    ///
    /// - Parameter kind: the register asked for; `nil` asks for the one that fits.
    public func registrationBars(
        to kind: RegisterKind?, on day: Day, under schedule: RetirementSchedule
    ) -> [RegistrationBar] {
        var bars: [RegistrationBar] = []
        switch (RegisterKind(registration), kind) {
        case (nil, _): bars.append(.registrationUnknown)
        case (let fitting?, let kind?): if fitting != kind { bars.append(.belongsIn(fitting)) }
        case (.some, nil): break
        }
        if let born, let sex {
            let age = WorkingAge(schedule: schedule)
            if !age.standing(born: born, sex: sex, kind: retirement, on: day).isWithin {
                bars.append(.outsideWorkingAge)
            }
        } else {
            bars.append(.ageUnknown)
        }
        if hasOtherWork(kind ?? RegisterKind(registration)) { bars.append(.employed) }
        return bars
    }

    /// Whoever farms the home's own land may look for other work; the transfer register is for them.
    private func hasOtherWork(_ kind: RegisterKind?) -> Bool {
        guard case .employed(let sector, _) = employment else { return false }
        return kind != .transfer || sector != .primary
    }
}

/// Why a registration ended: the grounds of the rules on employment services, article 66. Raw values are the
/// storage format.
public enum RegistrationEnd: String, CaseIterable, Hashable, Sendable, Codable {
    case employed
    case ownBusiness = "own-business"
    case steadyIncome = "steady-income"
    case pension
    case unableToWork = "unable-to-work"
    /// Study, military service, or living abroad.
    case studyServiceAbroad = "study-service-abroad"
    case imprisoned
    /// No longer asks for work, or refuses the services.
    case refusesService = "refuses-service"
    /// Six months without contact.
    case noContact = "no-contact"
    case movedOut = "moved-out"
    case died
    case otherGround = "other"
}

/// 登记: somebody's standing in a register, from its entry to its end (02.w3).
public struct LabourRegistration: Hashable, Sendable, Codable {
    /// `nil` where an older record does not say.
    public let kind: RegisterKind?
    public let entered: Day
    public var ended: Day?
    public var reason: RegistrationEnd?
}

/// 证件: one certificate with its number; a number never goes to another (02.w3).
public struct LabourCertificate: Hashable, Sendable, Codable {
    public let number: String
    /// `nil` where an older record does not say.
    public let kind: RegisterKind?
    public let issued: Day
    /// 年检: the day of the newest yearly check.
    public var checked: Day?
    public var voided: Day?
    /// Why it was voided.
    public var reason: String?
}

extension Recognition {
    /// The registration that runs now; `nil` without one.
    public var liveRegistration: LabourRegistration? { registration.flatMap { $0.ended == nil ? $0 : nil } }

    /// The certificate that is good now.
    public var liveCertificate: LabourCertificate? { certificates?.last { $0.voided == nil } }

    /// Whether a yearly check is open: none in this calendar year, and the certificate is of an earlier one.
    public func isCheckDue(on day: Day) -> Bool {
        guard let certificate = liveCertificate, certificate.issued.year < day.year else { return false }
        return certificate.checked.map { $0.year < day.year } ?? true
    }

    mutating func enter(_ kind: RegisterKind?, on day: Day) {
        registration = LabourRegistration(kind: kind, entered: day)
    }

    mutating func endRegistration(_ reason: RegistrationEnd, on day: Day) {
        guard registration?.ended == nil else { return }
        registration?.ended = day
        registration?.reason = reason
    }

    mutating func issue(_ number: String, _ kind: RegisterKind?, on day: Day) {
        certificate = number
        let kind = kind ?? registration?.kind
        certificates = (certificates ?? []) + [LabourCertificate(number: number, kind: kind, issued: day)]
    }

    mutating func voidCertificate(_ reason: String, on day: Day) {
        certificate = ""
        guard let place = certificates?.lastIndex(where: { $0.voided == nil }) else { return }
        certificates?[place].voided = day
        certificates?[place].reason = reason
    }

    mutating func checkCertificate(on day: Day) {
        guard let place = certificates?.lastIndex(where: { $0.voided == nil }) else { return }
        certificates?[place].checked = day
    }
}

extension WorkRegistration {
    /// How a registration of work ends that of looking for it.
    var registrationEnd: RegistrationEnd {
        switch job.form {
        case .hired, .flexible, .welfare: .employed
        case .ownBusiness: .ownBusiness
        }
    }
}

extension CaseEndReason {
    /// The end of a registration that comes with the end of a case; `nil` where the registration goes on.
    var registrationEnd: RegistrationEnd? {
        switch self {
        case .died: .died
        case .movedOut: .movedOut
        case .agedOut: .pension
        case .stable: .employed
        case .waived, .ineligible, .duplicate: nil
        }
    }
}
