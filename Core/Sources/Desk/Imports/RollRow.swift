// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

/// One row of a roll (花名册), read and sound in itself.
public struct RollRow: Sendable {
    public let row: Int
    public let village: UnitID
    public let home: Home
    /// What the row says; whatever it leaves open is unknown here and stays as it is on the roll.
    public let facts: PersonFacts
    /// Phones that the row says there are none of (无).
    public let without: Set<FactField>
    /// 证件与户口簿一致: the clerk's word that number and name stand so in the household register.
    public let isAsRegistered: Bool

    /// Where the person lives, as the file groups people.
    public enum Home: Hashable, Sendable {
        /// 户号.
        case number(String)
        /// A household without number that begins in this row.
        case row(Int)
    }

    public init(
        row: Int, village: UnitID, home: Home, facts: PersonFacts, without: Set<FactField> = [],
        isAsRegistered: Bool = false
    ) {
        self.row = row
        self.village = village
        self.home = home
        self.facts = facts
        self.without = without
        self.isAsRegistered = isAsRegistered
    }
}

extension PersonFacts {
    /// These facts with what a row says put in their place; blanks change nothing.
    func taking(_ row: RollRow) -> PersonFacts {
        let new = row.facts
        var facts = self
        facts.name = new.name
        facts.identity = new.identity ?? identity
        facts.sex = new.sex ?? sex
        facts.born = new.born ?? born
        facts.ethnicity = new.ethnicity ?? ethnicity
        facts.mobile = row.without.contains(.mobile) ? nil : new.mobile ?? mobile
        facts.homePhone = row.without.contains(.homePhone) ? nil : new.homePhone ?? homePhone
        facts.takeStanding(new)
        facts.takeWork(new)
        return facts
    }

    private mutating func takeStanding(_ new: PersonFacts) {
        education = new.education ?? education
        if let told = new.health {
            health = told
            disability = told == .disabled ? new.disability ?? disability : nil
        }
        isNewLabour = new.isNewLabour ?? isNewLabour
        isOnlyChildFamily = new.isOnlyChildFamily ?? isOnlyChildFamily
        registration = new.registration ?? registration
        economy = new.economy ?? economy
        hasAllowance = new.hasAllowance ?? hasAllowance
        livesAt = new.livesAt ?? livesAt
        incomePerHead = new.incomePerHead ?? incomePerHead
    }

    private mutating func takeWork(_ new: PersonFacts) {
        skillLevel = new.skillLevel ?? skillLevel
        trade = new.trade ?? trade
        if !new.skills.isEmpty { skills = new.skills }
        retirement = new.retirement ?? retirement
        graduated = new.graduated ?? graduated
        if new.wish != .unasked { wish = new.wish }
        employment = employment.taking(new.employment)
    }
}

extension Employment {
    /// What a row says of work; what it leaves open of the same state stays.
    fileprivate func taking(_ new: Employment) -> Employment {
        switch (self, new) {
        case (_, .unknown): self
        case (.employed(let sector, let form), .employed(let newSector, let newForm)):
            .employed(sector: newSector ?? sector, form: newForm ?? form)
        case (.unemployed(let since), .unemployed(let newSince)): .unemployed(since: newSince ?? since)
        case (_, .employed), (_, .unemployed): new
        }
    }
}
