#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Walks one case from the list of openings to the hand-up in Chromium: match, letter, interview, outcome, three times.

Usage: matching.py ADDRESS FOLDER. The server must hold a fresh demo district in which the aide helps somebody, and
show 2026-03-30. Prints "N passed, N failed".
"""
import re
from urllib.parse import urlsplit

import levels
from levels import ADDRESS, AIDE, TOWN, expect

TODAY = "2026-03-30"


class Matching(levels.Levels):
    """The aide's case, from matching to the town."""

    def __init__(self, browser, width, height):
        super().__init__(browser, width, height)
        self.taken = []

    def links(self, selector):
        found = self.page(AIDE).locator(selector)
        return [found.nth(place).get_attribute("href") for place in range(found.count())]

    def open_fully(self, login, path):
        """Opens a page and looks that it is there and no wider than the screen."""
        answer = self.open(login, path)
        expect(answer.status == 200, f"{login} opens {path}: {answer.status}")

    def count(self, state):
        """The figure on the tab of a state."""
        self.open_fully(AIDE, f"/recommendations?state={state}")
        tab = self.page(AIDE).locator("main nav.tabs a[aria-current=page] .count")
        return int(tab.first.inner_text())

    # The walk

    def choose(self):
        self.open_fully(AIDE, "/cases?stage=village&who=mine")
        numbers = [int(re.search(r"\d+", link).group()) for link in self.links("main table a[href^='/cases/']")]
        expect(numbers, "the aide helps somebody")
        self.case = numbers[0]
        self.before = self.count("unsuccessful")

    def match(self):
        """The best opening that was not tried yet, with why it fits, is recommended from its own line."""
        self.open_fully(AIDE, f"/cases/{self.case}/openings")
        expect("为什么" in self.text(AIDE), "each opening tells why it fits")
        ways = self.links(f"main a[href^='/cases/{self.case}/acts/recommend?vacancy=']")
        way = next(link for link in ways if link not in self.taken)
        self.taken.append(way)
        self.open_fully(AIDE, way)
        answer = self.send(AIDE)
        expect(answer.status == 200 and "/acts/" not in self.page(AIDE).url,
               f"recommended: {answer.status} {self.text(AIDE)[:200]!r}")
        waiting = self.count("to-arrange")
        expect(waiting >= 1, f"it waits for an interview: {waiting}")

    def letter(self):
        """推荐介绍信: numbered and put out as PDF."""
        self.open_fully(AIDE, f"/cases/{self.case}/papers")
        page = self.page(AIDE)
        form = page.locator("main form[action*='/papers/letter']").last
        expect(form.count() == 1, "the letter can be printed")
        fields = form.evaluate(
            "node => Array.from(new FormData(node).entries()).map(([name, value]) => [name, String(value)])")
        answer = page.request.post(ADDRESS + urlsplit(form.get_attribute("action")).path
                                   + "?" + urlsplit(form.get_attribute("action")).query,
                                   form=dict(fields), max_redirects=0)
        expect(answer.status == 200 and answer.body().startswith(b"%PDF"),
               f"the letter is a PDF: {answer.status} {answer.headers.get('content-type')}")

    def newest(self, act):
        """The link of an act for the newest recommendation in the list."""
        found = self.links(f"main a[href^='/cases/{self.case}/acts/{act}?of=']")
        expect(found, f"{act} stands in the list")
        return sorted(found, key=lambda link: int(re.search(r"of=(\d+)", link).group(1)))[-1]

    def interview(self):
        """Set from the list of those that wait; without anybody going along it is asked why."""
        self.open_fully(AIDE, "/recommendations?state=to-arrange")
        way = self.newest("set-interview")
        self.open_fully(AIDE, way)
        self.fill(self.page(AIDE), {"planned": TODAY, "place": "单位人事部"})
        expect(self.send(AIDE).status in (409, 422), "somebody goes along or it is said why not")
        self.fill(self.page(AIDE), {"escort": "就业援助员"})
        expect(self.send(AIDE).status == 200, f"the interview is set: {self.text(AIDE)[:200]!r}")
        expect(urlsplit(self.page(AIDE).url).path == "/recommendations", "back at the list")
        self.open_fully(AIDE, "/interviews")
        text = self.text(AIDE)
        expect("单位人事部" in text and "就业援助员" in text, "the week shows where and who goes along")
        self.open_fully(AIDE, f"/interviews/paper?week={TODAY}")
        expect("单位人事部" in self.page(AIDE).inner_text("body"), "the week prints")

    def outcome(self, number):
        """面试 took place, and it came to nothing."""
        self.open_fully(AIDE, "/recommendations?state=to-interview")
        self.open_fully(AIDE, self.newest("move-recommendation"))
        self.fill(self.page(AIDE), {"step": "interviewed"})
        expect(self.send(AIDE).status == 200, "the interview took place")
        self.open_fully(AIDE, "/recommendations?state=to-report")
        self.open_fully(AIDE, self.newest("end-recommendation"))
        self.fill(self.page(AIDE), {
            "code": "employer-rejected", "whose": "other", "words": f"第{number}家另有人选", "comment": "表现不错"})
        expect(self.send(AIDE).status == 200, f"the outcome is kept: {self.text(AIDE)[:200]!r}")
        count = self.count("unsuccessful")
        expect(count == self.before + number, f"{number} without success: {count}")
        left = 3 - number
        words = "3次，应办上交" if left == 0 else f"{number}次，再{left}次上交"
        expect(words in self.text(AIDE), f"the way to the hand-up is told: {words}")

    def again(self, number):
        self.match()
        self.letter()
        self.interview()
        self.outcome(number)

    def first(self):
        self.interview()
        self.outcome(1)

    def too_early(self):
        self.refused(AIDE, "hand-up", "还没有到上交的条件", cause="three-failures", reason="试试")

    def hand_up(self):
        self.open_fully(AIDE, "/recommendations?state=unsuccessful")
        way = self.newest("hand-up")
        self.open_fully(AIDE, way)
        self.fill(self.page(AIDE), {"cause": "three-failures", "reason": "三次推荐未成功，请镇级会商"})
        answer = self.send(AIDE)
        expect(answer.status == 200 and "/acts/" not in self.page(AIDE).url,
               f"handed up: {answer.status} {self.text(AIDE)[:200]!r}")
        self.open_fully(TOWN, "/cases?stage=town-intake")
        expect(f"/cases/{self.case}" in self.page(TOWN).content(), "it waits at the town's intake")

    def looked_at(self):
        """The lists also stand on a telephone, and for the town."""
        for path in ("/recommendations", "/interviews", "/outbox", "/ledgers/vacancies", "/market"):
            self.open_fully(TOWN, path)

    def walk(self):
        self.step("05.w2 the aide has a case to find work for", self.choose)
        self.step("05.w2 an opening is recommended from the list, which tells why it fits", self.match)
        self.step("05.w2 the letter is numbered and printed", self.letter)
        self.step("05.w3 05.r3 05.w4 an interview is set with who goes along; it comes to nothing", self.first)
        self.step("05.w4 no hand-up after one", self.too_early)
        self.step("05.w4 the second", lambda: self.again(2))
        self.step("05.w4 the third", lambda: self.again(3))
        self.step("05.w4 the hand-up is due, and done", self.hand_up)
        self.step("10.r3 10.w2 10.w4 the town's lists open", self.looked_at)
        self.step("no page is wider than the screen", lambda: expect(not self.wide, f"too wide: {self.wide}"))
        self.step("no script complains", lambda: expect(not self.console, "; ".join(self.console)))


class OnTelephone(Matching):
    """The lists at a telephone's width."""

    def walk(self):
        self.step("the lists open on a telephone", self.looked_at)
        self.step("no list is wider than a telephone", lambda: expect(not self.wide, f"too wide: {self.wide}"))


if __name__ == "__main__":
    levels.run((Matching, 1366, 768), (OnTelephone, 360, 740))
