// SPDX-License-Identifier: Apache-2.0
import CivilTime

extension AssistanceCase {
    /// 02.w1, 02.w3: into the register only whoever belongs there, one live registration and one good certificate
    /// a person; a number once given stays with its certificate.
    func obstacleToRegistering(_ event: RecognitionEvent, _ given: Given) -> Obstacle? {
        switch event {
        case .registerEntered: obstacleToEntering(given)
        case .certificateIssued(let number, _): obstacleToIssuing(number)
        case .registerStands: recognition.liveRegistration == nil ? .notInRegister : needsRecognition
        case .certificateStands: recognition.liveCertificate == nil ? .noCertificate : needsRecognition
        case .certificateReplaced(let number, let reason):
            if reason.isEmpty {
                .wordsMissing(.certificateReplaced, what: .reason)
            } else {
                number.isEmpty ? .wordsMissing(.certificateReplaced, what: .number) : needsCertificate
            }
        case .certificateVoided(let reason):
            reason.isEmpty ? .wordsMissing(.certificateVoided, what: .reason) : needsCertificate
        case .certificateChecked: obstacleToYearlyCheck(given)
        case .registrationEnded: recognition.liveRegistration == nil ? .notInRegister : nil
        case _: nil
        }
    }

    private var needsCertificate: Obstacle? { recognition.liveCertificate == nil ? .noCertificate : nil }

    private func obstacleToEntering(_ given: Given) -> Obstacle? {
        guard registered != nil else { return .noRegistration }
        if recognition.liveRegistration != nil { return .alreadyDone(.registerEntered) }
        return given.bars.isEmpty ? nil : .cannotRegister(given.bars)
    }

    private func obstacleToIssuing(_ number: String) -> Obstacle? {
        if number.isEmpty { return .wordsMissing(.certificateIssued, what: .number) }
        if recognition.liveRegistration == nil { return .notInRegister }
        return recognition.liveCertificate == nil ? nil : .alreadyDone(.certificateIssued)
    }

    /// 年检: once in a calendar year, from the year after the issue on.
    private func obstacleToYearlyCheck(_ given: Given) -> Obstacle? {
        guard let certificate = recognition.liveCertificate else { return .noCertificate }
        if let checked = certificate.checked, checked.year >= given.day.year {
            return .alreadyDone(.certificateChecked)
        }
        let first = Day(year: certificate.issued.year + 1, month: 1, day: 1) ?? given.day
        return given.day < first ? .notBefore(first) : nil
    }
}
