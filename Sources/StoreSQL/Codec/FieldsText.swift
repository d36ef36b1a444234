// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

/// The fields of an act as a flat JSON object of texts, in the order of their names.
enum FieldsText {
    static func write(_ fields: Act.Fields) throws -> String {
        guard !fields.entries.isEmpty else { return "{}" }
        let pairs = try fields.entries.map { entry in
            "\"\(entry.field.rawValue)\":" + String(decoding: try JSONBytes.write(entry.value), as: UTF8.self)
        }
        return "{" + pairs.joined(separator: ",") + "}"
    }

    static func read(_ text: String) throws -> Act.Fields {
        guard text != "{}" else { return [:] }
        let names: [String: String] = try JSONBytes.read(Array(text.utf8))
        guard let fields = Act.Fields(names: names) else {
            throw StoreFailure.damaged("fields of an act with a name unknown here")
        }
        return fields
    }
}
