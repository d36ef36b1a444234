// SPDX-License-Identifier: Apache-2.0

/// 签名: on screen or on paper whose scan is attached.
public struct Signature: Hashable, Sendable, Codable {
    /// The strokes as an SVG path; empty for a paper.
    public let strokes: String
    /// Where the signed paper is kept.
    public let paper: String
    public let content: String
    /// The scan of the signed paper.
    public let scan: Attachment?

    public init(strokes: String, paper: String, content: String, scan: Attachment? = nil) {
        self.strokes = strokes
        self.paper = paper
        self.content = content
        self.scan = scan
    }
}

/// 个案分析 (14.r3).
public struct CaseAnalysis: Hashable, Sendable, Codable {
    public let course: String
    public let causes: String
    public let advice: String

    public init(course: String, causes: String, advice: String) {
        self.course = course
        self.causes = causes
        self.advice = advice
    }
}
