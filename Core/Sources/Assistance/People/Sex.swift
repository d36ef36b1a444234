// SPDX-License-Identifier: Apache-2.0

/// 性别, as the household register knows it (GB/T 2261.1: 1 male, 2 female).
///
/// The raw values are the storage format. A number from another system's table is never read as a sex:
/// the tables differ, so imports go by the words.
public enum Sex: String, CaseIterable, Hashable, Codable, Sendable {
    /// 男.
    case male
    /// 女.
    case female
}
