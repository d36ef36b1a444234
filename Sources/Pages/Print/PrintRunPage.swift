// SPDX-License-Identifier: Apache-2.0

/// 打印进度: how far a pile is; when it is whole, the file.
public struct PrintRunPage: Page {
    public var name: String
    public var facts: [Fact]
    public var state: State
    /// Where the pile is set again.
    public var again: Link
    public var context: FormContext

    /// How far it is.
    public enum State: Sendable {
        /// Behind so many others.
        case waiting(ahead: Int)
        case setting(done: Int, of: Int)
        case ready(Link, size: String)
        /// What stood in the way, in a sentence.
        case failed(String)
        /// Set before, and let go since: the server was started anew or the file got old.
        case gone
    }

    public init(_ name: String, facts: [Fact], state: State, again: Link, _ context: FormContext) {
        self.name = name
        self.facts = facts
        self.state = state
        self.again = again
        self.context = context
    }

    public var title: String { name }
    public var trail: [Crumb] { [Crumb("文书", .papers), Crumb("批量打印", .printing)] }
    public var scripts: [Script] { [.form, .keys, .live] }
    public var refreshSeconds: Int? {
        switch state {
        case .waiting, .setting: 2
        case .ready, .failed, .gone: nil
        }
    }

    public var body: HTML {
        .section(
            .h1(title), .facts(facts),
            .element(
                "div",
                [.id("live"), .data("live", refreshSeconds == nil ? "off" : "on"), .aria("live", "polite")],
                present),
            .p(class: "hint", "文号已经按这份清单取用。文件不见了或没有排完，可以按原样重新排版，不会另取文号。"))
    }

    private var present: HTML {
        switch state {
        case .waiting(let ahead):
            .notice(ahead == 0 ? "正在准备。" : "前面还有\(ahead)批，请稍候。")
        case .setting(let done, let whole):
            .progress("已排版", done: done, of: whole, unit: "份")
        case .ready(let file, let size):
            .notice("排好了（\(size)）。", .success, .p(.buttonLink("打开文件", to: file, isPrimary: true)))
        case .failed(let sentence):
            .notice(sentence, .fault) + .act("重新排版", to: again, context)
        case .gone:
            .notice("这批文书还没有排完，或者文件已经清理。", .warning) + .act("按原样重新排版", to: again, context)
        }
    }
}

extension Link {
    /// 批量打印.
    public static var printing: Link { "/papers/bulk" }
}
