// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Foundation
import Papers
import Testing

@Suite("排版：一个常驻进程，排队、中断、超时、缺件")
struct TypesetterTests {
    private static let stamp = Instant(millisecondsSince1970: 1_772_413_199_000)

    /// A folder with one small template that says who is in its value.
    private final class Folder {
        let path: String
        init(_ source: String = "#let paper(d) = [来人：#d.name]") throws {
            path = NSTemporaryDirectory() + "templates-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try write(source, "small.typ")
        }
        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ source: String, _ name: String) throws {
            try source.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
        }

        /// A program that stands in for a Python or for `typst`.
        func program(_ name: String, _ script: String) throws -> String {
            try write("#!/bin/sh\n" + script, name)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: "\(path)/\(name)")
            return "\(path)/\(name)"
        }

        func place(_ pythons: [String], program: String? = nil, families: [String] = []) -> TypesettingPlace {
            TypesettingPlace(templates: path, pythons: pythons, program: program, families: families)
        }
    }

    private func order(_ name: String, template: String = "small") -> TypesettingOrder {
        TypesettingOrder([Sheetful(template: template, value: "{\"name\":\"\(name)\"}")], stamp: Self.stamp)
    }

    @Test(.enabled(if: Judges.canSet && Judges.canRead, Judges.reason))
    func `a worker killed in the middle of a batch loses nothing`() async throws {
        let folder = try Folder()
        let typesetter = Typesetter(folder.place(Judges.place.pythons))
        let first = try await typesetter.pdf(order("第零人"))
        #expect(try Judges.text(first).contains("第零人"))
        let before = try #require(await typesetter.processNumber)
        let texts = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for number in 1...30 {
                group.addTask { (number, try await typesetter.pdf(self.order("第\(number)人"))) }
            }
            var found: [Int: [UInt8]] = [:]
            for try await (number, pdf) in group {
                found[number] = pdf
                if found.count == 5 { kill(before, SIGKILL) }
            }
            return found
        }
        #expect(texts.count == 30)
        for (number, pdf) in texts {
            let text = try Judges.text(pdf).filter { !$0.isWhitespace }
            #expect(text == "来人：第\(number)人")
        }
        let after = try #require(await typesetter.processNumber)
        #expect(after != before)
        await typesetter.close()
    }

    @Test(.enabled(if: Judges.canSet, Judges.reason))
    func `the same order makes the same bytes`() async throws {
        let folder = try Folder()
        let typesetter = Typesetter(folder.place(Judges.place.pythons))
        let first = try await typesetter.pdf(order("张三"))
        #expect(try await typesetter.pdf(order("张三")) == first)
        #expect(try await typesetter.pdf(order("李四")) != first)
        await typesetter.close()
    }

    @Test(.enabled(if: Judges.canSet && Judges.canRead, Judges.reason))
    func `a template changed by the district serves the next paper`() async throws {
        let folder = try Folder()
        let typesetter = Typesetter(folder.place(Judges.place.pythons))
        _ = try await typesetter.pdf(order("张三"))
        try folder.write("#let paper(d) = [改版：#d.name]", "small.typ")
        #expect(try Judges.text(try await typesetter.pdf(order("张三"))).contains("改版：张三"))
        await typesetter.close()
    }

    @Test(.enabled(if: Judges.canSet, Judges.reason))
    func `a fault is told by template and line, and the worker goes on`() async throws {
        let folder = try Folder("#let paper(d) = [\n  #d.name\n  #nothing-of-this-name\n]")
        try folder.write("#let paper(d) = [#d.name]", "good.typ")
        let typesetter = Typesetter(folder.place(Judges.place.pythons))
        do {
            _ = try await typesetter.pdf(order("张三"))
            Issue.record("a faulty template was set")
        } catch let TypesettingFault.template(places) {
            #expect(places.map(\.template) == ["small.typ"])
            #expect(places.map(\.line) == [3])
            #expect(TypesettingFault.template(places).sentence.contains("papers/small.typ第3行"))
            #expect(!TypesettingFault.template(places).trace.contains("张三"))
        }
        #expect(try await typesetter.pdf(order("张三", template: "good")).starts(with: Array("%PDF".utf8)))
        await typesetter.close()
    }

    @Test(.enabled(if: Judges.canSet, Judges.reason))
    func `faces that the machine lacks are named`() async throws {
        let folder = try Folder()
        let typesetter = Typesetter(
            folder.place(Judges.place.pythons, families: ["Noto Serif CJK SC", "无此字体"]))
        await #expect(throws: TypesettingFault.noFonts(["无此字体"])) { try await typesetter.pdf(order("张三")) }
        #expect(TypesettingFault.noFonts(["无此字体"]).sentence.contains("fonts-noto-cjk"))
    }

    @Test func `without a typesetter the message says what to install`() async throws {
        let folder = try Folder()
        let mute = try folder.program("python", "echo '{\"missing\": \"typst\"}'\n")
        for pythons in [[], [mute], [mute, "/nowhere/python"]] {
            let typesetter = Typesetter(folder.place(pythons))
            await #expect(throws: TypesettingFault.noTypesetter) { try await typesetter.pdf(order("张三")) }
        }
        #expect(TypesettingFault.noTypesetter.sentence.contains("bin/install"))
    }

    @Test func `a worker that dies over the same order twice gives it up, and others are served`()
        async throws
    {
        let folder = try Folder()
        let worker = try folder.program(
            "python",
            """
            echo '{"ready": true}'
            while read -r line; do
                case "$line" in *bad*) exit 9;; *) printf '{"size": 4}\\n%%PDF';; esac
            done
            """)
        let typesetter = Typesetter(folder.place([worker]))
        let bad = Task { try await typesetter.pdf(order("bad")) }
        let good = Task { try await typesetter.pdf(order("good")) }
        await #expect(throws: TypesettingFault.died) { try await bad.value }
        #expect(try await good.value == Array("%PDF".utf8))
        await typesetter.close()
    }

    @Test func `an order without an answer is given up after its time, and the next one is served`()
        async throws
    {
        let folder = try Folder()
        let worker = try folder.program(
            "python",
            """
            echo '{"ready": true}'
            while read -r line; do
                case "$line" in *slow*) exec sleep 600;; *) printf '{"size": 4}\\n%%PDF';; esac
            done
            """)
        let typesetter = Typesetter(folder.place([worker])) { $0.papers[0].value.contains("slow") ? 0 : 20 }
        await #expect(throws: TypesettingFault.tooLong(seconds: 0)) {
            try await typesetter.pdf(order("slow"))
        }
        #expect(try await typesetter.pdf(order("quick")) == Array("%PDF".utf8))
        await typesetter.close()
    }

    @Test(arguments: ["../small", "/etc/passwd", "missing", "", "Small"])
    func `templates are names in their folder and nothing else`(name: String) async throws {
        let typesetter = Typesetter(try Folder().place([]))
        await #expect(throws: TypesettingFault.noTemplate(name)) {
            try await typesetter.pdf(order("张三", template: name))
        }
    }

    @Test func `the program typst serves where no Python does, and gets values by its input alone`()
        async throws
    {
        let folder = try Folder()
        let program = try folder.program(
            "typst",
            """
            if [ "$1" = fonts ]; then echo 'Noto Serif CJK SC'; exit 0; fi
            source=$(cat)
            case "$*" in *张三*) exit 3;; esac
            case "$source" in
                *张三*) printf '%%PDF';;
                *) echo "$PWD/papers/small.typ:7:3: error: unknown variable: x" >&2; exit 1;;
            esac
            """)
        let typesetter = Typesetter(folder.place([], program: program, families: ["Noto Serif CJK SC"]))
        #expect(try await typesetter.pdf(order("张三")) == Array("%PDF".utf8))
        let fault = TypesettingFault.Place(
            template: "small.typ", line: 7, column: 3, message: "unknown variable: x")
        await #expect(throws: TypesettingFault.template([fault])) { try await typesetter.pdf(order("李四")) }
        let lacking = Typesetter(folder.place([], program: program, families: ["无此字体"]))
        await #expect(throws: TypesettingFault.noFonts(["无此字体"])) { try await lacking.pdf(order("张三")) }
    }

    @Test func `closing tells whoever waits`() async throws {
        let folder = try Folder()
        let worker = try folder.program("python", "exec sleep 600\n")
        let typesetter = Typesetter(folder.place([worker]))
        let waiting = Task { try await typesetter.pdf(order("张三")) }
        while await typesetter.processNumber == nil { await Task.yield() }
        await typesetter.close()
        await #expect(throws: TypesettingFault.died) { try await waiting.value }
        #expect(await typesetter.processNumber == nil)
    }

    /// A worker that names its process in each answer.
    private static let named = """
        echo '{"ready": true}'
        while read -r line; do printf '{"size": 12}\\n%%PDF%8d' $$; done
        """

    @Test func `a worn worker goes only when another is warm, and no order is lost`() async throws {
        let folder = try Folder()
        let worker = try folder.program("python", Self.named)
        let typesetter = Typesetter(folder.place([worker]), wear: TypesettingWear(papers: 5, megabytes: 400))
        var processes: [String] = []
        var set = 0
        // Orders go on while successors start; each is answered.
        while await typesetter.successions < 3 {
            let answer = try await typesetter.pdf(order("第\(set)人"))
            set += 1
            let name = String(decoding: answer, as: UTF8.self)
            if processes.last != name { processes.append(name) }
            try #require(set < 100_000)
        }
        #expect(processes.count >= 3)
        #expect(Set(processes).count == processes.count)
        #expect(set >= 15)
        await typesetter.close()
    }

    @Test func `a successor that never comes leaves the worn worker at work`() async throws {
        let folder = try Folder()
        let started = folder.path + "/started"
        let worker = try folder.program(
            "python", "if [ -e \(started) ]; then exit 1; fi; touch \(started)\n" + Self.named)
        let typesetter = Typesetter(folder.place([worker]), wear: TypesettingWear(papers: 2, megabytes: 400))
        var processes: Set<String> = []
        for number in 1...40 {
            processes.insert(String(decoding: try await typesetter.pdf(order("第\(number)人")), as: UTF8.self))
        }
        #expect(processes.count == 1)
        #expect(await typesetter.successions == 0)
        await typesetter.close()
    }

    @Test(.enabled(if: Judges.canSet && Judges.canRead, Judges.reason))
    func `the real worker is followed too, warm at once`() async throws {
        let folder = try Folder()
        let typesetter = Typesetter(
            folder.place(Judges.place.pythons), wear: TypesettingWear(papers: 20, megabytes: 400))
        var set = 0
        while await typesetter.successions < 1 {
            let pdf = try await typesetter.pdf(order("第\(set)人"))
            #expect(pdf.starts(with: Array("%PDF".utf8)))
            set += 1
            try #require(set < 100_000)
        }
        let text = try Judges.text(try await typesetter.pdf(order("末一人")))
        #expect(text.contains("末一人"))
        await typesetter.close()
    }
}
