// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("证件和援助卡的编号：每个街（镇）、每个序列、每年不跳号 · 02.w3")
struct SerialContract {
    /// A change that draws a number and does nothing else.
    private func drawing(
        _ number: Int, _ series: Series = .unemployment, of unit: UnitID = Sample.yangzhen, year: Int = 2026,
        act: Int
    ) -> Change {
        var change = Change(
            by: Sample.yangzhenClerk.id, recorded: Changes.now, answer: .assistanceCase(CaseID(1)))
        let serial = SerialNumber(unit: unit, series: series, year: year, number: number)
        change.serials = [DrawnSerial(serial, to: CaseID(1), act: ActID(act))]
        return change
    }

    @Test(arguments: Driver.allCases)
    func `02.w3: a series begins with one and takes its next number only`(driver: Driver) async throws {
        let store = try await driver.filled()
        let town = Sample.yangzhen
        #expect(try await store.lastSerial(of: town, .unemployment, year: 2026) == 0)
        await #expect(throws: StoreFailure.conflict(.unit(town))) {
            _ = try await store.commit(drawing(2, act: 1))
        }
        _ = try await store.commit(drawing(1, act: 1))
        await #expect(throws: StoreFailure.conflict(.unit(town))) {
            _ = try await store.commit(drawing(1, act: 2))
        }
        _ = try await store.commit(drawing(2, act: 2))
        #expect(try await store.lastSerial(of: town, .unemployment, year: 2026) == 2)
    }

    @Test(arguments: Driver.allCases)
    func `02.w3: towns, series and years count for themselves`(driver: Driver) async throws {
        let store = try await driver.filled()
        _ = try await store.commit(drawing(1, act: 1))
        _ = try await store.commit(drawing(1, .transfer, act: 2))
        _ = try await store.commit(drawing(1, .card, act: 3))
        _ = try await store.commit(drawing(1, year: 2027, act: 4))
        _ = try await store.commit(drawing(1, of: Sample.nancai, act: 5))
        #expect(try await store.lastSerial(of: Sample.nancai, .unemployment, year: 2026) == 1)
        #expect(try await store.lastSerial(of: Sample.yangzhen, .card, year: 2027) == 0)
    }

    @Test(arguments: Driver.allCases)
    func `02.w3: of what loses against another writer no number stays`(driver: Driver) async throws {
        let store = try await driver.filled()
        var change = drawing(1, act: 1)
        // An act whose number does not follow: the whole change is refused.
        change.append(
            .person(.returned(reason: "")), to: .person(Sample.wangXiulan.id), after: 90, on: Sample.today)
        let lost = change
        await #expect(throws: StoreFailure.self) { _ = try await store.commit(lost) }
        #expect(try await store.lastSerial(of: Sample.yangzhen, .unemployment, year: 2026) == 0)
    }
}
