// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// One case on a desk, as its list shows it.
public struct CaseRow: Sendable {
    public var line: CaseLine
    public var village: String
    /// The open duty that comes first: what, and by when.
    public var duty: (title: String, due: Tag, dueWords: String)?
    /// How long a hand-up waits to be received.
    public var waitingDays: Int?
    /// Whether the reader may take the case in or send it back.
    public var mayReceive: Bool

    public init(
        _ line: CaseLine, village: String, duty: (title: String, due: Tag, dueWords: String)?,
        waitingDays: Int? = nil, mayReceive: Bool = false
    ) {
        self.line = line
        self.village = village
        self.duty = duty
        self.waitingDays = waitingDays
        self.mayReceive = mayReceive
    }

    private var found: AssistanceCase { line.assistanceCase }

    var name: Cell { .link(line.person.facts.name.full, .assistanceCase(found.id)) }
    var stage: Cell { .tag(found.stage.tag) }

    var helper: Cell {
        guard let helper = found.helper else { return .text(found.isLive ? "未确定" : "") }
        return .text(helper.name + (helper.isInterim ? "（临时）" : ""))
    }

    var visitClass: Cell { .text(found.visitClass?.word ?? "") }
    var round: Cell { .text("第\(found.care.number)轮") }

    /// What is to be done next: a decision that is due stands before any other duty.
    var next: Cell {
        if let cause = line.dueHandUp { return .text(cause.waitingWords(at: found.care.holder)) }
        return .text(duty?.title ?? "")
    }

    var due: Cell {
        guard let duty else { return .text("") }
        return .html(.element("span", [], .tag(duty.due), " ", .small(duty.dueWords)))
    }

    /// 上交原因 in words.
    var handUp: Cell { .text(found.care.handUp.map { $0.cause.word } ?? "") }

    var waiting: Cell {
        guard let day = found.care.since else { return .text("") }
        return .text("\(day.month)月\(day.day)日（\(waitingDays.map { $0 == 0 ? "今天" : "已\($0)天" } ?? "")）")
    }

    /// 接收, 退回 and the file that came along.
    var intakeActs: HTML {
        .a(.assistanceCase(found.id, "file"), class: "button", "上交档案")
            + .when(mayReceive, .a(act(.receive), class: "button primary", "接收"))
            + .when(mayReceive, .a(act(.handBack), class: "button", "退回"))
    }

    private func act(_ act: ProcedureAct) -> Link {
        Link(Link.act(act, in: found.id).address, query: [("from", "cases")])
    }
}

extension CaseStage {
    /// 所处环节 in the colour of the level that has it.
    public var tag: Tag {
        switch self {
        case .listed, .ended: Tag(word, .grey)
        case .village: Tag(word, .green)
        case .townIntake, .town: Tag(word, .yellow)
        case .districtIntake, .district, .welfare: Tag(word, .red)
        case .employed: Tag(word, .blue)
        }
    }
}
