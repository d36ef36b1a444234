// SPDX-License-Identifier: Apache-2.0

import Foundation

/// `swift run -c release Benchmarks [names] [--people N] [--seed S] [--folder DIR]`: how fast the whole district is.
///
/// Makes a made-up district once into the folder and keeps it there; a folder of another size or seed is made
/// anew. Every figure is measured here and now; the goal beside it is what a district's office needs.
@main
struct Benchmarks {
    static let all: [(name: String, run: @Sendable (Ground, Table) async throws -> Void)] = [
        ("make", MakingBenchmark.run), ("import", ImportBenchmark.run), ("sheets", SheetsBenchmark.run),
        ("hardship", HardshipBenchmark.run), ("read", ReadingBenchmark.run), ("pages", PagesBenchmark.run),
        ("duties", DutiesBenchmark.run), ("case", CaseBenchmark.run), ("nightly", NightlyBenchmark.run),
        ("verify", VerifyBenchmark.run), ("match", MatchBenchmark.run), ("start", StartBenchmark.run),
        ("papers", PapersBenchmark.run),
        ("ledgers", LedgersBenchmark.run),
    ]

    static func main() async {
        do {
            var arguments = Array(CommandLine.arguments.dropFirst())
            if arguments.first == ServedSite.word {
                arguments.removeFirst()
                return try await ServedSite.run(try Options(arguments))
            }
            let options = try Options(arguments)
            let table = Table()
            let ground = try await Ground(options)
            table.head("\(options.people) people, seed \(options.seed), \(ground.folder.path)")
            for (name, run) in all where options.names.isEmpty || options.names.contains(name) {
                try await run(ground, table)
            }
        } catch let wrong as Options.Wrong {
            FileHandle.standardError.write(Data((wrong.says + "\n").utf8))
            exit(2)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }
}

/// What was asked for.
struct Options {
    var names: Set<String> = []
    var people = 247_000
    var seed: UInt64 = 595
    var folder: String?

    struct Wrong: Error { let says: String }

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch word {
            case "--people": people = try Self.number(&rest, of: word)
            case "--seed": seed = UInt64(try Self.number(&rest, of: word))
            case "--folder": folder = rest.popFirst()
            case _:
                guard Benchmarks.all.contains(where: { $0.name == word }) else {
                    let known = Benchmarks.all.map(\.name).joined(separator: " ")
                    throw Wrong(says: "no benchmark \(word); there are: \(known)")
                }
                names.insert(word)
            }
        }
    }

    private static func number(_ rest: inout ArraySlice<String>, of word: String) throws -> Int {
        guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else {
            throw Wrong(says: "\(word) needs a number")
        }
        return number
    }
}
