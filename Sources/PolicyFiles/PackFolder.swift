// SPDX-License-Identifier: Apache-2.0

import Assistance
import CivilTime
import Foundation
import Questionnaire
import Seals

/// 政策包文件夹: everything that a district may change without a programmer.
///
/// `pack.yaml` (name, entry window, test numbers), `units.yaml`, `hardship.yaml`, `lists.yaml`,
/// `questionnaire.yaml`, `deadlines.yaml`, the folder `calendar`, and `papers.yaml`, `matching.yaml` and
/// `telling.yaml`, which may be left out.
public enum PackFolder {
    /// Reads a whole pack.
    ///
    /// - Throws: all faults of all files, each with file and line; nothing of a faulty pack is used.
    public static func read(_ folder: String) throws(PolicyFaults) -> PolicyPack {
        var reading = PackReading(folder: folder)
        return try reading.pack()
    }
}

/// A pack half read, with the faults of every file met on the way.
struct PackReading {
    let folder: String
    var faults: [PolicyFault] = []

    init(folder: String) {
        var path = folder
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.folder = path
    }

    mutating func pack() throws(PolicyFaults) -> PolicyPack {
        let head = part("pack.yaml", PackFile.read)
        let units = part("units.yaml", UnitsFile.read)
        let hardship = part("hardship.yaml", HardshipFile.read)
        let lists = part("lists.yaml", PackLists.read)
        let form = part("questionnaire.yaml", QuestionnaireFile.read)
        let rules = part("deadlines.yaml", DeadlinesFile.read)
        let papers = papers()
        let fitting = fitting()
        let telling = telling()
        let days = folder + "/calendar"
        let calendar = collect { () throws(PolicyFaults) in try CalendarFolder.read(days) }
        if let form { check(form) }
        if let lists { check(lists) }
        guard faults.isEmpty, let head, let units, let hardship, let lists, let form, let rules, let papers,
            let fitting, let telling, let calendar
        else { throw PolicyFaults(faults) }
        return PolicyPack(
            name: head.name, title: head.title, digest: try PackDigest.of(folder), units: units,
            calendar: calendar, rules: rules, hardship: hardship, window: head.window, form: form,
            identity: head.identity, lists: lists.merging(formLists(form)) { own, _ in own },
            papers: papers, vacancies: head.vacancies, fitting: fitting, telling: telling)
    }

    /// papers.yaml, or what every office asks for where the pack leaves it out.
    private mutating func papers() -> PaperRules? {
        guard FileManager.default.fileExists(atPath: folder + "/papers.yaml") else { return .minimum }
        return part("papers.yaml", PapersFile.read)
    }

    /// matching.yaml, or the usual weights where the pack leaves it out.
    private mutating func fitting() -> FitRules? {
        guard FileManager.default.fileExists(atPath: folder + "/matching.yaml") else { return .usual }
        return part("matching.yaml", MatchingFile.read)
    }

    /// telling.yaml, or an information pack alone where the pack leaves it out.
    private mutating func telling() -> TellingRules? {
        guard FileManager.default.fileExists(atPath: folder + "/telling.yaml") else { return .minimum }
        return part("telling.yaml", TellingFile.read)
    }

    /// 02.r1, L.03: nobody is refused or leaves but on a ground that the district has written down.
    private mutating func check(_ lists: [String: [String]]) {
        for name in LegalGrounds.requiredLists where lists[name] == nil {
            faults.append(
                PolicyFault(file: folder + "/lists.yaml", line: 0, says: "缺少“\(name)”，不予认定和退出的理由必须列出。"))
        }
    }

    /// One file of the pack; `nil` after noting its faults.
    private mutating func part<Part>(
        _ name: String, _ read: (String, String) throws(PolicyFaults) -> Part
    ) -> Part? {
        let path = folder + "/" + name
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            faults.append(PolicyFault(file: path, line: 0, says: "文件不在、读不出来，或不是UTF-8编码。"))
            return nil
        }
        return collect { () throws(PolicyFaults) in try read(text, path) }
    }

    private mutating func collect<Part>(_ read: () throws(PolicyFaults) -> Part) -> Part? {
        do throws(PolicyFaults) {
            return try read()
        } catch {
            faults += error.list
            return nil
        }
    }

    /// The questionnaire must hold what the registry lives on, and ask for no number that nobody works out.
    private mutating func check(_ form: Form) {
        let path = folder + "/questionnaire.yaml"
        for item in ["id_number", "name", "q1"] where form.item(ItemID(item)) == nil {
            faults.append(PolicyFault(file: path, line: 0, says: "缺少“\(item)”这一项，答卷无法记到人。"))
        }
        for fact in form.facts.subtracting(SurveyDerivation.checkFactNames).sorted() {
            faults.append(PolicyFault(file: path, line: 0, says: "系统算不出“\(fact)”这个数，请从矛盾检查中去掉。"))
        }
    }

    /// The lists that the questionnaire holds already and other files use too.
    private func formLists(_ form: Form) -> [String: [String]] {
        ["peoples": form.item("ethnicity")?.kind.options.map(\.code) ?? []]
    }
}

extension SurveyDerivation {
    /// The numbers that ``checkFacts(_:interviewed:schedule:)`` works out.
    static let checkFactNames: Set = ["age", "of-working-age", "months-to-retirement"]
}
