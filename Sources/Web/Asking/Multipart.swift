// SPDX-License-Identifier: Apache-2.0

/// Why a multipart body could not be read.
enum MultipartFault: Error, Hashable {
    case noBoundary, broken, tooManyParts

    var sentence: String {
        switch self {
        case .noBoundary, .broken: "上传的内容不完整，可能是网络中断了。"
        case .tooManyParts: "一次上传的内容太多。"
        }
    }
}

/// Reads `multipart/form-data` (RFC 7578) whole in memory; the body's size is limited before.
///
/// File names come as raw UTF-8, as browsers and ODK clients send them.
enum Multipart {
    static let mostParts = 1000

    /// - Throws: ``MultipartFault``.
    static func fields(_ body: [UInt8], contentType: String) throws(MultipartFault) -> Fields {
        guard let boundary = boundary(in: contentType) else { throw .noBoundary }
        let mark = Array("--\(boundary)".utf8)
        var fields = Fields()
        var position = try after(mark, in: body, from: 0)
        var parts = 0
        while !body[position...].starts(with: [45, 45]) {
            parts += 1
            guard parts <= mostParts else { throw .tooManyParts }
            position = try skip([13, 10], in: body, at: position)
            let (header, start) = try header(in: body, from: position)
            let end = try find([13, 10] + mark, in: body, from: start)
            try take(header, Array(body[start..<end]), into: &fields)
            position = end + 2 + mark.count
        }
        return fields
    }

    private static func boundary(in type: String) -> String? {
        for part in type.split(separator: ";").dropFirst() {
            let trimmed = part.drop { $0 == " " }
            guard trimmed.lowercased().hasPrefix("boundary=") else { continue }
            let value = trimmed.dropFirst(9).filter { $0 != "\"" }
            return value.isEmpty || value.utf8.count > 200 ? nil : String(value)
        }
        return nil
    }

    private static func header(in body: [UInt8], from start: Int) throws(MultipartFault) -> (String, Int) {
        let end = try find([13, 10, 13, 10], in: body, from: start)
        return (String(decoding: body[start..<end], as: UTF8.self), end + 4)
    }

    private static func take(
        _ header: String, _ content: [UInt8], into fields: inout Fields
    ) throws(MultipartFault) {
        let lines = header.split(whereSeparator: \.isNewline)
        guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = parameter("name", of: disposition)
        else { throw .broken }
        guard let file = parameter("filename", of: disposition) else {
            fields.append(name, String(decoding: content, as: UTF8.self))
            return
        }
        if !file.isEmpty { fields.files.append(UploadedFile(field: name, name: file, bytes: content)) }
    }

    private static func parameter(_ name: String, of disposition: Substring) -> String? {
        for part in disposition.split(separator: ";").dropFirst() {
            let trimmed = part.drop { $0 == " " }
            guard trimmed.hasPrefix("\(name)=") else { continue }
            return String(trimmed.dropFirst(name.count + 1).filter { $0 != "\"" })
        }
        return nil
    }

    private static func find(_ needle: [UInt8], in body: [UInt8], from start: Int) throws(MultipartFault) -> Int {
        let last = body.count - needle.count
        var index = start
        while index <= last {
            if body[index] == needle[0], body[index..<(index + needle.count)].elementsEqual(needle) { return index }
            index += 1
        }
        throw .broken
    }

    private static func after(_ needle: [UInt8], in body: [UInt8], from start: Int) throws(MultipartFault) -> Int {
        try find(needle, in: body, from: start) + needle.count
    }

    private static func skip(_ bytes: [UInt8], in body: [UInt8], at index: Int) throws(MultipartFault) -> Int {
        guard body[index...].starts(with: bytes) else { throw .broken }
        return index + bytes.count
    }
}
