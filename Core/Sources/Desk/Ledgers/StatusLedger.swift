// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension CaseLedger {
    /// 就业动态管理记录单: one record a person, open from the day of recognition (02.r6).
    static let status = CaseLedger(
        ledger: Ledger(
            name: .status, title: "就业动态管理记录单", content: "每人一单：就业状态和援助环节的历次变动",
            clauses: ["02.r6"], span: .days("建单日期"), unit: "人",
            headings: [
                LedgerHeading("姓名", .name, width: 5), LedgerHeading("身份证号", width: 11),
                LedgerHeading("联系电话", width: 8), LedgerHeading("社区（村）", width: 8),
                LedgerHeading("建单日期", .day, width: 6), LedgerHeading("目前状态", .tag, width: 6),
                LedgerHeading("所处环节", width: 8), LedgerHeading("变动次数", .number, width: 4),
                LedgerHeading("最近变动", .day, width: 6), LedgerHeading("变动内容", .long, width: 20),
            ], tags: StatusNow.allCases.map(\.tag)),
        stages: Self.recognised,
        concerns: { $0.recognition.recognised != nil },
        readsHistory: { _, _ in true },
        making: .one(
            tag: { found, period in
                guard let day = found.recognition.recognised, period.contains(day) else { return nil }
                return StatusNow(found).tag
            },
            cells: { source in
                let changes = source.history.filter(\.event.changesStatus)
                let last = changes.max { ($0.occurred, $0.id) < ($1.occurred, $1.id) }
                return [
                    source.name, source.identity, source.phone, source.village,
                    .day(source.found.recognition.recognised), StatusNow(source.found).tag.cell,
                    .stage(source.found.stage), .number(changes.count), .day(last?.occurred),
                    last.map { .lines([.act($0.event.kind), .detail($0.event)]) } ?? .empty,
                ]
            }))
}

/// 目前状态: each recognised person is in exactly one.
private enum StatusNow: String, CaseIterable {
    case helped, employed, left

    init(_ found: AssistanceCase) {
        self = !found.isLive ? .left : found.care.job != nil ? .employed : .helped
    }

    var tag: LedgerTag {
        let words =
            switch self {
            case .helped: "未就业，援助中"
            case .employed: "已就业"
            case .left: "已退出"
            }
        return LedgerTag(rawValue, .text(words))
    }
}

/// 就业动态管理记录单 of one person.
public struct StatusRecord: Sendable {
    public let found: AssistanceCase
    /// Masked.
    public let person: PersonLine
    public let town: Unit?
    /// What stands, by the day on which it happened.
    public let changes: [Recorded<CaseEvent>]
    public let names: [AccountID: String]
}

extension Office {
    /// The record of one person, which is open once they are recognised.
    ///
    /// - Throws: ``Refusal/notAllowed(_:)``; ``Refusal/notFound(_:)`` before recognition; ``StoreFailure``.
    public func statusRecord(of id: CaseID, by actor: Actor) async throws -> StatusRecord {
        let file = try await caseFile(id, by: actor)
        guard file.found.recognition.recognised != nil else { throw Refusal.notFound(.assistanceCase) }
        return StatusRecord(
            found: file.found, person: line(of: file.person), town: file.town,
            changes: file.history.standing.filter(\.event.changesStatus).sorted {
                ($0.occurred, $0.id) < ($1.occurred, $1.id)
            }, names: file.names)
    }
}
