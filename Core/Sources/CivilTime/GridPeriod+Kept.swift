// SPDX-License-Identifier: Apache-2.0

extension GridPeriod {
    /// A period as it was kept beside an obligation; new ones come from ``Grid``.
    public init(kept grid: Grid, number: Int, first: Day, last: Day) {
        self.grid = grid
        self.number = number
        self.first = first
        self.last = last
    }
}
