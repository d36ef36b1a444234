// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Foundation

/// A running `typeset.py`: orders go in as lines, answers come out as a stream.
struct TypesettingWorker {
    let process: Process
    private let input: FileHandle

    /// Starts it; `received` gets every piece that it writes, in order, and `nil` once at its end.
    ///
    /// - Throws: when the Python does not start.
    init(python: String, place: TypesettingPlace, received: @escaping @Sendable (Data?) -> Void) throws {
        guard let script = Bundle.module.path(forResource: "Resources/typeset", ofType: "py") else {
            preconditionFailure("the package brings its own typesetting script")
        }
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-I", "-B", script, place.templates] + place.families
        process.standardInput = input
        process.standardOutput = output
        // What the typesetter might say of a paper is nobody's to keep.
        process.standardError = FileHandle.nullDevice
        output.fileHandleForReading.readabilityHandler = { handle in
            let piece = handle.availableData
            if piece.isEmpty { handle.readabilityHandler = nil }
            received(piece.isEmpty ? nil : piece)
        }
        signal(SIGPIPE, SIG_IGN)
        do { try process.run() } catch {
            output.fileHandleForReading.readabilityHandler = nil
            throw error
        }
        self.process = process
        self.input = input.fileHandleForWriting
    }

    /// Hands one order over.
    ///
    /// - Throws: when nobody reads any more.
    func send(_ order: TypesettingOrder) throws {
        let text = OrderLine(
            main: order.main(values: "json(bytes(sys.inputs.data))"), data: order.values,
            standard: order.standard, stamp: Int(order.stamp.millisecondsSince1970 / 1000),
            tags: order.hasTags)
        try input.write(contentsOf: try JSONEncoder().encode(text) + [10])
    }

    /// Ends it at once.
    func kill() {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
        try? input.close()
    }

    private struct OrderLine: Encodable {
        let main: String
        let data: String
        let standard: String?
        let stamp: Int
        let tags: Bool
    }
}
