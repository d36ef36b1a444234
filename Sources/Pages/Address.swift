// SPDX-License-Identifier: Apache-2.0
import Assistance

/// Where things stand on the site: the one place that spells addresses, for links and redirects alike.
extension Link {
    public static let work: Link = "/work"
    public static let people: Link = "/people"

    public static func person(_ id: PersonID) -> Link { Link("/people/\(id.number)") }

    /// A tab of a person's file.
    public static func person(_ id: PersonID, tab: String) -> Link {
        Link("/people/\(id.number)", query: [("tab", tab)])
    }

    /// A page or act beneath a person: `hardship`, `correction`, `move` …
    public static func person(_ id: PersonID, _ part: String) -> Link { Link("/people/\(id.number)/\(part)") }

    /// A page or act beneath a case: `visits`, `escorts`, `registration` …
    public static func assistanceCase(_ id: CaseID, _ part: String) -> Link {
        Link("/cases/\(id.number)/\(part)")
    }

    /// The page of a case.
    public static func assistanceCase(_ id: CaseID) -> Link { Link("/cases/\(id.number)") }

    /// The form of an act in a case.
    public static func act(_ act: ProcedureAct, in id: CaseID) -> Link {
        Link("/cases/\(id.number)/acts/\(act.rawValue)")
    }

    public static func round(_ id: RoundID) -> Link { Link("/survey/rounds/\(id.number)") }
}
