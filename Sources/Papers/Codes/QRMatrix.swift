// SPDX-License-Identifier: Apache-2.0

/// The modules of a code while it is drawn.
struct QRMatrix {
    private(set) var rows: [[Bool]]
    /// Modules that no data stand in and no mask turns.
    private var isFixed: [[Bool]]
    private let layout: QRLayout

    private var side: Int { layout.side }

    init(_ layout: QRLayout, bits: [Bool]) {
        self.layout = layout
        let empty = [[Bool]](repeating: [Bool](repeating: false, count: layout.side), count: layout.side)
        rows = empty
        isFixed = empty
        drawTimings()
        for (x, y) in [(3, 3), (side - 4, 3), (3, side - 4)] { drawFinder(x, y) }
        drawAlignments()
        drawFormat(mask: 0)
        drawVersion()
        drawData(bits)
    }

    /// The same with a mask over its data.
    func masked(_ mask: Int) -> QRMatrix {
        var copy = self
        for y in 0..<side {
            for x in 0..<side where !isFixed[y][x] && Self.turns(mask, x, y) { copy.rows[y][x].toggle() }
        }
        copy.drawFormat(mask: mask)
        return copy
    }

    private static func turns(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (x / 3 + y / 2) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        case 7: ((x + y) % 2 + x * y % 3) % 2 == 0
        case _: preconditionFailure("there are eight masks")
        }
    }

    private mutating func fix(_ x: Int, _ y: Int, _ isDark: Bool) {
        guard rows.indices.contains(y), rows.indices.contains(x) else { return }
        rows[y][x] = isDark
        isFixed[y][x] = true
    }

    private mutating func drawTimings() {
        for place in 0..<side {
            fix(6, place, place % 2 == 0)
            fix(place, 6, place % 2 == 0)
        }
    }

    private mutating func drawFinder(_ x: Int, _ y: Int) {
        for down in -4...4 {
            for across in -4...4 {
                let ring = max(abs(down), abs(across))
                fix(x + across, y + down, ring != 2 && ring != 4)
            }
        }
    }

    private mutating func drawAlignments() {
        guard let last = layout.centres.last else { return }
        for y in layout.centres {
            for x in layout.centres where ![(6, 6), (6, last), (last, 6)].contains(where: { $0 == (x, y) }) {
                for down in -2...2 {
                    for across in -2...2 { fix(x + across, y + down, max(abs(down), abs(across)) != 1) }
                }
            }
        }
    }

    /// Level M (bits 00) and the mask, twice.
    private mutating func drawFormat(mask: Int) {
        var rest = mask
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        let bits = (mask << 10 | rest) ^ 0x5412
        func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0..<6 { fix(8, place, bit(place)) }
        fix(8, 7, bit(6))
        fix(8, 8, bit(7))
        fix(7, 8, bit(8))
        for place in 9..<15 { fix(14 - place, 8, bit(place)) }
        for place in 0..<8 { fix(side - 1 - place, 8, bit(place)) }
        for place in 8..<15 { fix(8, side - 15 + place, bit(place)) }
        fix(8, side - 8, true)
    }

    private mutating func drawVersion() {
        guard layout.version >= 7 else { return }
        var rest = layout.version
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
        let bits = layout.version << 12 | rest
        for place in 0..<18 {
            let isDark = bits >> place & 1 == 1
            let (far, near) = (side - 11 + place % 3, place / 3)
            fix(far, near, isDark)
            fix(near, far, isDark)
        }
    }

    /// Two columns at a time from the right, upwards and downwards by turns; the timing column is left out.
    private mutating func drawData(_ bits: [Bool]) {
        var place = 0
        var isUpwards = true
        for right in stride(from: side - 1, through: 1, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
            for step in 0..<side {
                let y = isUpwards ? side - 1 - step : step
                for x in [right, right - 1] where !isFixed[y][x] && place < bits.count {
                    rows[y][x] = bits[place]
                    place += 1
                }
            }
            isUpwards.toggle()
        }
    }

    /// How hard the code is to read: long runs, blocks, look-alikes of the finders, uneven darkness.
    var penalty: Int {
        let columns = (0..<side).map { x in rows.map { $0[x] } }
        let lines = rows + columns
        let dark = rows.joined().count { $0 }
        let unevenness = abs(dark * 20 - side * side * 10) / (side * side)
        return lines.map(Self.runs).reduce(0, +) + blocks * 3 + lines.map(Self.lookalikes).reduce(0, +) * 40
            + unevenness * 10
    }

    private static func runs(_ line: [Bool]) -> Int {
        var sum = 0
        var length = 0
        for (place, isDark) in line.enumerated() {
            length = place > 0 && line[place - 1] == isDark ? length + 1 : 1
            if length == 5 { sum += 3 } else if length > 5 { sum += 1 }
        }
        return sum
    }

    private var blocks: Int {
        var count = 0
        for y in 1..<side {
            for x in 1..<side {
                let corner = rows[y][x]
                if rows[y][x - 1] == corner, rows[y - 1][x] == corner, rows[y - 1][x - 1] == corner {
                    count += 1
                }
            }
        }
        return count
    }

    private static let finder = [true, false, true, true, true, false, true]
    private static let light = [Bool](repeating: false, count: 4)

    private static func lookalikes(_ line: [Bool]) -> Int {
        (0...line.count - 11).count {
            let part = Array(line[$0..<$0 + 11])
            return part == finder + light || part == light + finder
        }
    }
}
