// SPDX-License-Identifier: Apache-2.0

/// A page as a value: it holds exactly what it shows and looks nothing up.
public protocol Page: Sendable {
    /// The page's name, in the window's title and in history.
    var title: String { get }
    /// What stands between the shell's bars.
    var body: HTML { get }
    /// Where the page stands, from the outermost; the page itself is not in it.
    var trail: [Crumb] { get }
    /// The scripts the page gains from; it works without them.
    var scripts: [Script] { get }
    /// Stylesheets of its own, beyond the one that all pages share.
    var styles: [String] { get }
    /// After how many seconds a browser without script asks again; `nil` for pages that stay as they are.
    var refreshSeconds: Int? { get }
}

extension Page {
    /// A page at the top of its branch.
    public var trail: [Crumb] { [] }
    /// Forms and keys; both sleep when there is nothing for them.
    public var scripts: [Script] { [.form, .keys] }
    /// Hardly any page needs more.
    public var styles: [String] { [] }
    /// Pages stay as they are.
    public var refreshSeconds: Int? { nil }
}

/// One step of the way to a page.
public struct Crumb: Hashable, Sendable {
    /// The name of the page above.
    public var title: String
    /// The page above.
    public var link: Link

    /// A page above.
    public init(_ title: String, _ link: Link) {
        self.title = title
        self.link = link
    }
}

/// A small script of ours. Raw values are the names of the files.
public enum Script: String, Hashable, Sendable, CaseIterable {
    /// Guards forms: no double sending, no loss of what was typed, Ctrl+Enter.
    case form
    /// Moves through lists by keyboard.
    case keys
    /// Looks again at what goes on by itself until it is done.
    case live
    /// Types paper questionnaires by keyboard alone.
    case paper
    /// Keeps what is typed into a long sheet, and warns before it is lost with an ended session.
    case sheet
    /// Turns the field of a signature into a box to sign in.
    case sign
    /// Goes through the counter's checklist by keyboard alone.
    case counter
    /// Turns the pages of the LED screen.
    case led
}

/// A frame that makes a whole document of a page.
public protocol Shell: Sendable {
    /// The document, from the doctype to the end.
    func document(_ page: some Page) -> HTML
}
