// SPDX-License-Identifier: Apache-2.0

/// Why no paper came out.
public enum TypesettingFault: Error, Hashable, Sendable {
    /// Neither Python's `typst` nor the program of that name is there.
    case noTypesetter
    /// Font families that papers are set in and the machine lacks.
    case noFonts([String])
    /// The folder has no template of this name.
    case noTemplate(String)
    /// A template is at fault.
    case template([Place])
    /// No answer within so many seconds.
    case tooLong(seconds: Int)
    /// The typesetter died twice over the same papers, or cannot be started.
    case died

    /// A place in a template, as an editor shows it; line 0 where it is not known.
    public struct Place: Hashable, Sendable, Codable {
        public let template: String
        public let line: Int
        public let column: Int
        /// What the typesetter says, in its English.
        public let message: String

        public init(template: String, line: Int, column: Int, message: String) {
            self.template = template
            self.line = line
            self.column = column
            self.message = message
        }
    }
}

extension TypesettingFault {
    /// What an office reads, with what to do next.
    public var sentence: String {
        switch self {
        case .noTypesetter:
            "这台机器还不能排版文书：缺少排版程序 typst。请管理员在安装目录运行 bin/install，然后重新打开本页。"
        case .noFonts(let families):
            "这台机器还不能排版文书：缺少字体\(families.joined(separator: "、"))。请管理员安装软件包 fonts-noto-cjk（或运行 bin/install），然后重启服务。"
        case .noTemplate(let name): "政策包里没有模板 papers/\(name).typ，请管理员补上后重新打开本页。"
        case .template(let places):
            "文书模板有错，请告诉管理员：" + places.map(\.words).joined(separator: "；") + "。"
        case .tooLong(let seconds): "排版超过\(seconds)秒没有完成。请分成几次打印，或者稍后再试。"
        case .died: "排版程序中断了两次，这份文书没有排出来。请再试一次；仍不行时告诉管理员。"
        }
    }

    /// What a log may keep: kinds and places, never words of a paper.
    public var trace: String {
        switch self {
        case .noTypesetter: "no typesetter"
        case .noFonts(let families): "no fonts: \(families.joined(separator: ", "))"
        case .noTemplate(let name): "no template \(name)"
        case .template(let places):
            places.map { "\($0.template):\($0.line):\($0.column)" }.joined(separator: " ")
        case .tooLong(let seconds): "no answer within \(seconds) s"
        case .died: "typesetter died"
        }
    }
}

extension TypesettingFault.Place {
    fileprivate var words: String {
        line == 0 ? message : "papers/\(template)第\(line)行第\(column)列（\(message)）"
    }
}
