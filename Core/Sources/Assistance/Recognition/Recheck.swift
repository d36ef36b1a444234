// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// 需要复核的变化: what no longer is as it was when the categories were confirmed (L.03).
public enum RecheckCause: Hashable, Sendable, Codable {
    /// The facts no longer speak for a category that they spoke for.
    case lost(HardshipCategory)
    /// The facts speak for a category that nobody has confirmed or declined.
    case gained(HardshipCategory)
}

extension Listing {
    /// What of a listing the facts of another day no longer bear out.
    ///
    /// A category that a worker added with a reason of their own never rested on the facts, and is left to them.
    public func changes(against findings: [HardshipFinding]) -> [RecheckCause] {
        let found = Set(findings.filter { $0.standard == .district }.map(\.category))
        let known = Set((categories + declined).map(\.category))
        let lost = categories.filter { $0.reason.isEmpty && !found.contains($0.category) }
        let gained = HardshipCategory.allCases.filter { found.contains($0) && !known.contains($0) }
        return lost.map { .lost($0.category) } + gained.map { .gained($0) }
    }
}

extension AssistanceCase {
    /// Changes that were not yet there at the last check nor raised before; empty for cases in which nothing is
    /// checked: not recognised, ended, or in work, where steps 16 and 17 look.
    public func unseen(_ causes: [RecheckCause]) -> [RecheckCause] {
        guard isLive, recognition.recognised != nil, care.job == nil else { return [] }
        return causes.filter { !(recognition.recheckCauses ?? []).contains($0) }
    }
}

/// 已退出的认定: a recognition that held once, for the ledger (L.03).
public struct PastRecognition: Hashable, Sendable, Codable {
    public let recognised: Day
    public let number: String
    public let ending: AssistanceCase.Ending
    /// The card that went with it, where one was issued.
    public let card: String?
}
