// SPDX-License-Identifier: Apache-2.0

// Owns `timeval` as soon as a C module of the target includes the system's headers.
import CDispatch
import Foundation

/// The lines of the report, printed as they come.
final class Table: Sendable {
    /// What a measured piece of work cost.
    struct Cost {
        let seconds: Double
        let cpu: Double
        /// The most memory in use since the work began, in MB.
        let peak: Double
    }

    func head(_ title: String) {
        print(title)
        print(Self.row("what", "size", "result", "unit", "CPU s", "peak MB", "goal"))
    }

    func line(_ what: String, size: Int, _ result: Double, _ unit: String, _ cost: Cost?, goal: String = "") {
        let digits = result >= 100 ? 0 : result >= 10 ? 1 : 2
        print(
            Self.row(
                what, String(size), String(format: "%.\(digits)f", result), unit,
                cost.map { String(format: "%.1f", $0.cpu) } ?? "",
                cost.map { String(format: "%.0f", $0.peak) } ?? "", goal))
        fflush(nil)
    }

    private static func row(_ cells: String...) -> String {
        let widths = [44, 9, 10, 12, 8, 8, 0]
        return zip(cells, widths).map { cell, width in
            cell + String(repeating: " ", count: max(1, width - cell.count))
        }.joined()
    }
}

/// Runs work and tells what it cost.
func measured<Result>(_ work: () async throws -> Result) async rethrows -> (Result, Table.Cost) {
    forgetPeak()
    let (clock, cpu) = (ContinuousClock.now, processorSeconds())
    let result = try await work()
    let seconds = Double((ContinuousClock.now - clock) / .microseconds(1)) / 1e6
    return (result, Table.Cost(seconds: seconds, cpu: processorSeconds() - cpu, peak: memory("VmHWM:")))
}

/// Seconds of processor used by this process so far.
private func processorSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let times = [usage.ru_utime, usage.ru_stime]
    return times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
}

/// Lets the kernel count the peak from now on.
private func forgetPeak() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
}

/// A line of the kernel's account of this process in MB.
func memory(_ name: String) -> Double { megabytes(of: getpid(), name) }

/// A line of the kernel's account of a process in MB.
func megabytes(of process: Int32, _ name: String) -> Double {
    let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first).flatMap { Double($0) }.map {
        $0 / 1024
    } ?? 0
}

/// The value below which so many hundredths of the values lie.
func percentile(_ hundredths: Int, of values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    return sorted[min(sorted.count - 1, sorted.count * hundredths / 100)]
}
