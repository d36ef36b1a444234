// SPDX-License-Identifier: Apache-2.0

import CivilTime
import Foundation

/// The `calendar` folder of a policy pack: one YAML file a year, named by the year.
public enum CalendarFolder {
    /// Reads all `.yaml` files of a folder into one calendar.
    ///
    /// - Throws: all faults of all files; a folder that cannot be read, or holds no year, is a fault too.
    public static func read(_ folder: String) throws(PolicyFaults) -> WorkCalendar {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw PolicyFaults([PolicyFault(file: folder, line: 0, says: "文件夹读不出来。")])
        }
        var years: [CalendarYear] = []
        var faults: [PolicyFault] = []
        for name in names.filter({ $0.hasSuffix(".yaml") }).sorted() {
            do throws(PolicyFaults) {
                years.append(try readYear(named: name, in: folder))
            } catch {
                faults += error.list
            }
        }
        if names.allSatisfy({ !$0.hasSuffix(".yaml") }) {
            faults.append(PolicyFault(file: folder, line: 0, says: "没有一个年份的放假安排文件。"))
        }
        guard faults.isEmpty else { throw PolicyFaults(faults) }
        return WorkCalendar(years: years)
    }

    private static func readYear(named name: String, in folder: String) throws(PolicyFaults) -> CalendarYear {
        let path = folder + "/" + name
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw PolicyFaults([PolicyFault(file: path, line: 0, says: "文件读不出来，或不是UTF-8编码。")])
        }
        let year = try CalendarFile.read(text, file: path)
        guard name == "\(year.year).yaml" else {
            let says = "文件名应与年份一致：\(year.year).yaml。"
            throw PolicyFaults([PolicyFault(file: path, line: 0, says: says)])
        }
        return year
    }
}
