// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CivilTime
import Foundation
import PolicyFiles

/// `--calendar FILE`: years that replace or extend those of the policy pack.
struct CalendarOption: ParsableArguments {
    @Option(name: .customLong("calendar"), help: "放假安排文件（.yaml或.csv）或存放它们的文件夹，其中的年份代替政策包里的。")
    var file: String?

    /// The calendar of the pack with the given years put over it.
    func laid(over calendar: WorkCalendar) throws -> WorkCalendar {
        guard let file else { return calendar }
        return WorkCalendar(years: Array(calendar.years.values) + (try Self.years(in: file)))
    }

    /// The years of a file or folder.
    static func years(in path: String) throws -> [CalendarYear] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Complaint("\(path): 没有这个文件。")
        }
        if isFolder.boolValue { return Array(try CalendarFolder.read(path).years.values) }
        let text = try TextFile.read(path)
        guard path.lowercased().hasSuffix(".csv") else { return [try CalendarFile.read(text, file: path)] }
        return try tables(text).map { try CalendarFile.read($0, file: path) }
    }

    /// A table of several years as one table a year; lines of the others are blank, so that numbers stay true.
    private static func tables(_ text: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let years = lines.map { line in
            Int(line.drop { $0 == "\"" || $0 == "\u{FEFF}" || $0 == " " }.prefix(4))
        }
        let known = Set(years.compactMap(\.self)).sorted()
        guard known.count > 1 else { return [text] }
        return known.map { year in
            zip(lines, years).map { $1 == nil || $1 == year ? String($0) : "" }.joined(separator: "\n")
        }
    }
}

/// A text file named on the command line.
enum TextFile {
    /// The text in UTF-8, without a byte order mark; `-` is standard input.
    ///
    /// - Throws: a complaint that names the file.
    static func read(_ path: String) throws -> String {
        let data: Data?
        if path == "-" {
            data = try? FileHandle.standardInput.readToEnd() ?? Data()
        } else {
            data = FileManager.default.contents(atPath: path)
        }
        guard let data else { throw Complaint("\(path): 文件不在或读不出来。") }
        guard let text = String(data: data, encoding: .utf8) else {
            throw Complaint("\(path): 不是UTF-8编码，请另存后再试。")
        }
        return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    }

    /// The lines with their numbers from 1, blank ones left out.
    static func lines(of path: String) throws -> [(number: Int, text: String)] {
        let lines = try read(path).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.enumerated().map { ($0.offset + 1, String($0.element)) }
            .filter { !$0.1.allSatisfy(\.isWhitespace) }
    }
}
