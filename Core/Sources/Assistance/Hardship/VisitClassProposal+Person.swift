// OPEN: people
// SPDX-License-Identifier: Apache-2.0

extension Person {
    /// The visit class that the facts propose (01.w4; spec/questionnaire.md, "Visit class").
    public func visitClassProposal(
        findings: [HardshipFinding], under rules: HardshipRules
    ) -> VisitClassProposal {
        fatalError("open")
    }
}
