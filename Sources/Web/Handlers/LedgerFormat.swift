// SPDX-License-Identifier: Apache-2.0
import Pages
import Papers
import Sheets

/// 文件格式 of a ledger that is taken, and the fields that ask for it.
enum LedgerFormat: String {
    case xlsx, utf8, gb18030, pdf

    /// `nil` for paper, which the typesetter makes.
    var format: LedgerViewFile.Format? {
        switch self {
        case .xlsx: .workbook
        case .utf8: .csv(.utf8)
        case .gb18030: .csv(.gb18030)
        case .pdf: nil
        }
    }

    /// Why a list of so many lines cannot be taken so; `nil` where it can.
    func fault(_ count: Int) -> String? {
        guard self == .pdf, count > LedgerPaper.mostRows else { return nil }
        return "PDF最多\(LedgerPaper.mostRows)行，这份有\(count)行。请分单位打印，或改选Excel工作簿。"
    }

    var ending: String {
        switch self {
        case .xlsx: "xlsx"
        case .utf8, .gb18030: "csv"
        case .pdf: "pdf"
        }
    }

    var type: Reply.FileType {
        switch self {
        case .xlsx: .workbook
        case .utf8, .gb18030: .csv
        case .pdf: .pdf
        }
    }

    /// Which file, and whether numbers are written out, for those who may see them.
    static func fields(
        _ shown: Shown, chosen: String = "xlsx", workbookHint: String = "可直接打印", mayUnmask: Bool
    ) -> [Field] {
        let formats = [
            Choice("xlsx", "Excel 工作簿（.xlsx）", hint: workbookHint),
            Choice("pdf", "PDF（A4横排）", hint: "表头每页重复，有页码"),
            Choice("utf8", "CSV（UTF-8）", hint: "供其他系统读取"),
            Choice("gb18030", "CSV（GB18030）", hint: "供旧版办公软件打开"),
        ]
        let format = Field(
            "format", "文件格式", .radio(formats, chosen: shown.choice("format", or: chosen)), isRequired: true)
        guard mayUnmask else { return [format] }
        let contents = [
            Choice("masked", "证件号码和电话只显示一部分"), Choice("whole", "完整的证件号码和电话", hint: "要写明用途，记入日志"),
        ]
        return [
            format,
            Field(
                "content", "内容", .radio(contents, chosen: shown.choice("content", or: "masked")),
                isRequired: true),
            Field(
                "purpose", "用途", .text(shown.text("purpose"), limit: 100),
                hint: "选“完整”时必填，例如：上报区人力社保局核对。"),
        ]
    }
}
