// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

extension MemoryStore {
    /// An empty store for a part of a district that is worked out here and then written elsewhere: it keeps the
    /// changes that it takes in, and numbers new subjects of a kind from `numbers` on.
    public convenience init(recordingFrom numbers: [SubjectKind: Int]) {
        self.init()
        write { state in
            state.recorded = []
            state.numbers = numbers.mapValues { $0 - 1 }
        }
    }

    /// The changes taken in since the store was made or last asked, in their order.
    public func takeRecorded() -> [Change] {
        write { state in
            defer { state.recorded = [] }
            return state.recorded ?? []
        }
    }
}
