// SPDX-License-Identifier: Apache-2.0
import CivilTime

/// One of the nineteen steps as a case stands with it (00.levels).
public struct MappedStep: Hashable, Sendable {
    public let step: ProcedureStep
    public let state: State
    /// How many acts of the step stand: in steps 01 and 02 of the whole case, in the others of the present round.
    public let acts: Int
    /// The day of the newest of them.
    public let last: Day?

    /// Where a case stands with a step.
    public enum State: Hashable, Sendable {
        case done, current, ahead
        /// Not needed on this case's way.
        case spared
    }
}

extension AssistanceCase {
    /// 流程图: all nineteen steps, computed from what the case is and what its journal holds.
    public func map(of journal: [Recorded<CaseEvent>]) -> [MappedStep] {
        let standing = journal.standing
        let round = standing.lastIndex {
            if case .reopened = $0.event { true } else { false }
        }
        var done: [ProcedureStep: [Day]] = [:]
        for (place, entry) in standing.enumerated() {
            guard let step = entry.event.step, step.rawValue < 3 || place > round ?? -1 else { continue }
            done[step, default: []].append(entry.occurred)
        }
        return ProcedureStep.allCases.map { step in
            MappedStep(
                step: step, state: state(of: step, done.mapValues(\.count)), acts: done[step]?.count ?? 0,
                last: done[step]?.max())
        }
    }

    private func state(of step: ProcedureStep, _ counts: [ProcedureStep: Int]) -> MappedStep.State {
        let acts = counts[step] ?? 0
        return switch step {
        case .survey: registered != nil || recognition.recognised != nil || !isLive ? .done : .current
        case .recognition: recognising(acts)
        case .employmentRegistration:
            care.registered != nil ? .done : isLive && care.job != nil ? .current : untouched(acts)
        case .followUp: care.registered != nil && isLive ? .current : untouched(acts)
        case .retention: care.concern != nil && isLive ? .current : untouched(acts)
        case .furtherTraining: untouched(acts)
        case .aide, .entryGuidance, .villageVacancies, .consultation, .specialist, .guidance, .training,
            .townVacancies, .panel, .expert, .professionalGuidance, .districtVacancies, .welfarePost:
            helping(step, counts)
        }
    }

    /// Done with the card in hand, or when an upheld objection leaves none to give (02.w3).
    private func recognising(_ acts: Int) -> MappedStep.State {
        guard recognition.recognised != nil else {
            let hasBegun = registered != nil || recognition.accepted != nil
            return isLive && hasBegun ? .current : untouched(acts)
        }
        let isOpen = recognition.card.isEmpty && recognition.notice?.isUpheld != true
        return isLive && isOpen ? .current : .done
    }

    private func untouched(_ acts: Int) -> MappedStep.State {
        acts > 0 ? .done : isLive ? .ahead : .spared
    }

    /// Steps 03 to 15: below the holder passed, at the holder under way, above it to come.
    private func helping(_ step: ProcedureStep, _ counts: [ProcedureStep: Int]) -> MappedStep.State {
        let acts = counts[step] ?? 0
        guard isLive, care.job == nil else { return acts > 0 ? .done : .spared }
        guard let holder = care.holder else { return acts > 0 ? .done : .ahead }
        if step.level.depth > holder.depth { return acts > 0 ? .done : .spared }
        if step.level.depth < holder.depth { return acts > 0 ? .done : .ahead }
        if isComplete(step, acts) { return .done }
        return acts > 0 || step == nextStep(at: holder, counts) ? .current : .ahead
    }

    /// The first step of the holder's own that is not complete; steps may interleave (spec/flow.md, rule 4).
    private func nextStep(at holder: Level, _ counts: [ProcedureStep: Int]) -> ProcedureStep? {
        if care.handedToWelfare != nil { return .welfarePost }
        // Training is for those who need it, and a welfare post only for those handed to it.
        return ProcedureStep.allCases.first {
            $0.isOfHolder && $0.level == holder && $0 != .training && $0 != .welfarePost
                && !isComplete($0, counts[$0] ?? 0)
        }
    }

    private func isComplete(_ step: ProcedureStep, _ acts: Int) -> Bool {
        switch step {
        case .aide:
            care.assignment(at: .village) != nil && care.contactCount(at: .village) > 0
                && care.plan(.entry) != nil
        case .consultation: care.consulted != nil && care.plan(.personal) != nil
        case .specialist:
            care.assignment(at: .town)?.isInterim == false && care.metSpecialist != nil
                && care.isAgreementSettled
        case .panel: care.panel != nil && care.plan(.professional) != nil
        case .expert:
            care.assignment(at: .district)?.isInterim == false && care.contactCount(at: .district) > 0
        case .entryGuidance, .guidance, .professionalGuidance: acts > 0
        case .training: care.isTrained
        case .districtVacancies: care.handedToWelfare != nil
        case .welfarePost: care.welfare?.started != nil
        case .survey, .recognition, .villageVacancies, .townVacancies, .employmentRegistration, .followUp,
            .retention, .furtherTraining:
            false
        }
    }
}

extension [Recorded<CaseEvent>] {
    /// The entries that stand: neither withdrawals nor withdrawn.
    public var standing: [Recorded<CaseEvent>] {
        let gone = withdrawals
        return filter { entry in
            if case .withdrawn = entry.event { false } else { gone[entry.id] == nil }
        }
    }

    /// Which act was withdrawn by which entry.
    public var withdrawals: [ActID: Recorded<CaseEvent>] {
        reduce(into: [:]) { found, entry in
            if case .withdrawn(let act, _) = entry.event { found[act] = entry }
        }
    }
}
