// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import CivilTime
import Foundation
import Pages
import SamplePeople
import StoreSQLite
import Web

/// `yuanzhu demo`: fills an empty store with a made-up district.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "在空的数据文件夹里造一个演示用的区：社区（村）、户、劳动力和一年的工作记录。")

    @Option(help: "多少名劳动力。")
    var people = 3_000
    @Option(help: "随机种子：种子、人数和日期相同，造出的区就相同。")
    var seed: UInt64 = 1
    @Option(help: "演示的“今天”，不写时为实际的今天。")
    var today: Day?
    @OptionGroup var store: StoreOptions
    @OptionGroup var policy: PolicyPlace
    @OptionGroup var files: DemoFiles

    func validate() throws {
        guard (1...1_000_000).contains(people) else { throw ValidationError("--people应是1到1000000的整数。") }
    }

    func run() async throws {
        let pack = try policy.pack()
        guard !store.isThere else {
            throw Complaint("\(store.folder.url.path)里已有数据，演示数据只能放进空文件夹。")
        }
        let demonstration = DemoStore(folder: store.folder)
        let store = try await store.open()
        defer { try? store.close() }
        let day = today ?? Site.machineClock().day
        try await demonstration.prepare(
            store, pack: pack, keeper: SealedPasswords(), people: people, seed: seed, today: day)
        let tree = UnitTree(try await store.units())
        let villages = try tree.units(at: .village, within: tree.root.id).count
        Terminal.say("已造好\(people)名劳动力、\(villages)个社区（村），随机种子\(seed)，演示的今天是\(day.iso)。每种岗位可用的账号：")
        for login in DemoStore.knownLogins(try await store.accounts(), tree: tree) {
            Terminal.say("  \(login.login)  \(login.role)  密码：\(login.password)")
        }
        try files.write(
            DistrictPlan(people: people, seed: seed, towns: pack.units), on: day, pack: pack)
    }
}
