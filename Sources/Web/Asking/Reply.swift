// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// What a handler answers.
enum Reply: Sendable {
    /// A page in the asker's shell.
    case page(any Page, status: HTTPResponse.Status = .ok)
    /// A document of its own, such as a print sheet.
    case document(HTML)
    /// Another page, with a sentence at its top (POST, redirect, GET).
    case redirect(Link, Flash? = nil, cookies: [Cookie] = [])
    /// A file to look at where one is, such as a scan.
    case shown([UInt8], name: String, mediaType: String)
    /// A file to keep.
    case file([UInt8], name: String, type: FileType)

    /// What kind of file is sent.
    enum FileType: String, Sendable {
        case workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case csv = "text/csv; charset=utf-8"
        case pdf = "application/pdf"
        case zip = "application/zip"
        case text = "text/plain; charset=utf-8"
    }

    /// A redirect that says that something was done.
    static func done(_ link: Link, _ sentence: String) -> Reply { .redirect(link, Flash(.success, sentence)) }
}

extension Response {
    /// A whole document as an answer; never kept by browsers, since it may show people.
    static func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        var buffer = ByteBuffer()
        html.write(into: &buffer)
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: buffer))
    }

    static func redirect(_ link: Link) -> Response {
        Response(status: .seeOther, headers: [.location: link.address, .cacheControl: "no-store"])
    }

    /// A scan may show itself and load nothing.
    private static let scanPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

    /// Shown in the browser and run by none: whatever a scan holds, it is no page of ours.
    static func shown(_ bytes: [UInt8], name: String, mediaType: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: mediaType, .cacheControl: "no-store",
                .contentDisposition: "inline; filename*=UTF-8''\(Link.encoded(name))",
                .contentSecurityPolicy: scanPolicy,
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func file(_ bytes: [UInt8], name: String, type: Reply.FileType) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type.rawValue, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename*=UTF-8''\(Link.encoded(name))",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
