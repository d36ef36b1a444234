// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Pages
import Wording

/// 审计记录, read by the audit administrator and changed by nobody.
enum AuditPages {
    static let routes: [Routes.Entry] = [.get("/audit", .readAudit, list)]

    /// Lines of a page, and how many are looked through for a filter before the page is shown as it is.
    private static let wanted = 50
    private static let mostRead = 5_000

    static func list(_ ask: Ask) async throws -> Reply {
        let action = ask.query["action"].flatMap(AuditAction.init(rawValue:))
        let (rows, next) = try await rows(action, ask)
        let names = Dictionary(
            try await ask.site.store.accounts().map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        let wasCutShort = rows.count < wanted && next != nil
        return .page(
            AuditPage(
                lines: rows.map { line($0, names) }, filter: filter(action),
                next: next.map { link(action, after: $0) },
                first: ask.after == nil ? nil : link(action, after: nil),
                note: wasCutShort ? "已查找较近的\(mostRead)条，更早的请翻下一页。" : nil))
    }

    private static func rows(_ action: AuditAction?, _ ask: Ask) async throws -> ([AuditRow], Cursor?) {
        var rows: [AuditRow] = []
        var (cursor, read) = (ask.after, 0)
        repeat {
            let slice = try await ask.site.store.audit(
                of: nil, after: cursor, limit: action == nil ? wanted : wanted * 4)
            rows += slice.rows.filter { action == nil || $0.note.action == action }
            read += slice.rows.count
            cursor = slice.next
        } while rows.count < wanted && cursor != nil && read < mostRead
        return (rows, cursor)
    }

    private static func link(_ action: AuditAction?, after: Cursor?) -> Link {
        var query: [(name: String, value: String)] = []
        if let action { query.append(("action", action.rawValue)) }
        if let after { query.append(("after", after.text)) }
        return Link("/audit", query: query)
    }

    private static func filter(_ action: AuditAction?) -> FilterRow {
        FilterRow(
            page: "/audit",
            fields: [
                Field(
                    "action", "事项",
                    .select(
                        AuditAction.allCases.map { Choice($0.rawValue, $0.word) }, chosen: action?.rawValue,
                        none: "全部"))
            ])
    }

    private static func line(_ row: AuditRow, _ names: [AccountID: String]) -> AuditPage.Line {
        AuditPage.Line(
            number: row.number, at: row.note.at.words,
            by: row.note.by == .system ? "系统" : names[row.note.by] ?? "账号\(row.note.by.number)",
            action: row.note.action.word, subject: row.note.subject.map(words) ?? "",
            detail: AuditDetail.words(row.note.detail), tone: tone(row.note.action))
    }

    /// The auditor sees what a line is about by its number, never by a person's name.
    private static func words(_ subject: Subject) -> String {
        subject == .policy ? subject.kind.word : "\(subject.kind.word)\(subject.number)号"
    }

    private static func tone(_ action: AuditAction) -> Tag.Tone {
        switch action {
        case .signInFailed, .refused: .orange
        case .lockedOut: .red
        case .unmasked, .exported, .printed, .passOpened, .scanOpened: .yellow
        case .accountChanged, .policyChanged, .backedUp, .imported, .matched: .blue
        case .act, .signedIn, .signedOut: .plain
        }
    }
}

/// What the audit keeps as a code, in words; what a person wrote stays as it is.
enum AuditDetail {
    static func words(_ detail: String) -> String {
        if let known = known[detail] { return known }
        if let kind = ImportKind(rawValue: detail) { return kind.word }
        if detail.hasPrefix("calendar ") { return "\(detail.dropFirst(9))年工作日历" }
        return detail
    }

    private static let known = [
        "created": "新建账号", "granted": "调整岗位", "disabled": "停用", "enabled": "启用", "password reset": "重置密码",
        "password chosen": "本人修改密码", "set-aside": "不采用推荐建议", "recommend": "岗位推荐", "place": "一人一岗",
    ]
}
