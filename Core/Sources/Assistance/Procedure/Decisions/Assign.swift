// SPDX-License-Identifier: Apache-2.0

extension AssistanceCase {
    /// One person who helps, at the level that holds the case (03.w1, 07.w1, 12.w1); no expert before the panel
    /// (spec/flow.md, rule 4), no specialist before a consultation (07.w1); a change of hands says why.
    func obstacle(toAssigning assignment: Assignment) -> Obstacle? {
        if let obstacle = obstacleToActing(at: assignment.level) { return obstacle }
        let before = care.assignment(at: assignment.level)
        let isAppointment = !assignment.isInterim && before?.isInterim != false
        if isAppointment, assignment.level == .town, care.consulted == nil { return .noConsultation }
        if isAppointment, assignment.level == .district, care.panel == nil { return .noPanel }
        guard let before else { return nil }
        // The meeting may well appoint the interim owner.
        if before.account == assignment.account, before.isInterim == assignment.isInterim {
            return .sameOwner
        }
        let isChange = before.account != assignment.account && !before.isInterim
        return isChange && assignment.reason.isEmpty ? .wordsMissing(.aideAssigned, what: .reason) : nil
    }
}
