// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 登记项目: an entry of the application, checked one by one against the papers (02.r3). Raw values are the
/// storage format.
public enum ApplicationItem: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    case name, identity, sex, born, registration, education, health, disability, categories
    case unemployedSince = "unemployed-since"
    case mobile
    case livesAt = "lives-at"

    /// Sensitive personal information (L.05): its values stand on no line of the history.
    public var isSensitive: Bool {
        switch self {
        case .identity, .health, .disability, .mobile: true
        case .name, .sex, .born, .registration, .education, .categories, .unemployedSince, .livesAt: false
        }
    }

    /// Whether the counter corrects it on the spot; the number and the categories have forms of their own, which
    /// ask what goes with them.
    public var isCorrectedHere: Bool {
        switch self {
        case .identity, .categories: false
        case .name, .sex, .born, .registration, .education, .health, .disability, .unemployedSince, .mobile,
            .livesAt:
            true
        }
    }
}

/// One item held against the paper: it agrees, or was corrected on the spot.
public struct VerifiedItem: Hashable, Sendable, Codable {
    public let item: ApplicationItem
    /// The registry's value before, as ``PersonFacts/code(of:)`` writes it; kept when it was corrected (02.r3).
    public let before: String
    /// The paper's value; `nil` where both agree.
    public let after: String?

    public init(_ item: ApplicationItem, before: String, after: String? = nil) {
        self.item = item
        self.before = before
        self.after = after
    }

    /// Every item, agreeing with the registry.
    public static func agreeing(_ facts: PersonFacts) -> [VerifiedItem] {
        ApplicationItem.allCases.map { VerifiedItem($0, before: facts.code(of: $0)) }
    }
}

extension PersonFacts {
    /// What the registry holds of an item, as a code; empty where it does not know, and for items that are not
    /// corrected here.
    public func code(of item: ApplicationItem) -> String {
        switch item {
        case .name: name.full
        case .identity, .categories: ""
        case .sex: sex?.rawValue ?? ""
        case .born: born?.iso ?? ""
        case .registration: registration?.rawValue ?? ""
        case .education: education?.rawValue ?? ""
        case .health: health?.rawValue ?? ""
        case .disability: disability.map { "\($0.grade)-\($0.canWork ? "able" : "unable")" } ?? ""
        case .unemployedSince: unemployedSince?.iso ?? ""
        case .mobile: mobile?.full ?? ""
        case .livesAt: livesAt ?? ""
        }
    }

    private var unemployedSince: Day? {
        switch employment {
        case .unemployed(let since): since
        case .unknown, .employed: nil
        }
    }

    /// The facts with an item set to a code; `nil` where the code says nothing that the item can be.
    public func setting(_ item: ApplicationItem, to code: String) -> PersonFacts? {
        var facts = self
        switch item {
        case .name:
            guard let name = PersonName(code) else { return nil }
            facts.name = name
        case .identity, .categories: return nil
        case .sex:
            facts.sex = Sex(rawValue: code)
            if facts.sex == nil, !code.isEmpty { return nil }
        case .born:
            facts.born = Day(iso: code)
            if facts.born == nil, !code.isEmpty { return nil }
        case .registration:
            facts.registration = RegistrationKind(rawValue: code)
            if facts.registration == nil, !code.isEmpty { return nil }
        case .education:
            facts.education = Education(rawValue: code)
            if facts.education == nil, !code.isEmpty { return nil }
        case .health:
            facts.health = Health(rawValue: code)
            if facts.health == nil, !code.isEmpty { return nil }
        case .disability: return settingDisability(code)
        case .unemployedSince:
            let since = Day(iso: code)
            if since == nil, !code.isEmpty { return nil }
            facts.employment = .unemployed(since: since)
        case .mobile:
            if code.isEmpty {
                facts.mobile = nil
            } else {
                guard case .success(let number) = PhoneNumber.readMobile(code) else { return nil }
                facts.mobile = number
            }
        case .livesAt: facts.livesAt = code.isEmpty ? nil : code
        }
        return facts
    }

    private func settingDisability(_ code: String) -> PersonFacts? {
        var facts = self
        facts.disability = nil
        guard !code.isEmpty else { return facts }
        let parts = code.split(separator: "-")
        guard parts.count == 2, let grade = Int(parts[0]), (1...4).contains(grade),
            parts[1] == "able" || parts[1] == "unable"
        else { return nil }
        facts.disability = Disability(grade: grade, canWork: parts[1] == "able")
        return facts
    }

    /// The facts with the corrections of a verification; items that agreed leave them as they are.
    public func corrected(by items: [VerifiedItem]) -> PersonFacts {
        items.reduce(self) { facts, item in
            item.after.flatMap { facts.setting(item.item, to: $0) } ?? facts
        }
    }

    /// Puts old values back where the correction still stands: the verification was withdrawn.
    public func uncorrected(by items: [VerifiedItem]) -> PersonFacts {
        items.reduce(self) { facts, item in
            guard let after = item.after, facts.code(of: item.item) == after else { return facts }
            return facts.setting(item.item, to: item.before) ?? facts
        }
    }
}
