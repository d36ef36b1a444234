// SPDX-License-Identifier: Apache-2.0
import Hummingbird
import NIOCore

/// Reads what a form sent, within bounds: files may be large, typed text may not.
struct BodyReading {
    let settings: ServerSettings

    /// - Throws: `HTTPError` 413 beyond the bound; ``MultipartFault``.
    func fields(of request: Request) async throws -> Fields {
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data") else {
            let body = try await request.body.collect(upTo: min(Self.mostText, settings.largestBody))
            return Fields(urlEncoded: String(buffer: body))
        }
        let body = try await request.body.collect(upTo: settings.largestBody)
        return try Multipart.fields(Array(buffer: body), contentType: type)
    }

    /// The largest form without files, in bytes: an answer sheet is a few thousand.
    static let mostText = 1024 * 1024
}
