// SPDX-License-Identifier: Apache-2.0
import NIOCore

/// A piece of finished, escaped markup.
///
/// The value holds bytes, not a tree: text is escaped the moment it enters, a piece is put into
/// another by copying it, and a page reaches the socket as one copy. Pieces that never change (a
/// menu, a head) may therefore be kept and reused. Two pieces are equal when their markup is.
public struct HTML: Hashable, Sendable {
    /// The markup as UTF-8.
    public internal(set) var bytes: [UInt8]

    /// Takes over markup that the writer below has made.
    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Nothing at all: what an absent part of a page is.
    public static let empty = HTML(bytes: [])

    /// True when the piece writes nothing.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The markup as text, for tests and for papers that are kept as files.
    public var source: String { String(decoding: bytes, as: UTF8.self) }

    /// Text as a reader sees it; every character that markup could mistake is escaped.
    public static func text(_ text: String) -> HTML {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 8)
        bytes.appendEscaped(text)
        return HTML(bytes: bytes)
    }

    /// Markup written in the program itself. Nothing that came from a person can get here.
    public static func raw(_ markup: StaticString) -> HTML {
        var bytes: [UInt8] = []
        bytes.append(static: markup)
        return HTML(bytes: bytes)
    }

    /// Pieces one after another.
    public static func join(_ pieces: HTML...) -> HTML { join(pieces) }

    /// Pieces one after another.
    public static func join(_ pieces: [HTML]) -> HTML {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
        for piece in pieces { bytes.append(contentsOf: piece.bytes) }
        return HTML(bytes: bytes)
    }

    /// One piece for each thing of a list, in order.
    public static func each<Things: Sequence>(_ things: Things, _ piece: (Things.Element) -> HTML) -> HTML {
        var bytes: [UInt8] = []
        for thing in things { bytes.append(contentsOf: piece(thing).bytes) }
        return HTML(bytes: bytes)
    }

    /// The piece when there is something to show, otherwise nothing.
    public static func with<Thing>(_ thing: Thing?, _ piece: (Thing) -> HTML) -> HTML {
        thing.map(piece) ?? .empty
    }

    /// The piece when the condition holds, otherwise nothing; the piece is not built in vain.
    public static func when(_ condition: Bool, _ piece: @autoclosure () -> HTML) -> HTML {
        condition ? piece() : .empty
    }

    /// Puts the markup at the end of a response's buffer.
    public func write(into buffer: inout ByteBuffer) { buffer.writeBytes(bytes) }

    /// One piece after the other.
    public static func + (left: HTML, right: HTML) -> HTML {
        HTML(bytes: left.bytes + right.bytes)
    }

    /// Puts a piece at the end of this one.
    public static func += (left: inout HTML, right: HTML) { left.bytes.append(contentsOf: right.bytes) }
}

extension HTML: ExpressibleByStringInterpolation {
    /// Text in the program, escaped like any other.
    public init(stringLiteral text: String) { self = .text(text) }
}
