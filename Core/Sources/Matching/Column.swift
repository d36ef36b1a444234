// SPDX-License-Identifier: Apache-2.0

/// A row of numbers of fixed length for the inner loops: no bounds checks in release, no copies.
///
/// The solver reads some ten million of these in a batch; checked arrays double its time.
/// The only file of the module that touches memory by pointer.
struct Column<Element: BitwiseCopyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private(set) var count: Int

    init(repeating value: Element, count: Int) {
        self.count = count
        base = .allocate(capacity: max(count, 1))
        base.initialize(repeating: value, count: max(count, 1))
    }

    init(_ values: [Element]) {
        count = values.count
        base = .allocate(capacity: max(count, 1))
        for (place, value) in values.enumerated() { (base + place).initialize(to: value) }
    }

    deinit { base.deallocate() }

    subscript(place: Int32) -> Element {
        @inline(__always) get {
            assert(place >= 0 && Int(place) < count)
            return base[Int(place)]
        }
        @inline(__always) nonmutating set {
            assert(place >= 0 && Int(place) < count)
            base[Int(place)] = newValue
        }
    }

    /// Makes room for at least so many numbers, doubling so that growing stays cheap.
    mutating func grow(to wanted: Int, filling value: Element) {
        guard wanted > count else { return }
        let room = max(wanted, 2 * count)
        let grown = UnsafeMutablePointer<Element>.allocate(capacity: room)
        grown.initialize(from: base, count: count)
        (grown + count).initialize(repeating: value, count: room - count)
        base.deallocate()
        (base, count) = (grown, room)
    }

    /// The numbers as a list.
    var values: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
