// SPDX-License-Identifier: Apache-2.0

extension SheetFault {
    /// What happened and what to do next, for the person who chose the file.
    public var says: String {
        switch self {
        case .unreadable: "文件打不开，请确认文件还在，并且没有被其他软件占用。"
        case .emptyFile: "这个文件是空的，没有任何内容。"
        case .damaged(let part):
            "文件已损坏或没有传完整\(part.isEmpty ? "" : "（\(part)）")，请用 WPS 或 Excel 打开后另存为 .xlsx，再上传。"
        case .encrypted: "这个表格设了打开密码，请去掉密码后再上传。"
        case .oldWorkbook: "这是旧版 .xls 文件，请另存为 .xlsx"
        case .binaryWorkbook: "这是二进制工作簿（.xlsb），请另存为 .xlsx"
        case .openDocument: "这是 .ods 表格，请另存为 .xlsx"
        case .webPage: "这是网页格式的表格（只是名字像 .xls），请用 WPS 或 Excel 打开后另存为 .xlsx"
        case .notATable: "这不是表格文件，请上传 .xlsx 或 .csv 文件。"
        case .noSheet: "这个工作簿里没有可读的工作表。"
        case .noSuchSheet(let name): "工作簿里没有名为“\(name)”的工作表。"
        case .noRows: "表格里没有内容，请填写后再上传。"
        case .fileTooLarge(let limit): "文件太大，最多 \(limit / 1_048_576) MB，请分成几个文件上传。"
        case .unpacksTooLarge(let limit): "表格展开后超过 \(limit / 1_048_576) MB，请分成几个文件上传。"
        case .packedTooTightly: "文件的压缩程度不正常，为安全起见没有读取。请把内容复制到新表格后再上传。"
        case .tooManyRows(let limit): "表格超过 \(limit) 行，请分成几个文件上传。"
        case .tooManyColumns(let limit, let row): "第 \(row) 行超过 \(limit) 列，请删去多余的列后再上传。"
        case .textTooLong(let limit, let row):
            "\(row.map { "第 \($0) 行" } ?? "")有单元格的文字过长（超过 \(limit) 字节），请删减后再上传。"
        case .unknownEncoding: "文件的文字编码认不出来，请另存为 .xlsx 或 UTF-8 编码的 .csv 再上传。"
        case .unclosedQuote(let line): "第 \(line) 行的引号没有成对，请检查后再上传，或者改用 .xlsx 文件。"
        case .unwritable(let reason): "表格文件没有写成（\(reason)），请检查磁盘空间后重试。"
        case .unwritableContent(let reason): "这些内容不能写进表格（\(reason)）。"
        }
    }
}
