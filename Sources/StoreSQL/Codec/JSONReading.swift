// SPDX-License-Identifier: Apache-2.0

/// Reads values out of a JSON text, as ``JSONWriting`` writes them.
struct JSONReading: Decoder, SingleValueDecodingContainer {
    let text: JSONText
    /// The value's number in the text.
    let place: Int

    /// The value that bytes hold.
    ///
    /// - Throws: `DecodingError`.
    static func value<Value: Decodable>(of bytes: [UInt8]) throws -> Value {
        try Value(from: JSONReading(text: try JSONText(bytes), place: 0))
    }

    var codingPath: [any CodingKey] { text.path(to: place) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    private var kind: JSONText.Kind { text.nodes[place].kind }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard kind == .object else { throw wrong([String: Any].self) }
        return KeyedDecodingContainer(JSONObjectReading(text: text, object: place))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard kind == .array else { throw wrong([Any].self) }
        return JSONArrayReading(text: text, array: place)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch kind {
        case .yes: true
        case .no: false
        case .null, .number, .text, .escapedText, .object, .array: throw wrong(type)
        }
    }

    func decode(_ type: String.Type) throws -> String {
        guard kind == .text || kind == .escapedText else { throw wrong(type) }
        return text.text(place)
    }

    func decode(_ type: Double.Type) throws -> Double {
        guard kind == .number, let number = Double(text.text(place)) else { throw wrong(type) }
        return number
    }

    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
    func decode(_ type: Int.Type) throws -> Int { try integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }

    private func integer<Number: FixedWidthInteger>() throws -> Number {
        guard let number: Number = text.integer(place) else { throw wrong(Number.self) }
        return number
    }

    private func wrong(_ type: Any.Type) -> DecodingError {
        .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "something else than \(type)"))
    }
}

/// An object being read.
struct JSONObjectReading<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let text: JSONText
    let object: Int

    var codingPath: [any CodingKey] { text.path(to: object) }
    var allKeys: [Key] { text.keys(of: object).compactMap { Key(stringValue: text.text($0)) } }

    func contains(_ key: Key) -> Bool { text.value(of: key.stringValue, in: object) != nil }

    private func value(_ key: Key) throws -> JSONReading {
        guard let place = text.value(of: key.stringValue, in: object) else {
            throw DecodingError.keyNotFound(
                key, .init(codingPath: codingPath + [key], debugDescription: "no such key"))
        }
        return JSONReading(text: text, place: place)
    }

    private func present(_ key: Key) -> JSONReading? {
        guard let place = text.value(of: key.stringValue, in: object), text.nodes[place].kind != .null else {
            return nil
        }
        return JSONReading(text: text, place: place)
    }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try value(key).decode(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try value(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).decode(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try value(key).decode(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try value(key).decode(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try value(key).decode(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try value(key).decode(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try value(key).decode(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try value(key).decode(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try value(key).decode(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try value(key).decode(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try value(key).decode(type) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try Value(from: value(key))
    }

    // Looks for the key once, where the protocol's own would look three times.
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try present(key).map { try Value(from: $0) }
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try present(key)?.decode(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try value(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(key).unkeyedContainer()
    }

    // No class is ever stored, so there is nothing above a value.
    func superDecoder() -> any Decoder { JSONReading(text: text, place: object) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }
}

/// An array being read.
struct JSONArrayReading: UnkeyedDecodingContainer {
    let text: JSONText
    let array: Int
    private var place: Int
    private(set) var currentIndex = 0

    init(text: JSONText, array: Int) {
        self.text = text
        self.array = array
        place = array + 1
    }

    var codingPath: [any CodingKey] { text.path(to: array) }
    var isAtEnd: Bool { place >= text.nodes[array].after }

    var count: Int? {
        var (found, place) = (0, array + 1)
        while place < text.nodes[array].after {
            found += 1
            place = text.nodes[place].after
        }
        return found
    }

    private mutating func next() throws -> JSONReading {
        guard !isAtEnd else { throw text.fault("the array is at its end", at: array) }
        defer {
            place = text.nodes[place].after
            currentIndex += 1
        }
        return JSONReading(text: text, place: place)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, text.nodes[place].kind == .null else { return false }
        return try next().decodeNil()
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: next()) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try next() }
}
