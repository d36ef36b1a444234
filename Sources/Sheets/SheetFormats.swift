// SPDX-License-Identifier: Apache-2.0

import CXlsxWriter

/// The styles of one workbook, made once each.
struct SheetFormats {
    let title: UnsafeMutablePointer<lxw_format>?
    let lineLeft: UnsafeMutablePointer<lxw_format>?
    let lineRight: UnsafeMutablePointer<lxw_format>?
    let header: UnsafeMutablePointer<lxw_format>?
    let note: UnsafeMutablePointer<lxw_format>?
    let reason: UnsafeMutablePointer<lxw_format>?
    private let good: Cells
    private let bad: Cells

    private struct Cells {
        let text, wrapped, number, money, date: UnsafeMutablePointer<lxw_format>?
    }

    private static let red: lxw_color_t = 0xFF_C7CE
    private static let grey: lxw_color_t = 0x80_8080
    private static let pale: lxw_color_t = 0xE7_EDF3

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        func make(_ change: (UnsafeMutablePointer<lxw_format>?) -> Void) -> UnsafeMutablePointer<lxw_format>?
        {
            let format = workbook_add_format(workbook)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
            change(format)
            return format
        }
        func cells(isBad: Bool) -> Cells {
            func cell(_ numbers: String?, wraps: Bool = false) -> UnsafeMutablePointer<lxw_format>? {
                make {
                    if let numbers { format_set_num_format($0, numbers) }
                    if wraps { format_set_text_wrap($0) }
                    if isBad { format_set_bg_color($0, SheetFormats.red) }
                    format_set_border($0, UInt8(LXW_BORDER_THIN.rawValue))
                }
            }
            return Cells(
                text: cell("@"), wrapped: cell("@", wraps: true), number: cell(nil), money: cell("#,##0.00"),
                date: cell("yyyy-mm-dd"))
        }
        title = make {
            format_set_bold($0)
            format_set_font_size($0, 16)
            format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        lineLeft = make { format_set_align($0, UInt8(LXW_ALIGN_LEFT.rawValue)) }
        lineRight = make { format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
        header = make {
            format_set_bold($0)
            format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue))
            format_set_text_wrap($0)
            format_set_bg_color($0, SheetFormats.pale)
            format_set_border($0, UInt8(LXW_BORDER_THIN.rawValue))
        }
        note = make {
            format_set_italic($0)
            format_set_font_color($0, SheetFormats.grey)
            format_set_text_wrap($0)
            format_set_border($0, UInt8(LXW_BORDER_THIN.rawValue))
        }
        reason = make {
            format_set_text_wrap($0)
            format_set_font_color($0, 0x9C_0006)
            format_set_border($0, UInt8(LXW_BORDER_THIN.rawValue))
        }
        good = cells(isBad: false)
        bad = cells(isBad: true)
    }

    /// The style of a column's cells.
    func cell(_ kind: SheetColumn.Kind, isBad: Bool) -> UnsafeMutablePointer<lxw_format>? {
        let cells = isBad ? bad : good
        return switch kind {
        case .text: cells.text
        case .wrapped: cells.wrapped
        case .number: cells.number
        case .money: cells.money
        case .date: cells.date
        }
    }
}
