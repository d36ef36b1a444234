// SPDX-License-Identifier: Apache-2.0

/// How much a file may hold before it is refused unread: an upload may be made to exhaust the machine.
///
/// The defaults let a district's whole list pass (247,000 rows of 30 columns, about 700 MB unpacked).
public struct SheetLimits: Hashable, Sendable {
    /// The file as uploaded; bytes.
    public var fileBytes = 200 << 20
    /// Any part of a workbook once unpacked, by what the archive declares and by what comes out; bytes.
    public var unpackedBytes = 2 << 30
    /// Unpacked to packed; judged only in parts of 16 MB or more, as small ones cannot hurt.
    public var ratio = 300
    /// Rows, blank ones included.
    public var rows = 1_048_576
    /// The last column that may hold anything.
    public var columns = 512
    /// The text of one cell; bytes of UTF-8. The format itself allows 32,767 characters.
    public var textBytes = 4 * 32_767
    /// All shared strings of a workbook together; bytes.
    public var sharedTextBytes = 512 << 20

    public init() {}
}
