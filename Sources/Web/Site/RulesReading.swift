// SPDX-License-Identifier: Apache-2.0
import Assistance

/// Everything that is wrong with a file of deadlines, one sentence each with its line.
public struct RulesFaults: Error, Hashable, Sendable {
    public let sentences: [String]
    public init(_ sentences: [String]) { self.sentences = sentences }
}

/// Reads deadlines.yaml; given to the site when it is wired, since pages know no file formats of packs.
///
/// - Throws: ``RulesFaults``.
public typealias RulesReader = @Sendable (_ bytes: [UInt8], _ name: String) throws -> RuleSet
