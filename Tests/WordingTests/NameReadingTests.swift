// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Wording

@Suite("姓名拼音")
struct NameReadingTests {
    @Test(arguments: [
        ("王秀兰", "wxl", "wangxiulan"), ("单雄信", "sxx", "shanxiongxin"), ("仇英", "qy", "qiuying"),
        ("解晓东", "xxd", "xiexiaodong"), ("区志强", "ozq", "ouzhiqiang"), ("曾国藩", "zgf", "zengguofan"),
        ("查良镛", "zly", "zhaliangyong"), ("任红", "rh", "renhong"), ("盖叫天", "gjt", "gejiaotian"),
        ("尉迟恭", "ycg", "yuchigong"), ("万俟卨", "mqx", "moqixie"), ("长孙无忌", "zswj", "zhangsunwuji"),
        ("乐毅", "yy", "yueyi"), ("翟天临", "ztl", "zhaitianlin"), ("覃红", "qh", "qinhong"),
        ("召红", "sh", "shaohong"), ("折红", "sh", "shehong"), ("秘红", "bh", "bihong"), ("员红", "yh", "yunhong"),
        ("种红", "ch", "chonghong"), ("繁红", "ph", "pohong"), ("单于红", "syh", "shanyuhong"),
        ("朴树", "ps", "piaoshu"), ("缪红", "mh", "miaohong"), ("澹台红", "tth", "tantaihong"),
        ("欧阳红", "oyh", "ouyanghong"), ("李单", "ld", "lidan"), ("张乐", "zl", "zhangle"),
    ])
    func `the likeliest reading comes first`(name: String, initials: String, full: String) {
        let reading = NameReading(of: name)
        #expect(reading.initials.first == initials)
        #expect(reading.full.first == full)
    }

    @Test(arguments: [
        ("黑小虎", ["hxh"], ["heixiaohu", "hexiaohu"]), ("吕布", ["lb"], ["lvbu", "lubu", "lyubu"]),
        ("王绿", ["wl"], ["wanglv", "wanglu", "wanglyu"]), ("单红", ["sh", "dh"], ["shanhong", "danhong"]),
        ("王晟", ["wc", "ws"], ["wangcheng", "wangsheng"]), ("王乐", ["wl", "wy"], ["wangle", "wangyue"]),
        ("朴红", ["ph"], ["piaohong", "puhong"]), ("王明", ["wm"], ["wangming"]),
        ("员红", ["yh"], ["yunhong"]), ("吕榈", ["ll"], ["lvlv", "lulu", "lyulyu"]),
        ("王Ivan", ["wi"], ["wangivan"]),
        ("吕乐", ["ll", "ly"], ["lvle", "lule", "lyule", "lvyue"]), ("尉迟明", ["ycm"], ["yuchiming"]),
        ("王曾", ["wz", "wc"], ["wangzeng", "wangceng"]),
    ])
    func `every reading that a clerk may think of is given`(name: String, initials: [String], full: [String])
    {
        #expect(NameReading(of: name).initials == initials)
        #expect(NameReading(of: name).full == full)
    }

    @Test(arguments: ["李长乐", "曾乐重", "吕绿女", "单长朝行晟", "乐乐乐乐乐乐乐乐"])
    func `never more than four, the likeliest first and none twice`(name: String) {
        let reading = NameReading(of: name)
        for keys in [reading.initials, reading.full] {
            #expect((1...NameReading.mostVariants).contains(keys.count))
            #expect(Set(keys).count == keys.count)
        }
    }

    @Test(arguments: ["·", "•", "‧", "・", "．", "."])
    func `a name of parts is found as a whole and by each part`(dot: String) {
        let reading = NameReading(of: "古丽米热" + dot + "艾比布力")
        #expect(reading.initials == ["glmrabbl", "abbl"])
        #expect(reading.full == ["gulimireaibibuli", "aibibuli"])
    }

    @Test func `the head of a name of parts is not read as a surname`() {
        #expect(NameReading(of: "单木·红").full.first == "danmuhong")
        #expect(NameReading(of: "单木红").full.first == "shanmuhong")
    }

    @Test(arguments: [
        ("𠮷田", "𠮷t", "𠮷tian"), ("王𠮷", "w𠮷", "wang𠮷"), ("王　芳", "wf", "wangfang"), (" 王 芳 ", "wf", "wangfang"),
        ("John Smith", "js", "johnsmith"), ("Ｊｏｈｎ", "j", "john"), ("José", "j", "jose"),
        ("Jose\u{301}f", "j", "josef"),
        ("葛\u{E0100}红", "gh", "gehong"),
        ("王芳2", "wf2", "wangfang2"), ("單紅", "sh", "shanhong"), ("歐陽紅", "oyh", "ouyanghong"),
        ("尉遲恭", "ycg", "yuchigong"),
    ])
    func `spaces, other scripts and unknown characters do no harm`(
        name: String, initials: String, full: String
    ) {
        #expect(NameReading(of: name).initials.first == initials)
        #expect(NameReading(of: name).full.first == full)
    }

    @Test(arguments: ["", " ", "·", "--"])
    func `a name of nothing has no keys`(name: String) {
        #expect(NameReading(of: name).initials.isEmpty)
        #expect(NameReading(of: name).full.isEmpty)
    }

    @Test(arguments: [
        ("WXL", "wxl"), ("Wáng Xiù'lán", "wangxiulan"), ("wang xiu-lan", "wangxiulan"), ("lü bu", "lvbu"),
        ("LǙBU", "lvbu"),
        ("ｗｘｌ", "wxl"), ("𠮷t", "𠮷t"), ("Müller", "muller"), ("", ""),
    ])
    func `what is typed takes the form of the keys`(typed: String, key: String) {
        #expect(NameReading.searchKey(typed) == key)
    }

    /// The readings are put together from those of single characters; the system's own reading of the whole
    /// name must be among them, for 2,000 names made from these characters by a fixed rule.
    @Test func `single readings put together agree with the reading of the whole name`() throws {
        let surnames = Array("王李张刘陈曾单仇解区查任翟覃召折乐宁车石叶沈华燕")
        let given = Array("伟芳秀英敏静丽强磊军洋勇艳杰涛明超兰霞平刚桂玉萍红建国文辉力永世广志义兴良海山仁波福生龙全胜学祥才发武新利乐重长行朝晟曾茜单解车")
        let transform = StringTransform("Han-Latin/Names; Latin-ASCII")
        var state: UInt64 = 20_260_921
        func pick(_ from: [Character]) -> String {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return String(from[Int(state >> 33) % from.count])
        }
        for _ in 0..<2000 {
            let name = pick(surnames) + pick(given) + (state >> 40 & 1 == 0 ? pick(given) : "")
            let whole = try #require(name.applyingTransform(transform, reverse: false))
            let reading = NameReading(of: name).full
            #expect(reading.contains(whole.filter { $0 != " " }), "\(name): \(whole), \(reading)")
        }
    }

    @Test func `many tasks read at once and agree`() async {
        let names = ["王秀兰", "单雄信", "尉迟恭", "古丽米热·艾比布力", "李长乐", "吕布"]
        let alone = names.map(NameReading.init(of:))
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 {
                group.addTask { (0..<50).allSatisfy { _ in names.map(NameReading.init(of:)) == alone } }
            }
            for await agrees in group { #expect(agrees) }
        }
    }
}
