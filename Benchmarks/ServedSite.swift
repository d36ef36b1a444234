// SPDX-License-Identifier: Apache-2.0

import Desk
import Foundation
import Logging
import StoreSQLite
import Web

/// The server in a process of its own, begun by the benchmarks with `serve`: what it holds and uses is then its
/// own, and not the client's.
enum ServedSite {
    /// The first argument of such a process.
    static let word = "serve"

    /// Opens the district, answers on a free port of this machine, and says on standard output first the port
    /// and then when the daily acts are done.
    static func run(_ options: Options) async throws {
        endWithParent()
        let ground = try await Ground(options)
        let store = try await ground.open(ground.folder.appending(path: "district"))
        var logger = Logger(label: "benchmarks")
        logger.logLevel = .critical
        let site = try await ground.site(store, port: 0)
        let server = try Server(site: site, daily: Daily(), logger: logger)
        try await server.run { say("port \($0)") }
        try store.close()
    }

    /// The parent holds the other end of standard input; it closes however the parent ends.
    private static func endWithParent() {
        Thread.detachNewThread {
            var byte: UInt8 = 0
            while read(STDIN_FILENO, &byte, 1) > 0 {}
            kill(getpid(), SIGTERM)
        }
    }

    private struct Daily: DailyWork {
        func run(in office: Office) async throws {
            _ = try await office.runDaily()
            say("daily")
        }
    }
}

/// Writes a line at once.
private func say(_ line: String) {
    print(line)
    fflush(nil)
}

/// Such a process as the benchmarks see it.
final class ServerProcess {
    private let process = Process()
    private let input = Pipe()
    private let lines: FileHandle
    private var rest = Data()
    let port: UInt16

    /// Begins it and waits until it has bound its port.
    init(_ ground: Ground) throws {
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = [
            ServedSite.word, "--people", String(ground.options.people), "--seed", String(ground.options.seed),
            "--folder", ground.folder.path(),
        ]
        process.standardOutput = pipe
        process.standardInput = input
        lines = pipe.fileHandleForReading
        try process.run()
        let line = Self.line(from: lines, &rest)
        guard let line, line.hasPrefix("port "), let port = UInt16(line.dropFirst(5)) else {
            process.terminate()
            throw StoreFailure.unavailable("the server did not start")
        }
        self.port = port
    }

    /// Waits until the daily acts, which run beside the first answers, are done.
    func waitForDailyActs() throws {
        while let line = Self.line(from: lines, &rest) {
            if line == "daily" { return }
        }
        throw StoreFailure.unavailable("the server ended")
    }

    /// A line of the kernel's account of the process in MB.
    func memory(_ name: String) -> Double {
        megabytes(of: process.processIdentifier, name)
    }

    /// Seconds of processor used by it so far.
    var processorSeconds: Double {
        let path = "/proc/\(process.processIdentifier)/stat"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
            return 0
        }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Lets it finish what it answers, and waits for its end.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    private static func line(from handle: FileHandle, _ rest: inout Data) -> String? {
        while true {
            if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                defer { rest = Data(rest[(end + 1)...]) }
                return String(decoding: rest[..<end], as: UTF8.self)
            }
            let more = handle.availableData
            guard !more.isEmpty else { return nil }
            rest += more
        }
    }
}
