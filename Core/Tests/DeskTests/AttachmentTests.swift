// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import SamplePeople
import Testing

@Suite("Scans of papers: 02.r4")
struct AttachmentTests {
    private static let pdf = Array("%PDF-1.7 made up".utf8)

    @Test func `02.r4: a scan is kept once, named by an act, and each look is audited`() async throws {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        let office = try await stage.office()
        let scan = try await office.keep(scan: Self.pdf, titled: "身份证复印件")
        #expect(scan.type == .pdf && scan.size == Self.pdf.count)
        #expect(try await office.keep(scan: Self.pdf, titled: "又一次").digest == scan.digest)
        _ = try await office.act(
            .duty(.attached(scan)), in: found.id, version: found.version, on: Sample.today,
            by: Sample.shalingWorker.actor)
        let opened = try await office.scan(scan.digest, of: found.id, by: Sample.shalingWorker.actor)
        #expect(opened.content == Self.pdf && opened.attachment.title == "身份证复印件")
        let audit = try await stage.store.audit(of: .assistanceCase(found.id), after: nil, limit: 10)
        #expect(audit.rows.contains { $0.note.action == .scanOpened })
    }

    @Test func `a scan is opened by nobody who may not see the person, and only from its own case`()
        async throws
    {
        let stage = try await Stage.set()
        let found = try await stage.list(Sample.wangXiulan)
        let office = try await stage.office()
        let scan = try await office.keep(scan: Self.pdf, titled: "身份证复印件")
        await #expect(throws: Refusal.notFound(.assistanceCase)) {
            _ = try await office.scan(scan.digest, of: found.id, by: Sample.shalingWorker.actor)
        }
        await #expect(throws: Refusal.notAllowed(.seePeople)) {
            _ = try await office.scan(scan.digest, of: found.id, by: Sample.hongsiWorker.actor)
        }
    }

    @Test func `a renamed executable and a scan of thirty megabytes are refused, and nothing is kept`()
        async throws
    {
        let office = try await Stage.set().office()
        await #expect(throws: Refusal.attachmentUnreadable) {
            _ = try await office.keep(scan: Array("MZ\u{90}\u{0}not a scan".utf8), titled: "身份证.pdf")
        }
        let large = Self.pdf + [UInt8](repeating: 0, count: 30 * 1024 * 1024)
        await #expect(throws: Refusal.attachmentTooLarge(bytes: large.count)) {
            _ = try await office.keep(scan: large, titled: "大")
        }
    }

    @Test(arguments: [
        (Array("%PDF-1.4".utf8), AttachmentType.pdf), ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
    ])
    func `what a scan is, its own beginning says`(content: [UInt8], type: AttachmentType) {
        #expect(AttachmentType(content: content) == type)
        #expect(AttachmentType(content: Array(content.dropFirst())) == nil)
    }
}
