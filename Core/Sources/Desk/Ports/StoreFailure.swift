// SPDX-License-Identifier: Apache-2.0
import Assistance

/// The machine says no.
public enum StoreFailure: Error, Hashable, Sendable {
    /// Somebody else wrote to the same subject first; nothing was written.
    case conflict(Subject)
    /// The store cannot be reached, is full, or is held by another process. The text is for the operator's log.
    case unavailable(String)
    /// What was read contradicts itself: journal and rows, or a sealed value that does not open.
    case damaged(String)
}
