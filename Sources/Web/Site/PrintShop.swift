// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Desk
import Papers
import Sheets

/// 批量打印 in the background: sets one pile after the other by a worker of its own, so that a letter at the
/// counter never waits for a thousand.
///
/// Which papers a pile has, and under which numbers, stands in the store; what is lost here is set again alike.
/// Finished files are personal data: they are kept in memory only, a few at a time, and not for long.
actor PrintShop {
    /// How far a pile is.
    enum Stage: Sendable {
        case waiting
        case setting(done: Int, of: Int)
        case ready(PrintedFile)
        /// What stood in the way, in a sentence.
        case failed(String)
    }

    /// What can be taken away.
    struct PrintedFile: Sendable {
        let name: String
        let bytes: [UInt8]
        let isZip: Bool
    }

    /// A pile with the way to its papers.
    struct Job: Sendable {
        let run: PrintRun
        let title: String
        let stamp: Instant
        let papers: @Sendable () async throws -> [Paper]
    }

    private let typesetter: Typesetter
    private var stages: [PrintRunID: Stage] = [:]
    private var line: [Job] = []
    private var hand: Task<Void, Never>?
    /// Piles with files, the oldest first.
    private var kept: [PrintRunID] = []
    /// How much memory finished files may take, in bytes.
    private let most: Int

    /// Papers in one PDF at most: more are several files, packed.
    static let mostInFile = 1_000

    init(_ typesetter: Typesetter, most: Int = 192 << 20) {
        self.typesetter = typesetter
        self.most = most
    }

    /// Takes a pile up, unless it is waiting, being set, or ready.
    func begin(_ job: Job) {
        switch stages[job.run.id] {
        case .waiting, .setting, .ready: return
        case .failed, nil: break
        }
        stages[job.run.id] = .waiting
        line.append(job)
        if hand == nil { hand = Task { await self.work() } }
    }

    func stage(of run: PrintRunID) -> Stage? { stages[run] }

    /// How many piles are before this one.
    func ahead(of run: PrintRunID) -> Int { line.firstIndex { $0.run.id == run } ?? 0 }

    /// The worker's process, for those who watch it.
    var processNumber: Int32? { get async { await typesetter.processNumber } }

    private func work() async {
        while !line.isEmpty {
            let job = line[0]
            do {
                let file = try await set(job)
                stages[job.run.id] = .ready(file)
                kept.append(job.run.id)
                forget()
            } catch let fault as TypesettingFault {
                stages[job.run.id] = .failed(fault.sentence)
            } catch {
                stages[job.run.id] = .failed("这批文书没有排完，请重新排版；仍不行时告诉管理员。")
            }
            line.removeFirst(where: { $0.run.id == job.run.id })
        }
        hand = nil
        await typesetter.close()
    }

    private func set(_ job: Job) async throws -> PrintedFile {
        let papers = try await job.papers()
        let size = job.run.shape == .files ? 1 : Self.mostInFile
        let parts = stride(from: 0, to: papers.count, by: size).map {
            Array(papers[$0..<min($0 + size, papers.count)])
        }
        stages[job.run.id] = .setting(done: 0, of: papers.count)
        var done = 0
        var zip = ZipWriter()
        var last: [UInt8] = []
        for (place, part) in parts.enumerated() {
            last = try await typesetter.pdf(of: part, isForArchive: true, stamp: job.stamp)
            done += part.count
            stages[job.run.id] = .setting(done: done, of: papers.count)
            if parts.count > 1 { zip.add(name(of: part, place, in: job), last) }
        }
        if parts.count == 1, job.run.shape == .pile {
            return PrintedFile(name: job.title + ".pdf", bytes: last, isZip: false)
        }
        if parts.count == 1 { zip.add(name(of: parts[0], 0, in: job), last) }
        return PrintedFile(name: job.title + ".zip", bytes: try zip.packed(), isZip: true)
    }

    /// `0012 推荐介绍信〔2026〕第12号.pdf`: in the list's order, without anybody's name.
    private func name(of part: [Paper], _ place: Int, in job: Job) -> String {
        let number = String(place + 1)
        let padded = String(repeating: "0", count: max(0, 4 - number.count)) + number
        return "\(padded) \(part.count == 1 ? part[0].fileName : job.title).pdf"
    }

    /// Lets the oldest files go where they take too much memory.
    private func forget() {
        while kept.count > 1, bytes > most {
            stages[kept.removeFirst()] = nil
        }
    }

    private var bytes: Int {
        kept.reduce(0) { sum, run in
            if case .ready(let file) = stages[run] { sum + file.bytes.count } else { sum }
        }
    }
}

extension Array {
    /// Takes the first that a condition holds for away.
    fileprivate mutating func removeFirst(where isMeant: (Element) -> Bool) {
        if let place = firstIndex(where: isMeant) { remove(at: place) }
    }
}
