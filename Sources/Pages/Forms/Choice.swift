// SPDX-License-Identifier: Apache-2.0

/// One of several answers a person may choose.
public struct Choice: Hashable, Sendable {
    /// What is sent: a code of ours.
    public var code: String
    /// What is read.
    public var label: String
    /// Smaller words under the label.
    public var hint: String?

    /// An answer to choose.
    public init(_ code: String, _ label: String, hint: String? = nil) {
        self.code = code
        self.label = label
        self.hint = hint
    }
}
