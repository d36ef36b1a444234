// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import CivilTime
import Foundation
import PolicyFiles
import Wording

/// `yuanzhu id NUMBER…`: checks resident identity numbers.
///
/// It prints the full numbers, since whoever runs it has typed them.
struct IDCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "id", abstract: "核对身份证号：是否正确、原因、地区、出生日期、性别。")

    @Argument(help: "身份证号，可以写多个；写“-”时从标准输入逐行读取。")
    var numbers: [String]
    @Flag(help: "每个号码输出一行JSON。")
    var json = false
    @OptionGroup var policy: PolicyPlace

    func run() throws {
        let rules = identityRules().asOf(Instant.now.day)
        let all = numbers == ["-"] ? try TextFile.lines(of: "-").map(\.text) : numbers
        var areAllValid = true
        for number in all {
            let report = IdentityReport(number, rules: rules)
            areAllValid = areAllValid && report.fault == nil
            if json { Terminal.say(report.json) } else { Terminal.say(report.line) }
        }
        if !areAllValid { throw ExitCode(1) }
    }

    /// The pack's rules, which let made-up people pass; without a pack the standard alone.
    private func identityRules() -> IdentityRules {
        guard let folder = try? policy.folder(),
            let text = try? TextFile.read(folder + "/pack.yaml"),
            let head = try? PackFile.read(text, file: "pack.yaml")
        else { return .standard }
        return head.identity
    }
}

/// What is said of one number.
struct IdentityReport {
    let given: String
    let fault: IdentityFault?
    private let recorded: RecordedIdentity?
    private let region: RegionCode?

    init(_ number: String, rules: IdentityRules) {
        given = number
        recorded = RecordedIdentity.keeping(number, rules: rules)
        fault = IdentityNumber.faults(in: number, rules: rules).first
        let start = String(IdentityNumber.normalised(number).prefix(6))
        region = recorded?.birth == nil ? nil : RegionCode(start)
    }

    var json: JSONValue {
        [
            "number": .text(fault == nil ? recorded?.full ?? given : given),
            "valid": .bool(fault == nil),
            "reason": .optional(fault?.sentence),
            "code": .optional(fault?.code),
            "region": .orNull(region?.text),
            "region_name": .orNull(region?.name),
            "born": .orNull(recorded?.birth?.iso),
            "sex": .orNull(recorded?.sex?.rawValue),
        ]
    }

    var line: String {
        if let fault { return "\(given)  有误：\(fault.sentence)" }
        let words = [region?.name ?? region?.text, recorded?.birth?.iso, recorded?.sex?.word]
        return ([recorded?.full ?? given, "正确"] + words.compactMap(\.self)).joined(separator: "  ")
    }
}
