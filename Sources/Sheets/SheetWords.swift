// SPDX-License-Identifier: Apache-2.0

/// The few words that written tables hold besides what the caller gives.
enum SheetWords {
    /// The last column of a sheet that tells why rows were refused.
    static let reasons = "错误原因"
    /// Between the reasons of one row.
    static let between = "；"
    /// The hidden sheet that holds long lists of choices.
    static let dictionary = "字典"
    static let yes = "是"
    static let no = "否"
    static let choiceTitle = "请重新选择"
    static let choiceMessage = "请从下拉列表中选择。"
    /// At the foot of each printed page.
    static let pages = "&C第 &P 页　共 &N 页"
}
