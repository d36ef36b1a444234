// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import CivilTime
import Desk
import Foundation
import PolicyFiles
import StoreSQLite
import Web
import Wording

extension PolicyCommand {
    /// `policy diff OLD NEW`: what changes for whom, before the new pack is adopted.
    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff", abstract: "比较两个政策包；写明--data时，再演练新政策包对未办结事项的影响。",
            discussion: "只比较、不写入，两个政策包都不因此启用。政策包有错时逐条指出文件和行，退出码为1。")

        @Argument(help: "正在执行的政策包文件夹。")
        var old: String
        @Argument(help: "准备采用的政策包文件夹。")
        var new: String
        @Option(name: .customLong("as-of"), help: "按哪一天看，如2026-02-13；不写时为今天。")
        var asOf: Day?
        @Flag(help: "每处改动、每个单位的每条规则输出一行JSON。")
        var json = false
        @OptionGroup var store: StoreOptions

        /// How many of those that fall late are told by name.
        private static let named = 20

        func run() async throws {
            let (old, new) = try packs()
            let report = DifferenceReport(difference: PolicyDifference(from: old, to: new))
            if json { report.json.forEach(Terminal.say) } else { report.lines.forEach(Terminal.say) }
            guard store.isNamed else { return }
            guard store.isThere else {
                Terminal.complain(["\(store.folder.url.path)里没有数据，只比较了规定。"])
                return
            }
            try await rehearse(from: old, to: new)
        }

        /// Both packs; where either is unsound, the faults of both.
        private func packs() throws -> (PolicyPack, PolicyPack) {
            var faults: [PolicyFault] = []
            func read(_ folder: String) -> PolicyPack? {
                do throws(PolicyFaults) {
                    return try PackFolder.read(folder)
                } catch {
                    faults += error.list
                    return nil
                }
            }
            guard let before = read(old), let after = read(new) else { throw PolicyFaults(faults) }
            return (before, after)
        }

        private func rehearse(from old: PolicyPack, to new: PolicyPack) async throws {
            let opened = try await store.openExisting()
            defer { try? opened.close() }
            let loaded = try await Premises.loadedYears(in: opened)
            let now = Site.machineClock()
            let tree = UnitTree(try await opened.units())
            let office = Office(
                store: opened, pack: old.laid(under: loaded), tree: tree, now: now, today: now.day)
            guard let district = tree.district else { return }
            let asker = Actor(
                account: .system, name: "命令行", grants: [Grant(role: .districtClerk, unit: district.id)])
            let progress = SharedProgress("演练")
            let found = try await office.rehearse(
                new.laid(under: loaded), asOf: asOf ?? office.today, by: asker,
                keeping: json ? 0 : Self.named,
                tell: { progress.tell($0) })
            progress.end()
            let report = RehearsalReport(found: found, rules: [new.rules, old.rules], tree: tree)
            if json { report.json.forEach(Terminal.say) } else { report.lines.forEach(Terminal.say) }
            Terminal.complain(shadowed(old, new, by: loaded))
        }

        /// Years that differ in the packs but stand in the store: the store's hold, so the change has no effect.
        private func shadowed(_ old: PolicyPack, _ new: PolicyPack, by loaded: [CalendarYear]) -> [String] {
            let years = PolicyDifference(from: old, to: new).years.map(\.year)
            return loaded.map(\.year).filter(years.contains).sorted().map {
                "\($0)年的放假安排已在系统中载入，以系统中的为准，政策包里的改动不影响期限。"
            }
        }
    }
}

extension PolicyPack {
    /// The pack with the years that were loaded on the site over its own.
    func laid(under loaded: [CalendarYear]) -> PolicyPack {
        with(calendar: WorkCalendar(years: Array(calendar.years.values) + loaded))
    }
}
