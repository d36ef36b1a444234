// SPDX-License-Identifier: Apache-2.0

/// 账号: every account with its roles and state.
public struct AccountsPage: Page {
    /// One account.
    public struct Line: Hashable, Sendable {
        public let link: Link
        public let name: String
        public let login: String
        /// 就业援助员（沙岭村）, several joined.
        public let roles: String
        /// The town, or the district.
        public let place: String
        public let state: Tag

        /// A line of the list.
        public init(link: Link, name: String, login: String, roles: String, place: String, state: Tag) {
            self.link = link
            self.name = name
            self.login = login
            self.roles = roles
            self.place = place
            self.state = state
        }
    }

    public var lines: [Line]
    public var firstNumber: Int
    public var filter: FilterRow
    public var next: Link?
    public var previous: Link?
    /// 共 432 个账号.
    public var total: String

    /// A list of accounts.
    public init(
        lines: [Line], firstNumber: Int, filter: FilterRow, previous: Link?, next: Link?, total: String
    ) {
        self.lines = lines
        self.firstNumber = firstNumber
        self.filter = filter
        self.previous = previous
        self.next = next
        self.total = total
    }

    public var title: String { "账号" }

    public var body: HTML {
        .heading(title, .buttonLink("新建账号", to: "/accounts/new", isPrimary: true)) + filter.html + list
    }

    private var list: HTML {
        guard !lines.isEmpty else { return .nothing("没有符合条件的账号。", next: "查看全部", "/accounts") }
        return DataTable(
            columns: [
                Column("姓名", .name), Column("账号", .fixed), Column("岗位"), Column("所在街镇"), Column("状态", .state),
            ],
            rows: lines.map {
                Row([
                    .link($0.name, $0.link), .text($0.login), .text($0.roles), .text($0.place),
                    .tag($0.state),
                ])
            }, firstNumber: firstNumber, caption: "账号"
        ).html + .pager(previous: previous, next: next, total: total)
    }
}
