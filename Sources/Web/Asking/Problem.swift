// SPDX-License-Identifier: Apache-2.0
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Problem details (RFC 9457): how errors look under /api.
struct Problem: Codable, Sendable {
    var type = "about:blank"
    let title: String
    let status: Int
    let detail: String

    var response: Response {
        let bytes = (try? JSONEncoder().encode(self)).map { ByteBuffer(bytes: $0) } ?? ByteBuffer()
        return Response(
            status: HTTPResponse.Status(code: status),
            headers: [.contentType: "application/problem+json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: bytes))
    }
}
