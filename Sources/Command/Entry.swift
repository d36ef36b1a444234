// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Desk
import Foundation
import PolicyFiles
import Seals
import Sheets
import Wording

import enum Assistance.Refusal

/// The executable `yuanzhu`: exits 0 on success, 1 when the answer is no or some input was bad, 2 on wrong usage.
@main
enum Entry {
    static func main() async {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            var command = try Yuanzhu.parseAsRoot(arguments.isEmpty ? ["--help"] : arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(finish(error))
        }
    }

    /// Tells a person what stopped the command, and gives its exit status.
    private static func finish(_ error: any Error) -> Int32 {
        switch error {
        case let complaint as Complaint: Terminal.complain(complaint.lines)
        case let faults as PolicyFaults: Terminal.complain(faults.list.map(\.description))
        case let refusal as Refusal: Terminal.complain([refusal.sentence])
        case let failure as StoreFailure: Terminal.complain([failure.operatorSentence])
        case let failure as SealFailure: Terminal.complain([failure.sentence])
        case let fault as SheetFault: Terminal.complain([fault.says])
        case let status as ExitCode: return status.rawValue
        default: return finishParsing(error)
        }
        return 1
    }

    /// Help and version go to standard output; wrong usage to standard error with status 2.
    private static func finishParsing(_ error: any Error) -> Int32 {
        let status = Yuanzhu.exitCode(for: error)
        let text = ChineseUsage.translated(Yuanzhu.fullMessage(for: error))
        switch status {
        case .success:
            Terminal.say(text)
            return 0
        case .validationFailure:
            Terminal.complain([text])
            return 2
        default:
            Terminal.complain(["没有办成：\(error)"])
            return 1
        }
    }
}
