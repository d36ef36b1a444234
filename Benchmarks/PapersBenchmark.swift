// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Desk
import Foundation
import Papers
import StoreSQLite

/// Papers by the warm typesetter: one letter, a thousand as one file and as a thousand, and the bare engine on the
/// same template, so that what our side of the pipe costs can be seen.
enum PapersBenchmark {
    private static let count = 1_000

    @Sendable static func run(_ ground: Ground, _ table: Table) async throws {
        let place = TypesettingPlace.found(
            templates: FileManager.default.currentDirectoryPath + "/Policy/shunyi/papers")
        let typesetter = Typesetter(place)
        let stamp = Instant(startOf: ground.today)
        let letters = (0..<count).map(letter)
        let (_, cold) = try await measured {
            try await typesetter.pdf(TypesettingOrder([letters[0]], stamp: stamp))
        }
        table.line("letter, the first, worker started", size: 1, cold.seconds * 1000, "ms", nil, goal: "2 s")
        var waits: [Double] = []
        for letter in letters.prefix(200) {
            let (_, cost) = try await measured {
                try await typesetter.pdf(TypesettingOrder([letter], isForArchive: true, stamp: stamp))
            }
            waits.append(cost.seconds)
        }
        table.line("letter, warm, PDF/A, p50", size: 1, percentile(50, of: waits) * 1000, "ms", nil)
        table.line(
            "letter, warm, PDF/A, p95", size: 1, percentile(95, of: waits) * 1000, "ms", nil, goal: "100 ms")
        let (pile, one) = try await measured {
            try await typesetter.pdf(TypesettingOrder(letters, stamp: stamp))
        }
        table.line(
            "letters as one file", size: count, Double(count) / one.seconds, "pages/s", one, goal: "100")
        table.line("  its size", size: count, Double(pile.count) / 1e6, "MB", nil)
        let (_, each) = try await measured {
            for letter in letters {
                _ = try await typesetter.pdf(TypesettingOrder([letter], stamp: stamp))
            }
        }
        table.line("letters as files", size: count, Double(count) / each.seconds, "pages/s", each, goal: "50")
        if let worker = await typesetter.processNumber {
            table.line("  the worker's memory", size: count, megabytes(of: worker, "VmHWM:"), "MB", nil)
        }
        await typesetter.close()
        try bare(place, letters, stamp, table)
        for wear in [TypesettingWear(papers: .max, megabytes: .max), TypesettingWear()] {
            try await wearOut(wear, place, letters, stamp, table)
        }
        try await click(ground, table)
    }

    /// Piles of a thousand with single letters between them: what the worker holds afterwards, and how long a
    /// letter waits while another worker takes over.
    private static func wearOut(
        _ wear: TypesettingWear, _ place: TypesettingPlace, _ letters: [Sheetful], _ stamp: Instant,
        _ table: Table
    ) async throws {
        let typesetter = Typesetter(place, wear: wear)
        var waits: [Double] = []
        for _ in 0..<3 {
            _ = try await typesetter.pdf(TypesettingOrder(letters, isForArchive: true, stamp: stamp))
            for letter in letters.prefix(400) {
                let (_, cost) = try await measured {
                    try await typesetter.pdf(TypesettingOrder([letter], isForArchive: true, stamp: stamp))
                }
                waits.append(cost.seconds)
            }
        }
        let kept = wear.papers == .max ? "one worker for all" : "worn workers followed"
        table.line(
            "letters after piles, \(kept), p95", size: waits.count, percentile(95, of: waits) * 1000, "ms",
            nil)
        table.line("  the longest wait", size: waits.count, (waits.max() ?? 0) * 1000, "ms", nil)
        if let worker = await typesetter.processNumber {
            table.line(
                "  the worker's memory", size: 3 * letters.count, megabytes(of: worker, "VmRSS:"), "MB", nil)
        }
        table.line(
            "  workers followed", size: waits.count, Double(await typesetter.successions), "times", nil)
        await typesetter.close()
    }

    /// From the click to the last byte of a letter, by HTTP from a server process.
    private static func click(_ ground: Ground, _ table: Table) async throws {
        let login = "yuanzhuyuan"
        let (cookies, _) = try await ground.signIn([login])
        let paths = try await letters(of: login, ground)
        guard let cookie = cookies[login], !paths.isEmpty else {
            return table.line("letter by HTTP: no letter in the district", size: 0, 0, "ms", nil)
        }
        let server = try ServerProcess(ground)
        defer { server.stop() }
        try server.waitForDailyActs()
        let client = try LoopbackClient(port: server.port, cookie: cookie)
        let page = try client.answer("GET", "/papers/bulk").body
        guard let field = page.firstRange(of: "name=\"csrf\" value=\"") else { return }
        let token = page[field.upperBound...].prefix { $0 != "\"" }
        for (what, method) in [("letter looked at by HTTP", "GET"), ("letter printed by HTTP", "POST")] {
            var waits: [Double] = []
            for turn in 0..<220 {
                let path = paths[turn % paths.count]
                let form = method == "POST" ? "csrf=\(token)" : ""
                let (answer, cost) = try await measured { try client.answer(method, path, form: form) }
                guard answer.status == 200 else { throw StoreFailure.damaged("\(path) \(answer.status)") }
                if turn >= 20 { waits.append(cost.seconds) }
            }
            table.line("\(what), warm, p50", size: waits.count, percentile(50, of: waits) * 1000, "ms", nil)
            table.line(
                "\(what), warm, p95", size: waits.count, percentile(95, of: waits) * 1000, "ms", nil,
                goal: "50 ms")
        }
    }

    /// Addresses of letters that an account may print.
    private static func letters(of login: String, _ ground: Ground) async throws -> [String] {
        let store = try await ground.district()
        defer { try? store.close() }
        let office = ground.office(store, UnitTree(try await store.units()))
        guard let account = try await store.account(login: login) else { return [] }
        let filter = PrintFilter(kind: .letter, includesIssued: true)
        let choice = try await office.printChoice(filter, by: account.actor)
        return choice.lines.compactMap { line in
            line.basis.map { "/cases/\(line.source.found.id.number)/papers/letter.pdf?act=\($0.id.number)" }
        }
    }

    /// The engine called in its own process, without our pipe.
    private static func bare(
        _ place: TypesettingPlace, _ letters: [Sheetful], _ stamp: Instant, _ table: Table
    ) throws {
        guard let python = place.pythons.first else { return }
        let script = """
            import json, sys, time, typst
            letters = json.load(sys.stdin)
            compiler = typst.Compiler(root=sys.argv[1], font_paths=typst.Fonts(include_system_fonts=True))
            one = b'#import "/letter.typ" as t\\n#t.paper(json(bytes(sys.inputs.data)))'
            all = b'#import "/letter.typ" as t\\n#for one in json(bytes(sys.inputs.data)) { t.paper(one) }'
            def set(main, value, tags):
                return compiler.compile(input=main, format="pdf", sys_inputs={"data": json.dumps(value)},
                                        timestamp=0, pdf_tags=tags)
            set(one, letters[0], True)
            began = time.perf_counter(); set(all, letters, False)
            print(time.perf_counter() - began)
            began = time.perf_counter()
            for letter in letters: set(one, letter, True)
            print(time.perf_counter() - began)
            """
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", script, place.templates]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let values = "[" + letters.map(\.value).joined(separator: ",") + "]"
        try input.fileHandleForWriting.write(contentsOf: Data(values.utf8))
        try input.fileHandleForWriting.close()
        let told = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let seconds = String(decoding: told, as: UTF8.self).split(separator: "\n").compactMap { Double($0) }
        guard seconds.count == 2 else { return }
        table.line("  the bare engine, one file", size: count, Double(count) / seconds[0], "pages/s", nil)
        table.line("  the bare engine, files", size: count, Double(count) / seconds[1], "pages/s", nil)
    }

    /// A letter of somebody made up, each with another name, post and number.
    private static func letter(_ place: Int) -> Sheetful {
        let surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"]
        let given = ["秀兰", "建国", "丽华", "志强", "春梅", "海燕", "国庆", "桂芳"]
        let name = surnames[place % 10] + given[place / 10 % 8]
        let number = "〔2026〕第\(place + 1)号"
        let code = QRCode("推荐介绍信 杨镇沙岭村 \(number) 2026年3月17日")?.svg ?? ""
        let value: [String: Any] = [
            "unit": "杨镇沙岭村", "number": number, "day": "2026年3月17日", "officer": "张春生", "mark": "",
            "person": ["name": name, "sex": "女", "education": "初中", "village": "沙岭村"],
            "employer": "便民服务有限公司\(place % 37)", "post": "服务员\(place % 11)", "place": "杨镇",
            "pay": "每月\(3000 + place)元", "confirmed": "2026年3月16日", "confirmedBy": "人事部",
            "interview": ["day": "2026年3月19日", "place": "二层", "escort": ""], "code": code,
        ]
        let bytes = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
        return Sheetful(template: "letter", value: String(decoding: bytes ?? Data(), as: UTF8.self))
    }
}
