// SPDX-License-Identifier: Apache-2.0
import Foundation

/// How long a worker is kept: what it remembers of papers grows, and another one takes over before it hurts.
public struct TypesettingWear: Hashable, Sendable {
    /// Papers set by one worker.
    public var papers: Int
    /// Memory held by one worker, in megabytes.
    public var megabytes: Int

    public init(papers: Int = 1_500, megabytes: Int = 400) {
        self.papers = papers
        self.megabytes = megabytes
    }

    /// Whether a worker that set so many papers is to be replaced.
    func isReached(papers set: Int, process: Int32) -> Bool {
        set >= papers || Self.megabytes(of: process) >= megabytes
    }

    /// What a process holds in memory now; 0 where it cannot be told.
    static func megabytes(of process: Int32) -> Int {
        guard let told = try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8) else {
            return 0
        }
        let fields = told.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
        return pages * Int(getpagesize()) >> 20
    }
}
