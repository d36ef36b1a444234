// SPDX-License-Identifier: Apache-2.0

/// 十九步: the manual's steps, each of one level (00.levels). Raw values are the manual's numbers.
public enum ProcedureStep: Int, CaseIterable, Hashable, Sendable {
    /// 入户调查走访.
    case survey = 1
    case recognition, aide, entryGuidance, villageVacancies
    case consultation, specialist, guidance, training, townVacancies
    case panel, expert, professionalGuidance, districtVacancies, welfarePost
    case employmentRegistration, followUp, retention, furtherTraining

    /// Whose step it is: green, yellow or red on the manual's map (00.levels).
    public var level: Level {
        switch self {
        case .survey, .aide, .entryGuidance, .villageVacancies, .followUp: .village
        case .recognition, .consultation, .specialist, .guidance, .training, .townVacancies,
            .employmentRegistration, .retention, .furtherTraining:
            .town
        case .panel, .expert, .professionalGuidance, .districtVacancies, .welfarePost: .district
        }
    }

    /// Whether only the level that holds the case works in it: steps 03 to 15 (spec/flow.md, rule 2).
    public var isOfHolder: Bool { (3...15).contains(rawValue) }
}
