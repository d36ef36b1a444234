// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Wording

/// 假设推演: what more posts, a shuttle or certificates would bring, before anybody pays for them (14.r1).
public struct TrialPage: Page {
    /// What is supposed, in words, with what it would bring; `nil` before anything was asked.
    public var result: (supposed: String, found: MatchTrialResult)?
    public var posts: [Field]
    public var shuttle: [Field]
    public var certificates: [Field]
    public var faults: [FieldFault]
    public var context: FormContext

    public init(
        result: (supposed: String, found: MatchTrialResult)?, posts: [Field], shuttle: [Field],
        certificates: [Field], faults: [FieldFault], context: FormContext
    ) {
        self.result = result
        self.posts = posts
        self.shuttle = shuttle
        self.certificates = certificates
        self.faults = faults
        self.context = context
    }

    public var title: String { "假设推演" }
    public var trail: [Crumb] { [Crumb("推荐建议", "/proposals"), Crumb("批量匹配", "/matching")] }

    public var body: HTML {
        .section(
            .heading(title),
            .p("多招几个人、开一趟班车、办一期培训，能让多少困难人员多得到岗位？先推演，再投入。只计算，不保存，不通知任何人。"), .faults(faults),
            .with(result) { answer($0.supposed, $0.found) },
            form("增加招聘人数", "posts", posts), form("开通班车", "shuttle", shuttle),
            form("取得证书", "certificates", certificates))
    }

    private func form(_ heading: String, _ kind: String, _ fields: [Field]) -> HTML {
        .card(
            heading,
            .form(
                to: "/matching/trial", context, .hidden("kind", kind),
                .each(fields.marked(with: faults)) { $0.html }, .buttons(Button("推演"))))
    }

    private func answer(_ supposed: String, _ found: MatchTrialResult) -> HTML {
        let (gained, lost) = (found.gained.reduce(0, +), found.lost.reduce(0, +))
        let verdict =
            gained == 0
            ? "得到岗位建议的人不会增加。"
            : "多\(gained)人得到岗位建议" + (lost == 0 ? "。" : "，\(lost)人让给了更困难的人。")
        return .card(
            "\(supposed)：\(verdict)",
            DataTable(
                columns: [
                    Column("走访分类", .name), Column("参加匹配", .figure), Column("现在得到建议", .figure),
                    Column("推演后得到建议", .figure), Column("新得到", .figure), Column("不再得到", .figure),
                ],
                rows: ["四类", "三类", "二类", "一类"].enumerated().map { place, name in
                    Row(
                        [.text(name)]
                            + [
                                found.before.asked[place], found.before.served[place],
                                found.after.served[place], found.gained[place], found.lost[place],
                            ].map { .text(String($0)) })
                }, isNumbered: false, caption: "推演结果"
            ).html)
    }
}
