// SPDX-License-Identifier: Apache-2.0

/// Why a multipart body could not be read.
public enum MultipartFault: Error, Hashable, Sendable {
    case noBoundary, broken, tooMuch

    var sentence: String {
        switch self {
        case .noBoundary, .broken: "上传的内容不完整，可能是网络中断了。"
        case .tooMuch: "一次上传的内容太多。"
        }
    }
}

/// Reads `multipart/form-data` (RFC 7578) whole in memory; the body's size is limited before.
///
/// File names come as raw UTF-8, as browsers and ODK clients send them. Anything after the closing mark is
/// passed over, anything missing before it is a fault: a form cut off on its way is never half taken.
public enum Multipart {
    /// The most parts of one form.
    public static let mostParts = 1000
    /// The most bytes of one part's header, and of all typed fields together.
    static let mostHeader = 8 * 1024
    static let mostText = 1024 * 1024

    /// - Throws: ``MultipartFault``.
    public static func fields(_ body: [UInt8], contentType: String) throws(MultipartFault) -> Fields {
        guard let boundary = boundary(in: contentType) else { throw .noBoundary }
        var reading = MultipartReading(body: body, boundary: boundary)
        return try reading.read()
    }

    /// 1 to 70 visible bytes (RFC 2046, 5.1.1), quoted or not.
    private static func boundary(in type: String) -> String? {
        let value = HeaderParameters(type)["boundary"]
        guard let value, (1...70).contains(value.utf8.count),
            value.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else { return nil }
        return value
    }
}

/// A body being read, from mark to mark.
private struct MultipartReading {
    let body: [UInt8]
    let mark: [UInt8]
    let lineAndMark: ByteSearch
    var fields = Fields()
    var parts = 0
    var text = 0

    private static let headerEnd = ByteSearch([13, 10, 13, 10])

    init(body: [UInt8], boundary: String) {
        self.body = body
        mark = Array("--\(boundary)".utf8)
        lineAndMark = ByteSearch([13, 10] + mark)
    }

    mutating func read() throws(MultipartFault) -> Fields {
        var position = try start()
        while !starts(with: [45, 45], at: position) {
            guard starts(with: [13, 10], at: position) else { throw .broken }
            position = try part(from: position + 2)
        }
        return fields
    }

    private func start() throws(MultipartFault) -> Int {
        if starts(with: mark, at: 0) { return mark.count }
        guard starts(with: [13, 10] + mark, at: 0) else { throw .broken }
        return mark.count + 2
    }

    /// Takes one part in and gives the place after its closing mark.
    private mutating func part(from start: Int) throws(MultipartFault) -> Int {
        parts += 1
        guard parts <= Multipart.mostParts else { throw .tooMuch }
        guard let headerEnd = Self.headerEnd.first(in: body, from: start) else { throw .broken }
        guard headerEnd - start <= Multipart.mostHeader else { throw .tooMuch }
        let content = headerEnd + 4
        // An empty part ends with the line end that also ends its header.
        guard let end = lineAndMark.first(in: body, from: headerEnd + 2) else { throw .broken }
        let header = String(decoding: body[start..<headerEnd], as: UTF8.self)
        try take(header, content..<max(content, end))
        return end + 2 + mark.count
    }

    private mutating func take(_ header: String, _ range: Range<Int>) throws(MultipartFault) {
        let name = "content-disposition:"
        // The carriage return and line feed of a line end are one character.
        let line = header.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix(name) }
        guard let line else { throw .broken }
        let parameters = HeaderParameters(line.dropFirst(name.count))
        guard let field = parameters["name"] else { throw .broken }
        if let file = parameters["filename"] {
            guard !file.isEmpty else { return }
            fields.files.append(UploadedFile(field: field, name: file, bytes: Array(body[range])))
            return
        }
        text += range.count
        guard text <= Multipart.mostText else { throw .tooMuch }
        fields.append(field, String(decoding: body[range], as: UTF8.self))
    }

    private func starts(with bytes: [UInt8], at place: Int) -> Bool {
        place + bytes.count <= body.count && body[place..<place + bytes.count].elementsEqual(bytes)
    }
}
