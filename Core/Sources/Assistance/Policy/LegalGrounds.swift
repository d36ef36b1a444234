// SPDX-License-Identifier: Apache-2.0

/// 法定理由: the grounds on which a recognition may be refused or left, as the pack lists them.
public struct LegalGrounds: Hashable, Sendable {
    /// 不予认定的理由 (02.r1).
    public var refusing: [String]
    /// 退出的理由 (L.03).
    public var leaving: [String]

    /// What a ground is for.
    public enum Purpose: Hashable, Sendable { case refusing, leaving }

    public init(refusing: [String] = [], leaving: [String] = []) {
        self.refusing = refusing
        self.leaving = leaving
    }

    /// The grounds of a pack's lists; ``requiredLists`` must stand in every pack read from a folder.
    public init(lists: [String: [String]]) {
        self.init(
            refusing: lists[Self.refusingList] ?? [], leaving: lists[Self.leavingList] ?? [])
    }

    /// The lists that a pack's lists.yaml cannot leave out.
    public static let requiredLists = [refusingList, leavingList]
    private static let refusingList = "refusal-grounds"
    private static let leavingList = "exit-grounds"

    /// Whether a ground is one of the list; without a list nothing is asked.
    func allows(_ ground: String?, for purpose: Purpose) -> Bool {
        let list = purpose == .refusing ? refusing : leaving
        return list.isEmpty || ground.map(list.contains) ?? false
    }
}
