// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Sample {
    /// A policy pack with the rules of step 01, the manual's numbers and a short questionnaire.
    public static let pack = PolicyPack(
        name: "sample", title: "就业援助（示例）", digest: String(repeating: "0", count: 64),
        units: units.map { unit in
            UnitSeed(
                code: unit.code ?? "", name: unit.name, level: unit.level,
                parent: units.first { $0.id == unit.parent }?.code)
        },
        calendar: calendar, rules: rules, hardship: hardship, window: EntryWindow(lateEntryDays: 30),
        form: form, identity: .withMadeUpPeople, lists: ["ethnicities": ["汉族", "满族", "回族", "维吾尔族"]])

    /// The bands of the manual and of the city's regulation, one year each, the lines printed on the paper.
    public static let hardship = HardshipParameters(
        women: [
            .district: dated(.init(from: 35, through: 49)), .city: dated(.init(from: 40, through: nil)),
        ],
        men: [
            .district: dated(.init(from: 45, through: 59)), .city: dated(.init(from: 50, through: nil)),
        ],
        unemployedMonths: dated(12), graduateMonths: dated(12), lowIncomeUrban: dated(8772),
        lowIncomeRural: dated(5712), schedule: .law)

    private static func dated<Value>(_ value: Value) -> Dated<Value> {
        Dated([.init(from: day(2012, 1, 1), value: value, source: "示例")])
    }
}
