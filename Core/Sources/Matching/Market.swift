// SPDX-License-Identifier: Apache-2.0

/// 一批匹配的供需: the people to be helped, the vacancies open, and the pairs that no hard limit forbids.
///
/// People, vacancies and aides are known by their places in the lists, counted from 0.
public struct Market: Hashable, Sendable {
    /// 求职者: what one person is owed in this batch.
    public struct Person: Hashable, Sendable {
        /// 0, the hardest, to 3: visit classes four to one.
        public var priority: Int
        /// How many different vacancies: 1, or 2 after a hand-up (10.r2).
        public var need: Int
        /// Whether a deadline for it ends today.
        public var isDueToday: Bool
        /// The place of the aide who goes along to interviews (05.r3), or `nil` when that binds nobody.
        public var aide: Int?

        public init(priority: Int, need: Int = 1, isDueToday: Bool = false, aide: Int? = nil) {
            self.priority = priority
            self.need = need
            self.isDueToday = isDueToday
            self.aide = aide
        }
    }

    /// 候选: a pair of a person and a vacancy that no hard limit forbids, with its score.
    public struct Candidate: Hashable, Sendable {
        public var person: Int32
        public var vacancy: Int32
        /// 0, the worst, to 1,000.
        public var score: Int32

        public init(person: Int, vacancy: Int, score: Int) {
            self.person = Int32(clamping: person)
            self.vacancy = Int32(clamping: vacancy)
            self.score = Int32(clamping: score)
        }
    }

    /// A person and a vacancy proposed or told to that person.
    public struct Pair: Hashable, Sendable {
        public var person: Int
        public var vacancy: Int

        public init(person: Int, vacancy: Int) {
            self.person = person
            self.vacancy = vacancy
        }
    }

    public var people: [Person]
    /// The headcount of each vacancy.
    public var headcounts: [Int]
    /// The allowed pairs in any order; none twice.
    public var candidates: [Candidate]
    /// What people were already told: it takes need and seats before anything else, and nothing bumps it.
    public var told: [Pair]
    /// How many units each aide can accompany: a nested quota, so the optimum stays exact (research 3.4).
    public var escorts: [Int]

    public init(
        people: [Person], headcounts: [Int], candidates: [Candidate], told: [Pair] = [], escorts: [Int] = []
    ) {
        self.people = people
        self.headcounts = headcounts
        self.candidates = candidates
        self.told = told
        self.escorts = escorts
    }
}
