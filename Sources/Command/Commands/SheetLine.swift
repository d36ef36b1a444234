// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Foundation
import Questionnaire

/// One line of a file of answer sheets, read as far as it can be.
struct SheetLine {
    var answers = Answers()
    var confirmations: [Confirmation] = []
    var interviewed: Day?
    /// Keys whose value has no shape that a sheet knows.
    var misshapen: [String] = []

    /// Keys that are no items, unless the form has such an item.
    private static let beside: Set = [
        "interviewed", "date", "confirmations", "interviewer", "village", "sheet", "id", "round", "household",
        "source", "person", "line",
    ]

    /// Reads a JSON object; `nil` when the line is none.
    init?(_ text: String, form: Form) {
        guard let object = try? JSONDecoder().decode(LooseObject.self, from: Data(text.utf8)) else {
            return nil
        }
        var read: [ItemID: Answer] = [:]
        for (key, value) in object.values {
            let isBeside = Self.beside.contains(key) && form.item(ItemID(key)) == nil
            switch value {
            case .nothing: continue
            case .confirmations(let list) where isBeside: confirmations = list
            case .answer(let answer) where isBeside: take(answer, beside: key)
            case .answer(let answer): read[ItemID(key)] = Self.read(answer, at: ItemID(key), form: form)
            case .confirmations, .strange: misshapen.append(key)
            }
        }
        answers = Answers(read)
        misshapen.sort()
    }

    private mutating func take(_ answer: Answer, beside key: String) {
        guard key == "interviewed" || key == "date" else { return }
        guard let day = Day(iso: answer.entries.first ?? "") else {
            misshapen.append(key)
            return
        }
        interviewed = day
    }

    /// A text at an item of several choices may hold them behind semicolons, as a table's cell does; a list of
    /// one at an item of one choice is that choice.
    private static func read(_ answer: Answer, at id: ItemID, form: Form) -> Answer {
        switch answer {
        case .text(let text): form.answer(written: text, at: id) ?? answer
        case .list(let entries) where entries.count == 1 && form.item(id)?.kind.takesOne == true:
            .text(entries[0])
        case .number, .list: answer
        }
    }
}

extension ItemKind {
    /// Whether a single entry is wanted, so that a list of one says the same.
    fileprivate var takesOne: Bool {
        switch self {
        case .multi, .place, .heading: false
        case .text, .number, .single, .yesNo, .day, .yearMonth, .year, .residentID, .mobile, .phone: true
        }
    }
}

/// A JSON object whose values are read one by one, so that a strange one does not spoil the others.
private struct LooseObject: Decodable {
    let values: [String: Value]

    enum Value {
        case nothing
        case answer(Answer)
        case confirmations([Confirmation])
        case strange
    }

    struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        var read: [String: Value] = [:]
        for key in container.allKeys {
            read[key.stringValue] =
                if (try? container.decodeNil(forKey: key)) == true {
                    .nothing
                } else if let answer = try? container.decode(Answer.self, forKey: key) {
                    .answer(answer)
                } else if let numbers = try? container.decode([Int].self, forKey: key) {
                    .answer(.list(numbers.map(String.init)))
                } else if let list = try? container.decode([Confirmation].self, forKey: key) {
                    .confirmations(list)
                } else {
                    .strange
                }
        }
        values = read
    }
}
