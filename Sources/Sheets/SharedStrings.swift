// SPDX-License-Identifier: Apache-2.0

/// The texts that cells of a workbook refer to by number, end to end in one block of bytes.
///
/// A district's list has millions of them: as strings each would cost some fifty bytes more.
struct SharedStrings {
    private var bytes: [UInt8] = []
    /// Where each text ends.
    private var ends: [UInt32] = []

    init() {}

    /// Reads `sharedStrings.xml`. Rich text is joined, readings above characters are left out.
    init(_ part: ZipPart) throws(SheetFault) {
        var xml = XMLScanner(part)
        let limits = xml.limits
        var start = 0
        reading: while true {
            switch try xml.next() {
            case .end: break reading
            case .empty:
                if xml.isNamed("si"), bytes.count + ends.count * 4 <= limits.sharedTextBytes {
                    ends.append(UInt32(bytes.count))
                }
            case .open:
                if xml.isNamed("si") {
                    start = bytes.count
                } else if xml.letter == UInt8(ascii: "t") {
                    try xml.appendContent(to: &bytes)
                } else if xml.isNamed("rPh") {
                    try xml.skipElement()
                }
                guard bytes.count - start <= limits.textBytes else {
                    throw .textTooLong(limit: limits.textBytes, row: nil)
                }
                guard bytes.count + ends.count * 4 <= min(limits.sharedTextBytes, Int(UInt32.max)) else {
                    throw .unpacksTooLarge(limit: limits.sharedTextBytes)
                }
            case .close: if xml.isNamed("si") { ends.append(UInt32(bytes.count)) }
            case .text: continue
            }
        }
    }

    /// The text of a number, or `nil` when there is none.
    func text(_ index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return bytes.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[start..<Int(ends[index])]), as: UTF8.self)
        }
    }
}

extension XMLScanner {
    /// Appends the text inside the element just opened and steps past its end.
    mutating func appendContent(to bytes: inout [UInt8], isCellText: Bool = true) throws(SheetFault) {
        var depth = 1
        let most = bytes.count + limits.textBytes * 2
        while depth > 0 {
            switch try next() {
            case .text:
                if isCharacterSection {
                    bytes.append(contentsOf: text)
                } else {
                    appendUnescaped(text, to: &bytes, escapesControls: isCellText)
                }
                guard bytes.count <= most else { throw damaged }
            case .open: depth += 1
            case .close: depth -= 1
            case .empty: continue
            case .end: throw damaged
            }
        }
    }

    /// Steps past the end of the element just opened.
    mutating func skipElement() throws(SheetFault) {
        var depth = 1
        while depth > 0 {
            switch try next() {
            case .open: depth += 1
            case .close: depth -= 1
            case .text, .empty: continue
            case .end: throw damaged
            }
        }
    }
}
