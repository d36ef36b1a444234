// SPDX-License-Identifier: Apache-2.0

import Assistance
import Sheets

/// 身份证号 as it stands in a cell.
enum IdentityCell {
    case number(IdentityNumber)
    /// From a number of the first generation.
    case converted(IdentityNumber)
    /// Kept as a number by table software, which cut it.
    case damaged
    /// Wrong, with the text without what nobody sees.
    case fault(IdentityFault, text: String)

    static let damagedSays =
        "身份证号被表格软件改坏，后几位已丢失，改不回来。请用模板重填：先把这一列设为“文本”格式，再照证件填18位号码。"

    static func read(_ cell: SheetCell, rules: IdentityRules) -> IdentityCell {
        let text = IdentityNumber.normalised(CellText.plain(cell))
        // Fifteen digits fit a number cell whole.
        let isOld = text.utf8.count == 15 && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        if !isOld, CellText.isDamagedIDNumber(cell) { return .damaged }
        switch IdentityNumber.read(text, rules: rules) {
        case .success(let number): return .number(number)
        case .failure(.fifteenDigits):
            switch IdentityNumber.converting15(text, rules: rules) {
            case .success(let number): return .converted(number)
            case .failure(let fault): return .fault(fault, text: text)
            }
        case .failure(.roundedBySpreadsheet): return .damaged
        case .failure(let fault): return .fault(fault, text: text)
        }
    }
}

extension IdentityFault {
    /// Whether a register may have the number so: its shape is right and its content is not.
    var mayStandInRegister: Bool {
        switch self {
        case .unknownProvince, .impossibleDate, .bornInFuture, .checkCharacter: true
        case .empty, .length, .character, .fifteenDigits, .centenarianSequence, .roundedBySpreadsheet: false
        }
    }
}
