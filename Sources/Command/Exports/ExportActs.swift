// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import Wording

/// `yuanzhu export acts`: every kind of act with its clause and what it may say.
struct ExportActs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acts", abstract: "列出全部工作记录种类：名称、步骤、条款、栏目和取值。",
        discussion: """
            任何记录都可以写withdraws（它所撤回的记录）和refers_to（它所属的记录）；列有所属种类而没有写refers_to的，\
            归到最早一条还没有回应的记录。
            """)

    @Flag(help: "每种输出一行JSON。")
    var json = false
    @OptionGroup var outlet: Outlet

    func run() throws {
        try outlet.write(ActKind.allCases.map { json ? Self.json($0).text : Self.text($0) })
    }

    private static func json(_ kind: ActKind) -> JSONValue {
        [
            "kind": .text(kind.rawValue), "name": .text(kind.words), "step": .number(kind.step),
            "clause": .text(kind.clause.id),
            "refers_to": kind.belongsTo.map { .texts($0.map(\.rawValue).sorted()) } ?? .absent,
            "fields": .list(
                kind.fields.map { field in
                    switch field.values {
                    case .codes(let codes):
                        ["field": .text(field.rawValue), "name": .text(field.word), "values": .texts(codes)]
                    case .number: entry(field, "number")
                    case .day: entry(field, "day")
                    case .text: entry(field, "text")
                    }
                }),
        ]
    }

    private static func entry(_ field: ActField, _ type: String) -> JSONValue {
        ["field": .text(field.rawValue), "name": .text(field.word), "type": .text(type)]
    }

    private static func text(_ kind: ActKind) -> String {
        let fields = kind.fields.map { field in
            switch field.values {
            case .codes(let codes): "\(field.rawValue)=\(codes.joined(separator: "|"))"
            case .number: "\(field.rawValue)=整数"
            case .day: "\(field.rawValue)=日期"
            case .text: "\(field.rawValue)=文字"
            }
        }
        let owners = kind.belongsTo.map {
            ["refers_to=" + $0.map(\.rawValue).sorted().joined(separator: "|")]
        }
        return ([kind.rawValue, kind.words, "第\(kind.step)步", kind.clause.id] + fields + (owners ?? []))
            .joined(separator: "  ")
    }
}
