// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Wording

/// The tab 经过: everything that happened, newest first.
struct PersonHistory {
    let file: PersonFile

    var html: HTML {
        .timeline(
            file.history.map { entry in
                let late = entry.recorded.day.days(since: entry.occurred)
                return Happening(
                    day: entry.occurred.inDocuments, entry.event.kind.words,
                    by: file.names[entry.by] ?? "", detail: Self.detail(entry.event),
                    tone: .blue, source: late > 0 ? "\(entry.recorded.day.inDocuments)补录" : nil)
            })
    }

    private static func detail(_ event: Event) -> HTML {
        switch event {
        case .person(let event): detail(event)
        case .assistanceCase(let event): .text(event.detail)
        case .employer(let event): .text(event.detail)
        case .vacancy(let event): .text(event.detail)
        case .fair(let event): .text(event.detail)
        case .household, .unit, .round, .account, .batch, .policy: .empty
        }
    }

    private static func detail(_ event: PersonEvent) -> HTML {
        switch event {
        case .entered(_, _, _, let source): .text("来源：\(source.word)")
        case .corrected(_, let source, let reason):
            .text("来源：\(source.word)" + (reason.isEmpty ? "" : "；原因：\(reason)"))
        case .moved(_, _, let reason), .returned(let reason), .declarationWithdrawn(_, let reason),
            .merged(_, let reason), .unmerged(let reason):
            .text(reason)
        case .left(let reason, let note): .text(reason.word + (note.isEmpty ? "" : "；\(note)"))
        case .surveyed(let response):
            .text(
                "调查员：\(response.interviewer)；\(response.source.word)"
                    + (response.edition > 1 ? "；第\(response.edition)版，更正原因：\(response.reason)" : ""))
        case .excused(let excuse):
            .text(
                excuse.reason.word + (excuse.note.isEmpty ? "" : "；\(excuse.note)")
                    + (excuse.nextTry.map { "；拟于\($0.inDocuments)再访" } ?? ""))
        case .sheetWithdrawn(_, _, _, let reason): .text(reason)
        case .declared(let declaration): .text("\(declaration.category.word)；证明：\(declaration.proof)")
        case .absorbed, .released: .empty
        }
    }
}
