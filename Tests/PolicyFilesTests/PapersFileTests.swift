// SPDX-License-Identifier: Apache-2.0

import Assistance
import Foundation
import PolicyFiles
import Testing

@Suite("papers.yaml: 02.r4 02.w1")
struct PapersFileTests {
    @Test func `02.r4: the shipped list knows each kind and asks something of every declared category`()
        throws
    {
        let papers = try PackFolder.read(PackCopy.shipped.path()).papers
        let facts = PaperFacts(isRural: true, members: 2)
        for kind in ApplicationKind.allCases {
            #expect(!papers.required(for: [kind], categories: [], facts: facts).isEmpty, "\(kind)")
        }
        let plain = papers.required(for: [.recognition], categories: [], facts: facts).count
        for category in HardshipCategory.allCases {
            let own = papers.required(for: [.recognition], categories: [category], facts: facts).count
            #expect(own > plain, "\(category)")
        }
        let family = papers.required(for: [.recognition], categories: [.zeroEmployment], facts: facts)
            .first { $0.id.rawValue == "members-cards" }
        #expect(family?.originals == 2)
    }

    @Test func `a pack without the file asks for what every office asks for`() throws {
        let copy = try PackCopy()
        defer { copy.remove() }
        try FileManager.default.removeItem(at: copy.folder.appending(path: "papers.yaml"))
        #expect(try PackFolder.read(copy.folder.path()).papers == .minimum)
    }

    private static let sound = """
        papers:
          - id: card
            name: 身份证
            for: [recognition]
            originals: 1
            copies: 2
            from: 派出所
            why: 身份
        """

    @Test(arguments: [
        ("copies: 2", "copies: viele", "file:6:", "copies应是0到20的整数。"),
        ("copies: 2", "copies: 21", "file:6:", "copies应是0到20的整数。"),
        ("for: [recognition]", "for: [pension]", "file:4:", "for里的“pension”不认识"),
        ("why: 身份", "because: 身份", "file:8:", "不认识“because”"),
        ("from: 派出所", "from: ''", "file:7:", "“from”没有写。"),
        ("id: card", "id: 身份证", "file:2:", "只能用小写英文字母"),
        ("why: 身份", "why: 身份\n    categories: [c14]", "file:9:", "categories里的“c14”不认识"),
        ("why: 身份", "why: 身份\n    each-member: maybe", "file:9:", "each-member只能写yes或no。"),
        ("originals: 1\n    copies: 2", "originals: 0\n    copies: 0", "", "不用列出。"),
        ("papers:", "papers: []\nmore:", "", "papers至少要有一份材料。"),
    ])
    func `02.r4: a fault is told with its line`(old: String, new: String, place: String, says: String) throws
    {
        #expect(try PapersFile.read(Self.sound, file: "file").rules.count == 1)
        let text = Self.sound.replacing(old, with: new)
        #expect(text != Self.sound)
        do throws(PolicyFaults) {
            _ = try PapersFile.read(text, file: "file")
            Issue.record("no fault")
        } catch {
            let told = error.list.map(\.description)
            #expect(told.contains { $0.contains(says) && $0.hasPrefix(place) }, "\(told)")
        }
    }

    @Test func `a code stands once`() throws {
        let twice = Self.sound + "\n" + Self.sound.split(separator: "\n").dropFirst().joined(separator: "\n")
        #expect(throws: PolicyFaults.self) { try PapersFile.read(twice, file: "file") }
    }
}
