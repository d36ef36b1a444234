// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import Pages
import SamplePeople
import Wording

/// A data folder that holds a demonstration: marked as one, so that made-up and real people never mix, and so
/// that known passwords never open real data.
struct DemoStore {
    let folder: DataFolder

    private var mark: URL { folder.url.appending(path: "DEMO") }

    var isMarked: Bool { FileManager.default.fileExists(atPath: mark.path) }

    /// Fills an empty store, or makes sure that a filled one is a whole demonstration.
    func prepare(
        _ store: any Store, pack: PolicyPack, keeper: any PasswordKeeper, people: Int, seed: UInt64,
        today: Day
    ) async throws {
        guard try await store.units().isEmpty else { return try check() }
        try Data("filling\n".utf8).write(to: mark)
        let progress = SharedProgress("正在生成演示数据，已完成人数")
        defer { progress.end() }
        try await DemoMaker.fill(
            store: store, pack: pack, keeper: keeper, people: people, seed: seed, today: today
        ) { done, _ in progress.tell(done) }
        try Data("ready \(people) \(seed) \(today.iso)\n".utf8).write(to: mark)
    }

    private func check() throws {
        guard isMarked else {
            throw Complaint("\(folder.url.path): 这里存放的不是演示数据，不能用--demo打开。请换一个文件夹。")
        }
        guard (try? String(contentsOf: mark, encoding: .utf8))?.hasPrefix("ready") == true else {
            throw Complaint("\(folder.url.path): 演示数据上次没有生成完。请删除这个文件夹后再试。")
        }
    }

    /// One login of each role, to be shown on the sign-in page.
    static func knownLogins(_ accounts: [Account], tree: UnitTree) -> [KnownLogin] {
        Role.allCases.compactMap { role in
            let found = accounts.filter { !$0.isDisabled && $0.grants.first?.role == role }.min {
                $0.id < $1.id
            }
            guard let found, let grant = found.grants.first else { return nil }
            return KnownLogin(role: grant.words(in: tree), login: found.login, password: DemoMaker.password)
        }
    }
}
