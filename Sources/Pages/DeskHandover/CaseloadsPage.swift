// SPDX-License-Identifier: Apache-2.0

/// 移交与请假: who helps in the unit, with how many cases each (03.w1).
public struct CaseloadsPage: Page {
    public var filter: FilterRow?
    public var lines: [Line]

    /// One helper.
    public struct Line: Sendable {
        public var name: String
        public var roles: String
        public var unit: String
        public var cases: Int
        /// Who sees to the work, from when to when; empty without a leave.
        public var leave: String
        public var state: Tag
        public var handOver: Link?
        public var setLeave: Link

        public init(
            name: String, roles: String, unit: String, cases: Int, leave: String, state: Tag, handOver: Link?,
            setLeave: Link
        ) {
            self.name = name
            self.roles = roles
            self.unit = unit
            self.cases = cases
            self.leave = leave
            self.state = state
            self.handOver = handOver
            self.setLeave = setLeave
        }
    }

    public init(filter: FilterRow?, lines: [Line]) {
        self.filter = filter
        self.lines = lines
    }

    public var title: String { "移交与请假" }

    public var body: HTML {
        .section(
            .heading(title), .p(class: "hint", "调离、换岗的，把援助对象移交给同事；临时外出的，登记请假由同事代办。"),
            .with(filter) { $0.html }, list)
    }

    private var list: HTML {
        guard !lines.isEmpty else { return .nothing("这个单位还没有负责援助对象的账号。") }
        return DataTable(
            columns: [
                Column("姓名", .name), Column("岗位"), Column("单位"), Column("现负责", .figure),
                Column("状态", .state), Column("代办"), Column("办理", .acts),
            ],
            rows: lines.map { line in
                Row([
                    .text(line.name), .text(line.roles), .text(line.unit), .text("\(line.cases)人"),
                    .tag(line.state), .text(line.leave),
                    .html(
                        .with(line.handOver) { .buttonLink("移交", to: $0) }
                            + .buttonLink("请假代办", to: line.setLeave)),
                ])
            }
        ).html
    }
}
