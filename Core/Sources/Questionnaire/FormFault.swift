// SPDX-License-Identifier: Apache-2.0

/// Why a written form is not sound, and where.
public struct FormFault: Error, Hashable, Sendable {
    /// The item, or the contradiction's code, at which it stands; empty for the form as a whole.
    public let place: String
    /// What is wrong there.
    public let what: What

    /// What can be wrong with a form.
    public enum What: Hashable, Sendable {
        /// No items at all.
        case empty
        /// A second item, or a second contradiction, of the same name.
        case duplicate
        /// A second item with the same number on the paper.
        case duplicateNumber(String)
        /// The same option, or another spelling of it, twice.
        case duplicateOption(String)
        /// A choice without options.
        case noOptions
        /// More options than can be told apart (64, with the texts that conditions compare).
        case tooManyOptions
        /// More ticks demanded than there are options, or none.
        case badCount(Int)
        /// A jump to an item that does not exist.
        case unknownTarget(option: String, ItemID)
        /// A jump to the item itself or an earlier one: the interview might never end.
        case backwards(option: String, ItemID)
        /// A jump to a write-in: it belongs to its own question.
        case jumpIntoWriteIn(option: String, ItemID)
        /// A jump from a write-in, or from an item of several ticks.
        case jumpNotFromSingleChoice
        /// A condition speaks of an item that does not exist.
        case unknownItem(ItemID)
        /// A condition speaks of an option that does not exist.
        case unknownOption(ItemID, String)
        /// A population note speaks of an item that comes later.
        case laterItem(ItemID)
        /// A population note rests on something other than single choices.
        case noteNotOnSingleChoice(ItemID)
        /// A population note rests on a fact of the caller.
        case noteOnFact(String)
        /// A write-in that does not stand right behind its question.
        case writeInApart(ItemID)
        /// A write-in whose note speaks of another item than its question.
        case writeInRefersElsewhere(ItemID)
        /// No route asks it.
        case unreachable
        /// More routes than can be enumerated.
        case tooManyRoutes
        /// Closed form and walk along jumps and notes differ under these answers: a fault of the engine.
        case closedFormDiffers([String])
    }

    /// States a fault.
    public init(at place: String, _ what: What) {
        self.place = place
        self.what = what
    }
}

/// Every fault of a written form, in its order.
public struct FormFaults: Error, Hashable, Sendable {
    /// At least one.
    public let faults: [FormFault]
}
