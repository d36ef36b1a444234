// SPDX-License-Identifier: Apache-2.0

import Assistance

extension JournalFile {
    /// The act that an act belongs to where its line does not say: the oldest of the fitting kind that none has
    /// answered yet, since people answer things in the order in which they came up.
    func owner(of kind: ActKind) -> ActID? {
        guard let owners = kind.belongsTo else { return nil }
        let answered = Set(acts.filter { $0.kind == kind }.compactMap(\.refersTo))
        let fitting = acts.filter { owners.contains($0.kind) && !isWithdrawn($0.id) }
        return (fitting.first { !answered.contains($0.id) } ?? fitting.last)?.id
    }

    private func isWithdrawn(_ id: ActID) -> Bool { acts.contains { $0.withdraws == id } }
}

extension ActKind {
    /// The kinds to which an act of this kind belongs, as rules ask for it (`of anchor`, `of same`).
    var belongsTo: Set<ActKind>? { Self.owners[self] }

    private static let owners: [ActKind: Set<ActKind>] = [
        .sheetAccepted: [.surveyed],
        .interviewSet: [.recommended],
        .recommendationMoved: [.recommended],
        .recommendationEnded: [.recommended],
        .planItemDone: [.planItemSet],
        .planItemMoved: [.planItemSet],
        .guidanceFiled: [.retentionGuided],
    ]
}
