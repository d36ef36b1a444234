// SPDX-License-Identifier: Apache-2.0
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Pages
import Seals
import Synchronization
import Web

/// What came back.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var location: String? { headers[.location] }

    /// The value of a hidden field of the page.
    func hidden(_ name: String) -> String? {
        guard let start = text.range(of: "name=\"\(name)\" value=\"")?.upperBound else { return nil }
        return String(text[start...].prefix { $0 != "\"" })
    }
}

/// A browser without a network: keeps cookies, follows nothing by itself.
final class TestClient: Sendable {
    private let site: TestSite
    private let kept = Mutex<Kept>(Kept())

    private struct Kept {
        var cookies: [String: String] = [:]
        var seed: String?
        var forms = 0
    }

    init(site: TestSite) { self.site = site }

    /// The salt of the session's form tokens, where the session was made by the test.
    var seed: String? {
        get { kept.withLock { $0.seed } }
        set { kept.withLock { $0.seed = newValue } }
    }

    func keep(cookie name: String, _ value: String) { kept.withLock { $0.cookies[name] = value } }
    func cookie(_ name: String) -> String? { kept.withLock { $0.cookies[name] } }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, headers: headers)
    }

    /// Sends a form with the session's token and a new once-token, unless the form brings its own.
    func post(_ path: String, form: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        try await post(path, pairs: form.map { ($0.key, $0.value) })
    }

    func post(_ path: String, pairs: [(String, String)]) async throws -> Answer {
        var pairs = pairs
        let (seed, number) = kept.withLock { kept in
            kept.forms += 1
            return (kept.seed, kept.forms)
        }
        if let seed, !pairs.contains(where: { $0.0 == FormContext.csrfName }) {
            pairs.append((FormContext.csrfName, site.tokens.csrfToken(session: seed, purpose: "form")))
        }
        if !pairs.contains(where: { $0.0 == FormContext.onceName }) {
            pairs.append((FormContext.onceName, "once-\(number)"))
        }
        let body = pairs.map { "\(Link.encoded($0.0))=\(Link.encoded($0.1))" }.joined(separator: "&")
        return try await send(
            .post, path, headers: [.contentType: "application/x-www-form-urlencoded"], body: Array(body.utf8))
    }

    /// Sends a form with one file.
    func upload(_ path: String, form: KeyValuePairs<String, String> = [:], file: UploadedFile) async throws
        -> Answer
    {
        var fields = form.map { ($0.key, $0.value) }
        if let seed {
            fields.append((FormContext.csrfName, site.tokens.csrfToken(session: seed, purpose: "form")))
        }
        fields.append((FormContext.onceName, "upload-\(file.name)"))
        let body = MultipartBody(fields: fields, files: [file])
        return try await send(.post, path, headers: [.contentType: body.type], body: body.bytes)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8] = [],
        from address: String = "127.0.0.1"
    ) async throws -> Answer {
        var headers = headers
        let cookies = kept.withLock { $0.cookies }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        if !cookies.isEmpty { headers[.cookie] = cookies }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers)
        let channel = NIOAsyncTestingChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: address, port: 50000)
        let response = try await site.answers.answer(
            Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body))), over: channel,
            logger: site.log.logger)
        take(response.headers[values: .setCookie])
        let sink = Sink()
        try await response.body.write(sink)
        return Answer(status: response.status.code, headers: response.headers, bytes: sink.bytes)
    }

    private func take(_ cookies: [String]) {
        for cookie in cookies {
            let parts = cookie.split(separator: ";").map { $0.drop { $0 == " " } }
            guard let pair = parts.first?.split(separator: "=", maxSplits: 1), let name = pair.first else {
                continue
            }
            let isOver = parts.contains { $0.lowercased() == "max-age=0" }
            let value = pair.count > 1 ? String(pair[1]) : ""
            kept.withLock { $0.cookies[String(name)] = isOver ? nil : value }
        }
    }

    private final class Sink: ResponseBodyWriter, Sendable {
        private let buffer = Mutex<[UInt8]>([])
        var bytes: [UInt8] { buffer.withLock { $0 } }
        func write(_ more: ByteBuffer) async throws { buffer.withLock { $0 += more.readableBytesView } }
        func finish(_ trailers: HTTPFields?) async throws {}
    }
}

/// A form with files as a browser writes it.
struct MultipartBody {
    let bytes: [UInt8]
    let type: String

    init(fields: [(String, String)], files: [UploadedFile], boundary: String = "----BoundaryOfTests7MA4") {
        var bytes: [UInt8] = []
        for (name, value) in fields {
            bytes +=
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        for file in files {
            bytes += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; ".utf8
            bytes += "filename=\"\(file.name)\"\r\nContent-Type: application/octet-stream\r\n\r\n".utf8
            bytes += file.bytes
            bytes += "\r\n".utf8
        }
        self.bytes = bytes + "--\(boundary)--\r\n".utf8
        type = "multipart/form-data; boundary=\(boundary)"
    }
}
