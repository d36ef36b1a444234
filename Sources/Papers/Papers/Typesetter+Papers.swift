// SPDX-License-Identifier: Apache-2.0
import CivilTime
import Wording

extension Typesetter {
    /// Papers as one PDF, in their order.
    ///
    /// - Throws: ``TypesettingFault``.
    public func pdf(
        of papers: [Paper], isForArchive: Bool = false, stamp: Instant
    ) async throws -> [UInt8] {
        try await pdf(TypesettingOrder(papers.map(\.sheetful), isForArchive: isForArchive, stamp: stamp))
    }
}
