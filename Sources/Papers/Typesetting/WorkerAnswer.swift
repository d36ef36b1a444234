// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What the worker says.
enum WorkerAnswer {
    case ready
    case missing(families: [String]?)
    case pdf([UInt8])
    case faults([TypesettingFault.Place])
}

/// Puts pieces of the worker's output together to answers.
struct AnswerReading {
    private var buffer = Data()
    private var bodySize: Int?

    /// Takes a piece in and gives the answers that are whole now; `nil` for something that is no answer.
    mutating func take(_ piece: Data) -> [WorkerAnswer]? {
        buffer.append(piece)
        var answers: [WorkerAnswer] = []
        while true {
            if let size = bodySize {
                guard buffer.count >= size else { return answers }
                answers.append(.pdf([UInt8](buffer.prefix(size))))
                buffer = Data(buffer.dropFirst(size))
                bodySize = nil
            } else if let end = buffer.firstIndex(of: 10) {
                let line = buffer[buffer.startIndex..<end]
                guard let head = try? JSONDecoder().decode(Head.self, from: line) else { return nil }
                buffer = Data(buffer[(end + 1)...])
                if let size = head.size { bodySize = size } else { answers.append(head.answer) }
            } else {
                return answers
            }
        }
    }

    private struct Head: Decodable {
        var ready: Bool?
        var missing: String?
        var families: [String]?
        var size: Int?
        var faults: [TypesettingFault.Place]?

        var answer: WorkerAnswer {
            if let faults { return .faults(faults) }
            return missing == nil ? .ready : .missing(families: families)
        }
    }
}
