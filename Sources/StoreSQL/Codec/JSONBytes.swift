// SPDX-License-Identifier: Apache-2.0
import Desk

/// JSON to and from bytes; a fault of the text is a damaged store.
enum JSONBytes {
    static func write(_ value: some Encodable) throws -> [UInt8] { try JSONWriting.bytes(of: value) }

    static func read<Value: Decodable>(_ bytes: [UInt8]) throws -> Value {
        do { return try JSONReading.value(of: bytes) } catch let fault as DecodingError {
            // The path only: the text around it may hold personal facts.
            throw StoreFailure.damaged("\(Value.self) at \(fault.path)")
        }
    }
}

extension DecodingError {
    /// Where the fault stands, without any value.
    fileprivate var path: String {
        let context: Context? =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: nil
            }
        return (context?.codingPath ?? []).map(\.stringValue).joined(separator: ".")
    }
}
