// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("人员 people: found under every scope, in the order of names")
struct PeopleContract {
    static let scopes: [Scope] = [
        .district, .town(Sample.yangzhen), .town(Sample.nancai), .village(Sample.shaling),
        .village(Sample.taiping), .nothing,
    ]

    private func numbers(_ store: any Store, _ query: PersonQuery) async throws -> [Int] {
        try await walk { try await store.find(query, after: $0, limit: 2) }.map(\.id.number)
    }

    private func expected(_ scope: Scope, where holds: (CastMember) -> Bool = { _ in true }) -> Set<Int> {
        let tree = UnitTree(Sample.units)
        return Set(
            Sample.cast.filter { member in
                switch scope {
                case .nothing: false
                case .district: true
                case .town(let unit), .village(let unit): tree.contains(member.village, within: unit)
                }
            }.filter(holds).map(\.id.number))
    }

    @Test(arguments: Driver.allCases, scopes)
    func `pages walk everybody in scope once, by pinyin`(driver: Driver, scope: Scope) async throws {
        let store = try await driver.filled()
        let rows = try await walk { try await store.find(PersonQuery(scope: scope), after: $0, limit: 3) }
        #expect(Set(rows.map(\.id.number)) == expected(scope))
        #expect(rows.count == expected(scope).count)
        let order = rows.map { Sample.names($0.name).order }
        #expect(order == order.sorted())
    }

    @Test(arguments: Driver.allCases, [Scope.district, .town(Sample.yangzhen), .village(Sample.shaling)])
    func `paging loses and repeats nobody while people are added`(driver: Driver, scope: Scope) async throws {
        let store = try await driver.filled()
        var seen: [Int] = []
        var cursor: Cursor?
        var next = 5000
        repeat {
            let slice = try await store.find(PersonQuery(scope: scope), after: cursor, limit: 2)
            seen += slice.rows.map(\.id.number)
            cursor = slice.next
            for name in ["阿一", "王五", "周七"] {
                _ = try await store.commit(Changes.entering(next, name, in: Sample.shaling))
                next += 1
            }
        } while cursor != nil && seen.count < 200
        #expect(seen.count == Set(seen).count)
        #expect(expected(scope).isSubset(of: seen))
    }

    @Test(arguments: Driver.allCases)
    func `a row shows what the list needs and nothing else`(driver: Driver) async throws {
        let store = try await driver.filled()
        let query = PersonQuery(search: .name("建国"), scope: .village(Sample.shaling))
        let row = try #require(try await store.find(query, after: nil, limit: 5).rows.first)
        let facts = Sample.liJianguo.facts
        #expect(
            row
                == PersonRow(
                    id: Sample.liJianguo.id, name: "李建国", sex: .male, born: facts.born,
                    village: Sample.shaling, household: Sample.household(of: Sample.liJianguo),
                    identity: facts.identity, mobile: facts.mobile, presence: .onRoll, survey: nil,
                    caseID: nil, categories: [], visitClass: nil))
    }

    static let searches: [(PersonSearch, [CastMember])] = [
        (.name("建国"), [Sample.liJianguo]), (.name("李建国"), [Sample.liJianguo]), (.name("建李"), []),
        (.name("赵"), [Sample.zhaoDefu, Sample.zhaoXiaopeng]), (.pinyin("wxl"), [Sample.wangXiulan]),
        (.pinyin("wangx"), [Sample.wangXiulan]), (.pinyin("wangxiulan"), [Sample.wangXiulan]),
        (.pinyin("zhaod"), [Sample.zhaoDefu]), (.pinyin("iulan"), []),
        (.identity(Sample.chenJing.facts.identity?.full ?? ""), [Sample.chenJing]),
        (.lastFour(Sample.chenJing.facts.identity?.lastFour ?? ""), [Sample.chenJing]),
        (.phone(Sample.wangXiulan.facts.mobile?.full ?? ""), [Sample.wangXiulan]),
        (.phone("13900000000"), []),
    ]

    @Test(arguments: Driver.allCases, searches.indices)
    func `a search finds by name, pinyin, number, last four and phone`(
        driver: Driver, place: Int
    ) async throws {
        let store = try await driver.filled()
        let (search, found) = Self.searches[place]
        for scope in Self.scopes {
            let ids = expected(scope) { member in found.contains { $0.id == member.id } }
            #expect(Set(try await numbers(store, PersonQuery(search: search, scope: scope))) == ids)
        }
    }

    @Test(arguments: Driver.allCases)
    func `a fixed line is found with and without its area code`(driver: Driver) async throws {
        let store = try await driver.filled()
        let phone = try PhoneNumber.read("010-69441234").get()
        _ = try await store.commit(
            Changes.entering(800, "吴新", in: Sample.shaling) { $0.homePhone = phone })
        for typed in ["69441234", "01069441234"] {
            let query = PersonQuery(search: .phone(typed), scope: .district)
            #expect(try await numbers(store, query) == [800], "\(typed)")
        }
    }

    @Test(arguments: Driver.allCases)
    func `a name with a character that few fonts have is found by it`(driver: Driver) async throws {
        let store = try await driver.filled()
        _ = try await store.commit(Changes.entering(801, "吴𬱖", in: Sample.shaling))
        _ = try await store.commit(Changes.entering(802, "吴𫖯", in: Sample.shaling))
        let query = PersonQuery(search: .name("𬱖"), scope: .village(Sample.shaling))
        #expect(try await numbers(store, query) == [801])
    }

    @Test(arguments: Driver.allCases)
    func `whoever moves, is renamed or leaves is found where they are now`(driver: Driver) async throws {
        let store = try await driver.filled()
        var person = try #require(try await store.person(Sample.liJianguo.id))
        func act(_ event: PersonEvent) async throws {
            _ = try await store.commit(Changes.acting(event, on: person))
            person = try #require(try await store.person(person.id))
        }
        try await act(.moved(village: Sample.taiping, household: HouseholdID(1), reason: "搬家"))
        let search = PersonSearch.name("建国")
        #expect(try await numbers(store, PersonQuery(search: search, scope: .village(Sample.shaling))) == [])
        #expect(try await numbers(store, PersonQuery(search: search, scope: .town(Sample.nancai))) == [2])
        var facts = person.facts
        facts.name = Sample.name("李卫国")
        try await act(.corrected(facts, source: .counter, reason: "改名"))
        #expect(try await numbers(store, PersonQuery(search: search, scope: .district)) == [])
        #expect(try await numbers(store, PersonQuery(search: .name("卫国"), scope: .district)) == [2])
        try await act(.left(.movedOut, note: ""))
        #expect(try await numbers(store, PersonQuery(search: .name("卫国"), scope: .district)) == [])
        let archive = PersonQuery(search: .name("卫国"), scope: .district, onRoll: false)
        #expect(try await numbers(store, archive) == [2])
        let all = PersonQuery(scope: .district, onRoll: false)
        #expect(try await numbers(store, all) == [2])
    }

    @Test(arguments: Driver.allCases)
    func `a number finds everybody who bears it, the archive too`(driver: Driver) async throws {
        let store = try await driver.filled()
        let identity = try #require(Sample.chenJing.facts.identity)
        _ = try await store.commit(
            Changes.entering(803, "陈静", in: Sample.taiping) { $0.identity = identity })
        let twin = try #require(try await store.person(PersonID(803)))
        _ = try await store.commit(Changes.acting(.left(.enteredInError, note: ""), on: twin))
        #expect(try await store.people(withIdentity: identity.full).map(\.id.number) == [6, 803])
        #expect(try await store.people(withIdentity: "") == [])
    }

    @Test(arguments: Driver.allCases)
    func `a household is found by its number while it exists, its people oldest first`(
        driver: Driver
    ) async throws {
        let store = try await driver.filled()
        let home = try #require(try await store.household(number: "41", in: Sample.shaling))
        #expect(home.id == Sample.household(of: Sample.zhaoDefu))
        #expect(try await store.household(number: "41", in: Sample.taiping) == nil)
        #expect(try await store.members(of: home.id).map(\.id.number) == [3, 4, 5])
        var gone = home
        gone.apply(.dissolved(reason: "并户"))
        var change = Changes.blank(.household(home.id))
        change.append(
            .household(.dissolved(reason: "并户")), to: .household(home.id), after: 1, on: Sample.today)
        change.states.append(.household(gone))
        _ = try await store.commit(change)
        #expect(try await store.household(number: "41", in: Sample.shaling) == nil)
        #expect(try await store.household(home.id)?.isDissolved == true)
    }

    @Test(arguments: Driver.allCases)
    func `facts come back as they were written, every field and any text`(driver: Driver) async throws {
        let store = try await driver.filled()
        let odd = "\"引号\" \\ 斜线\n换行\t制表\u{1} 控制 😀 \u{2028}"
        _ = try await store.commit(
            Changes.entering(804, "阿依古丽·买买提", in: Sample.taiping, born: .earliest, sex: .female) {
                $0.identity = .asRegistered("99000019820518002\t")
                $0.ethnicity = odd
                $0.mobile = try? PhoneNumber.read("13900001234").get()
                $0.homePhone = try? PhoneNumber.read("010-69441234-8").get()
                $0.education = .postgraduate
                $0.health = .frail
                $0.disability = Disability(grade: 2, canWork: true)
                $0.isNewLabour = false
                $0.isOnlyChildFamily = true
                $0.registration = .ruralNew
                $0.economy = .hard
                $0.hasAllowance = true
                $0.livesAt = odd
                $0.skillLevel = .seniorTechnician
                $0.trade = ""
                $0.skills = [odd, "", "二"]
                $0.retirement = .cadre
                $0.employment = .employed(sector: nil, form: .flexible)
                $0.wish = .unwanted
                $0.reasonsNotWorking = ["A", "H"]
                $0.graduated = .latest
                $0.incomePerHead = -1
                $0.isUrgent = true
                $0.mustBeNearby = true
            })
        let person = try #require(try await store.person(PersonID(804)))
        let history = try await store.history(of: .person(person.id))
        guard case .person(.entered(let facts, _, _, _)) = try #require(history.first).event else {
            Issue.record("the first act enters the person")
            return
        }
        #expect(facts == person.facts)
        #expect(facts.livesAt == odd)
        #expect(facts.skills == [odd, "", "二"])
        #expect(facts.differences(from: PersonFacts(name: facts.name)).count == FactField.allCases.count - 1)
        let query = PersonQuery(search: .name("阿依古丽"), scope: .district)
        let row = try #require(
            try await store.find(query, after: nil, limit: 5).rows.first { $0.id == person.id })
        #expect(row.mobile == facts.mobile)
        #expect(row.born == .earliest)
    }

    @Test(arguments: Driver.allCases)
    func `people come in the order asked for`(driver: Driver) async throws {
        let store = try await driver.filled()
        let ids = [PersonID(3), PersonID(99_999), PersonID(1)]
        #expect(try await store.people(ids).map(\.id.number) == [3, 1])
    }
}
