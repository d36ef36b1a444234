// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Wording

/// 失业登记申请表, 农村劳动力转移就业求职登记申请表 (01.w5, 02.w3).
struct RegistrationForm: PaperContent {
    let person: PaperPerson
    let title: String
    let isRural: Bool
    let received: String
}

/// 就业失业登记证, 农村劳动力转移就业证: the page of our record of it (02.w3).
struct CertificateRecord: PaperContent {
    let person: PaperPerson
    let title, certificate, issued, registered, categories, recognition, decided: String
    /// What became of the registration since then.
    let rows: [Row]

    struct Row: Encodable { let day, what, words, by: String }
}

extension PaperCase {
    private var isRural: Bool { person.facts.registration?.isRural == true }

    var registrationForm: RegistrationForm {
        RegistrationForm(
            person: block(.registrationForm), title: isRural ? "农村劳动力转移就业求职登记申请表" : "失业登记申请表",
            isRural: isRural, received: found.registered?.inDocuments ?? "")
    }

    func certificateRecord(_ basis: Recorded<CaseEvent>) -> CertificateRecord? {
        let number: String
        switch basis.event {
        case .recognition(.certificateIssued(let given, _)), .recognition(.certificateStands(let given)),
            .recognition(.certificateReplaced(let given, _)):
            number = given
        case _: return nil
        }
        let kind = found.recognition.certificates?.last { $0.number == number }?.kind
        let isRural = kind.map { $0 == .transfer } ?? isRural
        return CertificateRecord(
            person: block(.certificate), title: isRural ? "农村劳动力转移就业证登记页" : "就业失业登记证登记页",
            certificate: number, issued: basis.occurred.inDocuments,
            registered: found.registered?.inDocuments ?? "", categories: shortCategories,
            recognition: found.recognition.number,
            decided: found.recognition.recognised?.inDocuments ?? "",
            rows: history.filter(\.event.changesRegistration).map { entry in
                CertificateRecord.Row(
                    day: entry.occurred.inDocuments, what: Event.assistanceCase(entry.event).kind.words,
                    words: entry.event.detail, by: names[entry.by] ?? "")
            })
    }
}

extension CaseEvent {
    /// Whether a certificate's page of changes tells of the act: registration, recognition, its yearly check,
    /// work, end.
    fileprivate var changesRegistration: Bool {
        switch self {
        case .registrationReceived, .ended, .reopened: true
        case .recognition(.recognised), .recognition(.rechecked), .recognition(.registerEntered),
            .recognition(.certificateIssued), .recognition(.certificateReplaced),
            .recognition(.certificateVoided), .recognition(.certificateChecked),
            .recognition(.registrationEnded):
            true
        case .work(.registered), .work(.jobLost): true
        case _: false
        }
    }
}
