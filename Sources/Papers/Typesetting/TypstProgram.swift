// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Foundation

/// The program `typst`, where no Python has the module: one process a paper, slower, and without files.
struct TypstProgram {
    let path: String
    let place: TypesettingPlace

    /// Sets an order. The source goes in by standard input, so that no value stands in the list of processes.
    ///
    /// - Throws: ``TypesettingFault``.
    func pdf(_ order: TypesettingOrder, within seconds: Int) async throws -> [UInt8] {
        let standard = order.standard.map { ["--pdf-standard", $0] } ?? []
        let source = order.main(values: "json(bytes(\(Self.quoted(order.values))))")
        let made = try await run(
            ["compile", "--root", place.templates, "--format", "pdf", "--diagnostic-format", "short"]
                + ["--creation-timestamp", String(Int(order.stamp.millisecondsSince1970 / 1000))] + standard
                + ["-", "-"],
            input: Data(source.utf8), within: seconds)
        guard made.status == 0, made.output.starts(with: Data("%PDF".utf8)) else {
            throw made.wasKilled ? .tooLong(seconds: seconds) : Self.fault(made.errors)
        }
        return [UInt8](made.output)
    }

    /// Families that the machine lacks.
    ///
    /// - Throws: ``TypesettingFault``.
    func lackingFamilies() async throws -> [String] {
        let listed = try await run(["fonts"], input: Data(), within: 20)
        let known = Set(
            String(decoding: listed.output, as: UTF8.self).split(separator: "\n").map(String.init))
        return place.families.filter { !known.contains($0) }
    }

    private struct Made {
        let status: Int32
        let output: Data
        let errors: Data
        let wasKilled: Bool
    }

    private func run(_ arguments: [String], input: Data, within seconds: Int) async throws -> Made {
        let path = path
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result { try Self.wait(path, arguments, input: input, within: seconds) })
            }
        }
    }

    private static func wait(
        _ path: String, _ arguments: [String], input: Data, within seconds: Int
    ) throws -> Made {
        let process = Process()
        let pipes = (input: Pipe(), output: Pipe(), errors: Pipe())
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = pipes.input
        process.standardOutput = pipes.output
        process.standardError = pipes.errors
        signal(SIGPIPE, SIG_IGN)
        guard (try? process.run()) != nil else { throw TypesettingFault.noTypesetter }
        let number = process.processIdentifier
        let guardian = DispatchWorkItem { kill(number, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: guardian)
        // The source is read whole before anything is written, so the three pipes cannot wait for each other;
        // complaints are few lines.
        try? pipes.input.fileHandleForWriting.write(contentsOf: input)
        try? pipes.input.fileHandleForWriting.close()
        let output = (try? pipes.output.fileHandleForReading.readToEnd()) ?? Data()
        let errors = (try? pipes.errors.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        guardian.cancel()
        return Made(
            status: process.terminationStatus, output: output, errors: errors,
            wasKilled: process.terminationReason == .uncaughtSignal)
    }

    /// `letter.typ:12:3: error: unknown variable: x`, one a line.
    static func fault(_ errors: Data) -> TypesettingFault {
        let places = String(decoding: errors, as: UTF8.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 3)
            return parts.count == 4 && parts[3].contains("error") ? place(parts) : nil
        }
        return places.isEmpty ? .died : .template(places)
    }

    private static func place(_ parts: [Substring]) -> TypesettingFault.Place {
        TypesettingFault.Place(
            template: parts[0].split(separator: "/").last.map(String.init) ?? "", line: Int(parts[1]) ?? 0,
            column: Int(parts[2]) ?? 0,
            message: parts[3].replacing(" error: ", with: "").trimmingCharacters(in: .whitespaces))
    }

    /// A text as Typst writes it.
    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
