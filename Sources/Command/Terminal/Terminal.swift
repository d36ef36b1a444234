// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// What the command says: answers on standard output, complaints and progress on standard error.
enum Terminal {
    /// One answer.
    static func say(_ line: String) { print(line) }

    /// One JSON line.
    static func say(_ value: JSONValue) { print(value.text) }

    /// What went wrong, one line each; nothing for an empty list.
    static func complain(_ lines: [String]) {
        // Whatever was answered stands before the complaint, also where both go to one place.
        fflush(nil)
        for line in lines { FileHandle.standardError.write(Data((line + "\n").utf8)) }
    }
}

/// Something in the input is bad: each fault on a line of its own; the command exits with 1.
struct Complaint: Error {
    let lines: [String]

    init(_ lines: [String]) { self.lines = lines }
    init(_ line: String) { lines = [line] }
}

/// How far a long command has come, on standard error when that is a terminal and it takes more than two seconds.
struct Progress {
    private let what: String
    private let begun = ContinuousClock.now
    private var shown = ContinuousClock.now
    private var wasShown = false
    private let isWatched = isatty(2) == 1

    init(_ what: String) { self.what = what }

    /// Tells a count at most four times a second.
    mutating func tell(_ count: Int) {
        let now = ContinuousClock.now
        guard isWatched, now - begun > .seconds(2), now - shown > .milliseconds(250) else { return }
        shown = now
        wasShown = true
        FileHandle.standardError.write(Data("\r\(what)：\(count)".utf8))
    }

    /// Ends the line that was begun.
    func end() {
        if wasShown { FileHandle.standardError.write(Data("\n".utf8)) }
    }
}

/// The same for work that tells of itself from several threads.
final class SharedProgress: Sendable {
    private let progress: Mutex<Progress>

    init(_ what: String) { progress = Mutex(Progress(what)) }

    func tell(_ count: Int) { progress.withLock { $0.tell(count) } }

    func end() { progress.withLock { $0.end() } }
}
