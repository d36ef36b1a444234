// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import CivilTime
import Foundation
import Imports
import SamplePeople

/// `--files DIR`: the same made-up district as files, for trying imports and the page that takes them.
struct DemoFiles: ParsableArguments {
    @Option(name: .customLong("files"), help: "另把这个区的单位名单、花名册和答卷写成文件，放进这个文件夹，用来试导入。")
    var folder: String?

    /// Writes the files where they were asked for, and says which.
    ///
    /// - Throws: a complaint when the folder cannot be written; ``SheetFault``.
    func write(_ plan: DistrictPlan, on day: Day, pack: PolicyPack) throws {
        guard let folder else { return }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch { throw Complaint("\(folder): 建不了文件夹，请检查权限和磁盘空间。") }
        let place = URL(filePath: folder, directoryHint: .isDirectory)
        let path = { (name: String) in place.appending(path: name).path(percentEncoded: false) }
        let files = DistrictFiles(plan, on: day, pack: pack)
        try files.writeUnits(to: path("单位.csv"))
        try files.writeRoll(workbook: path("花名册.xlsx"))
        try files.writeRoll(text: path("花名册.csv"))
        try files.writeAnswers(text: path("答卷.csv"))
        Terminal.say("文件写在\(place.path(percentEncoded: false))：单位.csv、花名册.xlsx、花名册.csv、答卷.csv")
    }
}
