// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Pages

/// 扫描件: opened by whoever may see the person, and each look stands in the audit.
enum ScanPages {
    static let routes: [Routes.Entry] = [.get("/cases/:id/scans/:digest", .seePeople, show)]

    static func show(_ ask: Ask) async throws -> Reply {
        let digest = ask.path["digest"] ?? ""
        let found = try await ask.office.scan(digest, of: CaseID(try ask.number()), by: ask.actor)
        let name = "\(found.attachment.title).\(found.attachment.type.rawValue)"
        return .shown(found.content, name: name, mediaType: found.attachment.type.mediaType)
    }
}
