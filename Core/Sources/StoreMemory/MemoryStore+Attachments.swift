// SPDX-License-Identifier: Apache-2.0
import Desk

extension MemoryStore: AttachmentStore {
    /// Named by a number and its length: a store in memory has no need of a digest that nobody can forge.
    public func keep(attachment content: [UInt8]) async throws -> String {
        write { state in
            if let known = state.attachments.first(where: { $0.value == content }) { return known.key }
            let name = "memory-\(state.attachments.count + 1)-\(content.count)"
            state.attachments[name] = content
            return name
        }
    }

    public func attachment(_ digest: String) async throws -> [UInt8]? { read { $0.attachments[digest] } }
}
