// SPDX-License-Identifier: Apache-2.0

/// One fault in a file of a policy pack, at the place where a person must mend it.
public struct PolicyFault: Error, Hashable, Sendable {
    /// The file's name as it was given.
    public let file: String
    /// The line, from 1; 0 when the fault is the whole file's.
    public let line: Int
    /// What is wrong and what to do, in Chinese.
    public let says: String

    /// A fault at a line of a file.
    public init(file: String, line: Int, says: String) {
        self.file = file
        self.line = line
        self.says = says
    }
}

extension PolicyFault: Comparable, CustomStringConvertible {
    /// `FILE:LINE: sentence`, as compilers print it, so that editors can jump there.
    public var description: String { line > 0 ? "\(file):\(line): \(says)" : "\(file): \(says)" }

    /// By file, then by line.
    public static func < (left: PolicyFault, right: PolicyFault) -> Bool {
        (left.file, left.line, left.says) < (right.file, right.line, right.says)
    }
}

/// All faults of what was read, at least one: nothing of a faulty file is used.
public struct PolicyFaults: Error, Hashable, Sendable, CustomStringConvertible {
    /// The faults in the order of the files and lines.
    public let list: [PolicyFault]

    /// The faults, put in order.
    public init(_ faults: [PolicyFault]) { list = faults.sorted() }

    /// One fault a line.
    public var description: String { list.map(\.description).joined(separator: "\n") }
}
