// SPDX-License-Identifier: Apache-2.0

/// 附件: a scan or a photo of a paper. Its content lies beside the store under its digest and never changes.
public struct Attachment: Hashable, Sendable, Codable {
    /// SHA-256 of the content, in hex.
    public let digest: String
    public let type: AttachmentType
    /// In bytes.
    public let size: Int
    /// What paper it is, in the worker's words.
    public let title: String

    public init(digest: String, type: AttachmentType, size: Int, title: String) {
        self.digest = digest
        self.type = type
        self.size = size
        self.title = title
    }
}

/// What a scan may be. Raw values are the storage format.
public enum AttachmentType: String, CaseIterable, Hashable, Sendable, Codable {
    case pdf, jpeg, png

    /// What the content itself says it is; a file's name and the sender's word are not asked. `nil` for
    /// anything else.
    public init?(content: [UInt8]) {
        guard let found = Self.allCases.first(where: { content.starts(with: $0.beginning) }) else {
            return nil
        }
        self = found
    }

    private var beginning: [UInt8] {
        switch self {
        case .pdf: Array("%PDF-".utf8)
        case .jpeg: [0xFF, 0xD8, 0xFF]
        case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        }
    }

    /// As browsers name it.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        }
    }
}

extension Attachment {
    /// The largest scan, in bytes: a photo of a telephone, or some twenty scanned pages.
    public static let largest = 12 * 1024 * 1024
}
