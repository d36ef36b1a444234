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
        signal(SIGPIPE, SIG_IGN)
        Self.makeRoom()
        try process.run()
        // A copy of our own: it is read to its end whatever becomes of the pipe.
        let words = fcntl(output.fileHandleForReading.fileDescriptor, F_DUPFD_CLOEXEC, 0)
        Thread.detachNewThread { Self.read(words, received) }
        self.process = process
        self.input = input.fileHandleForWriting
    }

    /// Sees to it that mapped memory follows what is allocated next.
    ///
    /// To start a program Foundation lists the open files and copies each entry of the list in full length, also the
    /// last one, which is shorter: it reads beyond a buffer of 32 kB, and the process ends where nothing is mapped there.
    private static func makeRoom() {
        let size = 96 << 10
        let room = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        // A call that the compiler cannot see through, so that the allocation stays.
        _ = getcwd(room.assumingMemoryBound(to: CChar.self), size)
        room.deallocate()
    }

    /// Reads until the worker ends, on a thread that may wait.
    private static func read(_ descriptor: Int32, _ received: @Sendable (Data?) -> Void) {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Foundation.read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            received(Data(piece.prefix(count)))
        }
        close(descriptor)
        received(nil)
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
