// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

extension PaperCase {
    /// What papers are made of, as the office answers it.
    public init(_ papers: PaperFile, office: Office) {
        let file = papers.file
        self.init(
            found: file.found, person: file.person, members: papers.members, history: file.history,
            names: file.names, tree: office.tree, form: office.pack.form, decisionDue: papers.decisionDue,
            noticeDays: office.pack.procedure.noticeDays, today: file.today, officer: papers.officer,
            isWhole: papers.isWhole)
        telling = office.pack.procedure.telling
    }

    /// The same of a case in a pile.
    public init(_ source: PaperSource, office: Office) {
        self.init(
            found: source.found, person: source.person, members: source.members, history: source.history,
            names: source.names, tree: office.tree, form: office.pack.form, decisionDue: source.decisionDue,
            noticeDays: office.pack.procedure.noticeDays, today: office.today, officer: source.officer,
            isWhole: source.isWhole)
        telling = office.pack.procedure.telling
    }
}
