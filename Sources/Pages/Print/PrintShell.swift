// SPDX-License-Identifier: Apache-2.0

/// The frame for paper: A4, no bars, official type. On the screen the sheets lie under each other.
///
/// Old browsers cannot number pages in the margin, so the server lays out sheets of fixed height and
/// writes 第x页 共y页 on each itself.
public struct PrintShell: Sendable {
    /// How the paper lies.
    public enum Orientation: Hashable, Sendable {
        /// 纵向: letters and forms.
        case upright
        /// 横向: ledgers.
        case across

        /// The name in styles and files.
        var word: String {
            switch self {
            case .upright: "upright"
            case .across: "across"
            }
        }
    }

    /// How the paper lies.
    public var orientation: Orientation
    /// Whether every sheet carries 第x页 共y页.
    public var isNumbered: Bool
    /// The page to return to; shown on the screen only.
    public var back: Link?
    /// Where the styles lie.
    public var assets: Assets

    /// A frame for paper.
    public init(_ orientation: Orientation, isNumbered: Bool = true, back: Link? = nil, assets: Assets) {
        self.orientation = orientation
        self.isNumbered = isNumbered
        self.back = back
        self.assets = assets
    }

    /// A document of sheets, each as high as the paper. The caller has decided what fits.
    public func document(title: String, sheets: [HTML]) -> HTML {
        let body = HTML.each(sheets.enumerated()) { index, sheet in
            .element(
                "section", [.class("sheet")], .div(class: "sheet-body", sheet),
                .when(isNumbered, .p(class: "sheet-foot", "第\(index + 1)页 共\(sheets.count)页")))
        }
        return assets.document(
            title: title, style: "print \(orientation.word)", styles: ["sheet-\(orientation.word).css"],
            scripts: [.form], hint + body)
    }

    /// A document that runs over as many sheets as it needs, without numbers; heads of tables repeat.
    public func flowing(title: String, _ body: HTML) -> HTML {
        assets.document(
            title: title, style: "print \(orientation.word)", styles: ["flow-\(orientation.word).css"],
            scripts: [.form],
            hint + .element("section", [.class("flow")], body))
    }

    /// Said on the screen only: how to print, and the way back.
    private var hint: HTML {
        .div(
            class: "print-hint",
            .element("button", [.type("button"), .class("button primary"), .data("print", "")], "打印"),
            .span(class: "hint", "按 Ctrl+P 打印；纸张选 A4，缩放选 100%。"),
            .with(back) { .a($0, class: "button quiet", "返回") })
    }
}
