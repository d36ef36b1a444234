// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assistance
import Foundation
import Imports

/// `yuanzhu template KIND`: the workbook that `yuanzhu import` takes in.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "生成导入用的模板（.xlsx），附填写说明。")

    @Argument(help: "种类：roll劳动力名册、units社区（村）名单、survey调查问卷、calendar放假安排、employers用人单位、vacancies岗位信息。")
    var kind: ImportKind
    @Option(name: .customLong("out"), help: "写到这个文件；不写时在当前文件夹，用模板自己的名字。")
    var file: String?
    @OptionGroup var policy: PolicyPlace

    func run() throws {
        let template = try ImportTemplate.workbook(kind, form: policy.pack().form)
        let path = file ?? template.name
        do {
            try Data(template.bytes).write(to: URL(filePath: path), options: .atomic)
        } catch { throw Complaint("\(path): 写不进去，请检查文件夹是否存在、是否有权限。") }
        Terminal.say("模板已写到\(path)。")
    }
}
