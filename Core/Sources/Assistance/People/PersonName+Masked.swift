// SPDX-License-Identifier: Apache-2.0

extension PersonName {
    /// The name for public lists: 李*, 王*兰, 欧阳**, 古***·****.
    ///
    /// Two characters keep the first, longer ones the first and the last. A surname of two characters is
    /// kept, and all behind it hidden, since it says more than a common one. A name with middle dots
    /// keeps its first character and its dots. A single character is hidden.
    public var masked: String {
        let characters = Array(full)
        if characters.count < 2 { return "*" }
        if characters.contains("·") { return Self.keeping(1, of: characters) }
        if characters.count > 2, Self.compoundSurnames.contains(String(characters.prefix(2))) {
            return Self.keeping(2, of: characters)
        }
        guard characters.count > 2, let last = characters.last, !last.isASCII else {
            return Self.keeping(1, of: characters)
        }
        return Self.keeping(1, of: characters.dropLast()) + String(last)
    }

    private static func keeping(_ count: Int, of characters: [Character]) -> String {
        String(characters.prefix(count) + characters.dropFirst(count).map { $0 == "·" ? "·" : "*" })
    }

    /// 复姓: surnames of two characters.
    public static let compoundSurnames: Set<String> = [
        "欧阳", "上官", "司马", "司徒", "司空", "司寇", "诸葛", "东方", "皇甫", "尉迟", "公孙", "公羊",
        "公冶", "慕容", "夏侯", "令狐", "长孙", "宇文", "轩辕", "端木", "独孤", "南宫", "呼延", "闻人",
        "澹台", "申屠", "太史", "太叔", "濮阳", "淳于", "单于", "仲孙", "钟离", "鲜于", "闾丘", "亓官",
        "子车", "颛孙", "巫马", "公西", "漆雕", "乐正", "公良", "拓跋", "夹谷", "宰父", "谷梁", "百里",
        "东郭", "南门", "纳兰", "完颜", "赫连", "万俟", "西门", "左丘", "宗政", "叶赫", "耶律", "贺兰",
    ]
}
