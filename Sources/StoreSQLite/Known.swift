// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Answers that were read once and hold until somebody writes what they rest on.
///
/// Exactly one process writes a store, so that whoever commits here can tell all who read here.
final class Known<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    private struct State {
        var answers: [Question: Answer] = [:]
        var edition = 0
    }

    private let state = Mutex(State())
    /// The most answers kept; there are a few for each account at work.
    private static var most: Int { 4096 }

    /// The known answer, or else the one that `read` finds now.
    func answer(to question: Question, reading read: () async throws -> Answer) async rethrows -> Answer {
        let (known, edition) = state.withLock { ($0.answers[question], $0.edition) }
        if let known { return known }
        let answer = try await read()
        state.withLock { state in
            // Not one that was read before somebody wrote: it may be of yesterday already.
            guard state.edition == edition else { return }
            if state.answers.count >= Self.most { state.answers = [:] }
            state.answers[question] = answer
        }
        return answer
    }

    /// Forgets everything; called after a commit and before it is answered.
    func forget() {
        state.withLock { state in
            state.answers = [:]
            state.edition += 1
        }
    }
}
