// SPDX-License-Identifier: Apache-2.0

/// What somebody applies for at the town's counter (02.w1, 02.w2). Raw values are words of papers.yaml.
public enum ApplicationKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// 失业登记.
    case unemployment
    /// 农村劳动力转移求职登记.
    case transfer
    /// 就业困难人员认定.
    case recognition
}

/// The stable code of a paper, as papers.yaml names it.
public struct PaperID: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One row of the checklist: which applications need the paper, how many of it, where to get it and why (02.r4).
public struct PaperRule: Hashable, Sendable {
    public let id: PaperID
    public let name: String
    public let kinds: Set<ApplicationKind>
    /// Asked of these categories only; of all when empty.
    public let categories: Set<HardshipCategory>
    /// One set of each other labourer of the home, rather than one of the applicant.
    public let isPerMember: Bool
    public let originals: Int
    public let copies: Int
    /// Where it is to be had.
    public let from: String
    /// What it is needed for, said on the notice (02.r2).
    public let why: String

    public init(
        _ id: String, _ name: String, for kinds: Set<ApplicationKind>,
        categories: Set<HardshipCategory> = [], isPerMember: Bool = false, originals: Int, copies: Int,
        from: String, why: String
    ) {
        self.id = PaperID(rawValue: id)
        self.name = name
        self.kinds = kinds
        self.categories = categories
        self.isPerMember = isPerMember
        self.originals = originals
        self.copies = copies
        self.from = from
        self.why = why
    }
}

/// What of a person and the home decides which papers are needed.
public struct PaperFacts: Hashable, Sendable {
    /// Registered as rural; `nil` where the registry does not know.
    public let isRural: Bool?
    /// Other labourers of the home on the roll.
    public let members: Int

    public init(isRural: Bool?, members: Int) {
        self.isRural = isRural
        self.members = members
    }

    /// The recognition, and the registration that goes with it: rural labourers register for transfer, others as
    /// unemployed (02.w1).
    public var kinds: Set<ApplicationKind> {
        isRural.map { $0 ? [.transfer, .recognition] : [.unemployment, .recognition] } ?? [.recognition]
    }
}

/// A paper that an application needs, with its numbers.
public struct RequiredPaper: Hashable, Sendable, Codable {
    public let id: PaperID
    public let name: String
    public let originals: Int
    public let copies: Int
    public let from: String
    public let why: String

    public init(id: PaperID, name: String, originals: Int, copies: Int, from: String, why: String) {
        self.id = id
        self.name = name
        self.originals = originals
        self.copies = copies
        self.from = from
        self.why = why
    }
}

/// 材料清单 of a district, in the order of the counter's form.
public struct PaperRules: Hashable, Sendable {
    public let rules: [PaperRule]

    public init(_ rules: [PaperRule]) { self.rules = rules }

    /// The papers of applications made together: each once, none for a category that the person is not in, and
    /// nothing of members of a home with nobody else (02.r4).
    public func required(
        for kinds: Set<ApplicationKind>, categories: Set<HardshipCategory>, facts: PaperFacts
    ) -> [RequiredPaper] {
        rules.compactMap { rule in
            guard !rule.kinds.isDisjoint(with: kinds),
                rule.categories.isEmpty || !rule.categories.isDisjoint(with: categories)
            else { return nil }
            let sets = rule.isPerMember ? facts.members : 1
            guard sets > 0 else { return nil }
            return RequiredPaper(
                id: rule.id, name: rule.name, originals: rule.originals * sets, copies: rule.copies * sets,
                from: rule.from, why: rule.why)
        }
    }

    /// What every office asks for: a pack without papers.yaml has these.
    public static let minimum = PaperRules([
        PaperRule(
            "identity-card", "居民身份证", for: Set(ApplicationKind.allCases), originals: 1, copies: 1,
            from: "户籍地派出所", why: "核对本人身份"),
        PaperRule(
            "household-register", "户口簿", for: Set(ApplicationKind.allCases), originals: 1, copies: 1,
            from: "户籍地派出所", why: "核对户籍性质和家庭成员"),
        PaperRule(
            "application-form", "就业困难人员认定申请登记表", for: [.recognition], originals: 1, copies: 0,
            from: "镇（街）社会保障事务所，当场领取", why: "本人提出认定申请"),
        PaperRule(
            "disability-certificate", "残疾人证", for: [.recognition], categories: [.disabled], originals: 1,
            copies: 1, from: "区残疾人联合会", why: "证明残疾类别和等级"),
        PaperRule(
            "allowance-certificate", "最低生活保障金领取证", for: [.recognition], categories: [.allowance],
            originals: 1, copies: 1, from: "镇（街）民政部门", why: "证明享受最低生活保障"),
    ])
}
