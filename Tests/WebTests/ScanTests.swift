// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Foundation
import HTTPTypes
import SamplePeople
import Testing
import Web

@Suite("Scans of papers on the case's page: 02.r4")
struct ScanTests {
    private static let photo = [0xFF, 0xD8, 0xFF, 0xE0] + Array("made up".utf8)

    @Test func `02.r4 a photo sent with the form opens from the case, and from no other village`()
        async throws
    {
        let desk = try await OneCaseDesk()
        let worker = try await desk.site.signedIn(as: Sample.shalingWorker)
        let sent = try await send(Self.photo, named: "证.jpg", of: desk, as: worker)
        #expect(sent.status == 303)
        let course = try await worker.get("/cases/\(desk.id.number)?tab=history").text
        #expect(course.contains("打开扫描件（身份证复印件）"))
        let start = "/cases/\(desk.id.number)/scans/"
        let rest = try #require(course.components(separatedBy: start).dropFirst().first)
        let path = start + rest.prefix { $0 != "\"" }
        let shown = try await worker.get(path)
        #expect(shown.status == 200 && shown.headers[.contentType] == "image/jpeg")
        #expect(shown.headers[.contentDisposition]?.hasPrefix("inline") == true)
        let other = try await desk.site.signedIn(as: Sample.hongsiWorker)
        #expect(try await other.get(path).status == 403)
    }

    @Test func `a renamed executable is refused with what to do, and nothing is recorded`() async throws {
        let desk = try await OneCaseDesk()
        let worker = try await desk.site.signedIn(as: Sample.shalingWorker)
        let version = try await desk.found.version
        let sent = try await send(Array("MZ executable".utf8), named: "证.pdf", of: desk, as: worker)
        #expect(sent.status == 409 && sent.text.contains("这不是PDF文件或照片"))
        let empty = try await send([], named: "", of: desk, as: worker)
        #expect(empty.status == 409 && empty.text.contains("没有选择文件"))
        #expect(try await desk.found.version == version)
    }

    private func send(
        _ bytes: [UInt8], named name: String, of desk: OneCaseDesk, as worker: TestClient
    ) async throws -> Answer {
        let form = try await worker.get("/cases/\(desk.id.number)/acts/attach")
        return try await worker.upload(
            "/cases/\(desk.id.number)/acts/attach",
            form: [
                "version": form.hidden("version") ?? "", "day": Sample.today.iso, "title": "身份证复印件",
            ], file: UploadedFile(field: "scan", name: name, bytes: bytes))
    }
}
