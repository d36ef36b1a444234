// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A worker that was started, and how far it is.
struct RunningWorker {
    let worker: TypesettingWorker
    /// Tells its words from those of one that is gone.
    let generation: Int
    let reader: Task<Void, Never>
    var reading = AnswerReading()
    /// Whether it takes orders.
    var isWarm = false
    /// What it has set so far.
    var papers = 0

    var processNumber: Int32 { worker.process.processIdentifier }

    /// Whether it is worn out.
    func isWorn(_ wear: TypesettingWear) -> Bool {
        isWarm && wear.isReached(papers: papers, process: processNumber)
    }

    /// Ends it at once.
    func end() {
        reader.cancel()
        worker.kill()
    }
}
