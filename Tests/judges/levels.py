#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Carries one case through all three levels in Chromium, each step by the account whose work it is.

Usage: levels.py ADDRESS FOLDER. Seven accounts: village worker, aide, town clerk, specialist, district clerk, expert,
welfare clerk. A step that fails is named on standard error and photographed into FOLDER; the walk goes on. Prints
"N passed, N failed".
"""
import os
import re
import sys
import traceback
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

ADDRESS, FOLDER = sys.argv[1].rstrip("/"), sys.argv[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PASSWORD = "Yanshi-595-Demo"
VILLAGE, AIDE, TOWN, SPECIALIST = "cunwei01", "yuanzhuyuan", "zhenban", "zhuanyuan"
DISTRICT, EXPERT, WELFARE, SUPERVISOR = "quban", "zhuanjia", "gongyi", "dudao"

passed, failures = 0, []


def expect(holds, message):
    if not holds:
        raise AssertionError(message)


class Levels:
    """One browser context for each account; the case is known by its number."""

    def __init__(self, browser, width, height):
        self.browser, self.size = browser, {"width": width, "height": height}
        self.pages, self.console, self.wide = {}, [], {}
        self.case, self.name, self.last = None, None, None

    def page(self, login):
        if login not in self.pages:
            page = self.browser.new_context(viewport=self.size, locale="zh-CN").new_page()
            page.set_default_timeout(10000)
            page.on("pageerror", lambda error: self.console.append(f"{page.url}: {error}"))
            page.goto(f"{ADDRESS}/sign-in")
            page.fill("[name=login]", login)
            page.fill("[name=password]", PASSWORD)
            with page.expect_navigation():
                page.locator("form .button.primary").first.click()
            expect("/sign-in" not in page.url, f"{login} is signed in")
            self.pages[login] = page
        self.last = self.pages[login]
        return self.last

    def open(self, login, path):
        page = self.page(login)
        answer = page.goto(ADDRESS + path)
        width = page.evaluate("document.scrollingElement.scrollWidth")
        if width > self.size["width"]:
            self.wide[re.sub(r"\d+", ":n", path)] = width
        return answer

    def text(self, login):
        return self.page(login).inner_text("main")

    def fill(self, page, fields):
        for name, value in fields.items():
            field = page.locator(f"main [name='{name}']")
            kind = field.first.get_attribute("type") or ""
            tag = field.first.evaluate("node => node.tagName")
            if kind in ("radio", "checkbox"):
                page.check(f"main [name='{name}'][value='{value}']")
            elif tag == "SELECT":
                field.first.select_option(value)
            else:
                field.first.fill(value)

    def send(self, login):
        page = self.page(login)
        with page.expect_navigation() as navigation:
            page.locator("main form .buttons button").first.click()
        return navigation.value

    def act(self, login, act, **fields):
        """Opens the form of an act, fills it in and sends it; the answer must be the page after it."""
        opened = self.open(login, f"/cases/{self.case}/acts/{act}")
        expect(opened.status == 200, f"{login} opens {act}: {opened.status} {self.text(login)[:120]!r}")
        self.fill(self.page(login), fields)
        answer = self.send(login)
        expect(answer.status == 200 and "/acts/" not in self.page(login).url,
               f"{login} does {act}: {answer.status} {self.text(login)[:200]!r}")

    def refused(self, login, act, says, **fields):
        """The same form sent by whoever may not, or too early: the refusal is read on the page."""
        self.open(login, f"/cases/{self.case}/acts/{act}")
        if self.page(login).locator("main form .buttons").count() == 0:
            expect(says in self.text(login), f"{act} is refused to {login}: {self.text(login)[:200]!r}")
            return
        self.fill(self.page(login), fields)
        answer = self.send(login)
        expect(answer.status in (403, 409, 422) and says in self.text(login),
               f"{act} is refused to {login}: {answer.status} {self.text(login)[:200]!r}")

    def step(self, sentence, work):
        global passed
        try:
            work()
            passed += 1
        except Exception as error:  # noqa: BLE001 - any failure is a finding
            picture = os.path.join(FOLDER, f"levels-{len(failures) + 1}.png")
            try:
                self.last.screenshot(path=picture, full_page=True)
            except Exception:  # noqa: BLE001
                picture = "no screenshot"
            failures.append(sentence)
            line = traceback.extract_tb(error.__traceback__)[-1].lineno
            words = str(error).strip().split("\n")[0] or type(error).__name__
            print(f"FAILED {sentence}\n  line {line}: {words}\n  {picture}", file=sys.stderr)

    # The walk

    def choose(self):
        """Somebody of the aide's village who is listed, in the ledger and not registered yet."""
        self.open(VILLAGE, "/cases?stage=listed&mine=0")
        links = self.page(VILLAGE).locator("main table a[href^='/cases/']")
        numbers = {int(re.search(r"/cases/(\d+)", links.nth(i).get_attribute("href")).group(1))
                   for i in range(links.count())}
        for number in sorted(numbers):
            self.case = number
            self.open(TOWN, f"/cases/{number}/acts/enter-register")
            if "请先核实" in self.text(TOWN):
                continue
            if self.open(TOWN, f"/cases/{number}/registration").status == 200:
                self.send(TOWN)
                if "已收到登记申请" in self.page(TOWN).inner_text("body"):
                    return
        raise AssertionError(f"somebody to help among {sorted(numbers)}")

    def recognise(self):
        self.act(TOWN, "tell-processing", signed="yes", note="告知书存档")
        self.act(TOWN, "inform", signed="yes")
        self.refused(TOWN, "recognise", "还没有受理", number="R1")
        self.open(TOWN, f"/cases/{self.case}/application")
        page = self.page(TOWN)
        answer = self.send(TOWN)
        expect(answer.status == 409 and "份材料" in self.text(TOWN), "nothing is accepted while papers are short")
        self.counter(page, re.search(r"\b\d{17}[\dX]\b", self.text(TOWN)).group())
        self.act(TOWN, "recognise", number="R2026-1")
        self.refused(TOWN, "issue-certificate", "请先办理登记")
        self.act(TOWN, "enter-register", note="已录入")
        self.act(TOWN, "issue-certificate")
        self.refused(TOWN, "issue-certificate", "已经登记过")

    def counter(self, page, number):
        """From an ID number to the accepted application by keyboard: at most 12 keys beside the answers."""
        self.open(TOWN, "/counter")
        wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
        page.keyboard.type(wrong)
        with page.expect_navigation() as navigation:
            page.keyboard.press("Enter")
        expect(navigation.value.status == 422, "a forged check digit is refused at the counter")
        self.open(TOWN, "/counter")
        page.keyboard.type(number)
        keys = 1
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.url.endswith(f"/cases/{self.case}/application"), f"the number leads to the application: {page.url}")
        answers = 0
        while page.evaluate("document.activeElement.matches('[data-step] input')") and answers < 99:
            page.keyboard.press("Space")
            answers += 1
        open_rows = page.evaluate(
            "Array.from(document.querySelectorAll('[data-step]')).filter(s => !s.querySelector('input:checked')).length")
        expect(open_rows == 0, f"each of {answers} answers goes on to the next open row, {open_rows} are left")
        keys += 1
        with page.expect_navigation() as navigation:
            page.keyboard.press("Enter")
        expect(navigation.value.status == 200 and "/application" not in page.url,
               f"accepted: {navigation.value.status} {self.text(TOWN)[:200]!r}")
        expect(keys <= 12, f"{keys} keys beside the answers")

    def notice(self):
        self.refused(TOWN, "issue-card", "没有正在进行的公示")
        self.act(VILLAGE, "verify-in-village", finding="属实")
        self.act(VILLAGE, "post-notice", place="村务公开栏")
        self.refused(TOWN, "issue-card", "公示还没有结束")
        self.refused(VILLAGE, "receive-report", "公示还没有结束", words="有铺面")
        self.act(VILLAGE, "receive-objection", words="家里有货车", by="王大明")
        self.refused(VILLAGE, "end-notice", "要到")
        self.open(TOWN, f"/cases/{self.case}/acts/settle-objection")
        expect("王*明" in self.text(TOWN) and "王大明" not in self.text(TOWN), "who objects is masked")
        self.act(TOWN, "settle-objection", upheld="no", words="车是兄弟的")
        self.public()

    def public(self):
        """The notice stands open to everybody, masked; a made-up card code finds nothing."""
        page = self.browser.new_context(viewport=self.size, locale="zh-CN").new_page()
        page.goto(f"{ADDRESS}/public/notices")
        text = page.inner_text("main")
        expect("村" in text and "*" in text, f"the notice is public: {text[:200]!r}")
        expect(not re.search(r"\d{11}", text), "no number of a person stands on it")
        answer = page.goto(f"{ADDRESS}/public/cards/{self.case}-AAAAAAAAAAAAAAAAAAAAAA")
        expect(answer.status == 404 and "没有查到这张卡" in page.inner_text("main"), "a made-up code finds no card")
        page.context.close()

    def other_levels(self):
        self.refused(SPECIALIST, "contact", "没有“村级援助”的权限", words="越级")
        self.refused(EXPERT, "contact", "没有“村级援助”的权限", words="越级")

    def aide_starts(self):
        page = self.page(VILLAGE)
        self.refused(AIDE, "contact", "还没有确定就业援助员", words="先谈谈", view="愿意")
        self.open(VILLAGE, f"/cases/{self.case}/acts/assign")
        page.locator("main label", has_text=self.own_name(AIDE)).first.click()
        expect(self.send(VILLAGE).status == 200, "an aide is assigned")
        self.refused(AIDE, "contact", "本人意见", words="说明援助内容")
        self.act(AIDE, "contact", words="说明援助内容，听取意见", view="想就近上班", mood="steady")
        self.act(AIDE, "tell-vacancy", employer="金丰物业公司", post="保洁员")

    def own_name(self, login):
        """The name that stands in the bar of whoever is signed in."""
        words = self.page(login).locator(".reader").first.evaluate(
            "node => { const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT); const all = [];"
            " while (walk.nextNode()) all.push(walk.currentNode.textContent.trim()); return all; }")
        return [word for word in words if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", word) and word != "待办"][0]

    def village_tries(self):
        self.act(AIDE, "adopt-plan", direction="就近就业", view="同意", item0="推荐岗位", by0="2026-03-20")
        self.refused(AIDE, "hand-up", "还没有到上交的条件", cause="three-failures", reason="试试")
        self.recommend(AIDE, "顺心食品厂")
        self.act(AIDE, "set-interview", planned="2026-03-12", place="厂部", escort="援助员")
        self.act(AIDE, "end-recommendation", code="failed-interview", words="面试没有通过", comment="再练练自我介绍")

    def recommend(self, login, employer):
        self.act(login, "recommend", employer=employer, post="操作工", confirmedBy="李主任 电话核实")

    def hand_up(self):
        self.open(AIDE, f"/cases/{self.case}")
        expect("上交" in self.text(AIDE), "the page proposes to hand up")
        self.act(AIDE, "hand-up", cause="own-reasons", reason="面试未通过，需要职业指导")
        self.refused(AIDE, "contact", "没有“镇级援助”的权限", words="再谈谈")
        self.refused(SPECIALIST, "recommend", "请镇级先接收", employer="甲", post="乙", confirmedBy="丙")

    def town_receives(self):
        self.open(TOWN, "/cases?stage=town-intake")
        expect(f"/cases/{self.case}" in self.page(TOWN).content(), "it waits at the town's intake")
        self.open(TOWN, f"/cases/{self.case}/acts/receive")
        self.page(TOWN).locator("main label", has_text=self.own_name(TOWN)).first.click()
        expect(self.send(TOWN).status == 200, "the town receives it")

    def town_meets(self):
        self.open(TOWN, "/meetings/new?kind=consultation")
        page = self.page(TOWN)
        self.fill(page, {"place": "会议室", "chair": "所长", "attendants": "所长、指导员、培训员"})
        page.check(f"main [name='on-{self.case}']")
        self.fill(page, {f"words-{self.case}": "先做职业指导", f"decision-{self.case}": "就近推荐"})
        option = page.locator(f"main [name='appoint-{self.case}'] option", has_text=self.own_name(SPECIALIST)).first
        page.select_option(f"main [name='appoint-{self.case}']", option.get_attribute("value"))
        answer = self.send(TOWN)
        expect(answer.status == 200 and "/new" not in page.url, f"minutes are kept: {answer.status} {self.text(TOWN)[:300]!r}")

    def specialist_helps(self):
        self.act(SPECIALIST, "adopt-plan", direction="先指导后上岗", view="同意", item0="模拟面试", by0="2026-03-18")
        self.act(SPECIALIST, "contact", words="约定每两周见面", view="愿意配合")
        self.act(SPECIALIST, "sign-agreement", paper="镇2026年协议卷第3号")
        for number in range(3):
            self.recommend(SPECIALIST, f"镇办企业{number + 1}")
            self.act(SPECIALIST, "end-recommendation", code="post-gone", words=f"第{number + 1}次，岗位已满")
        self.refused(SPECIALIST, "hand-up", "还没有到上交的条件", cause="beyond-level", reason="试试")
        self.act(SPECIALIST, "give-up", reason="镇内岗位均已推荐")
        self.act(SPECIALIST, "hand-up", cause="beyond-level", reason="请区里会诊")

    def district_meets(self):
        self.open(DISTRICT, f"/cases/{self.case}/acts/receive")
        self.page(DISTRICT).locator("main label", has_text=self.own_name(DISTRICT)).first.click()
        expect(self.send(DISTRICT).status == 200, "the district receives it")
        self.refused(EXPERT, "adopt-plan", "还没有会诊", direction="甲", view="乙", psychology="丙", training="丁",
                     item0="戊", by0="2026-03-30")
        self.open(DISTRICT, "/meetings/new?kind=panel")
        page = self.page(DISTRICT)
        self.fill(page, {"place": "区人力社保局", "chair": "主任", "attendants": "指导、培训、心理专家"})
        page.check(f"main [name='on-{self.case}']")
        self.fill(page, {f"words-{self.case}": "信心不足", f"decision-{self.case}": "心理调适后推荐"})
        option = page.locator(f"main [name='appoint-{self.case}'] option", has_text=self.own_name(EXPERT)).first
        page.select_option(f"main [name='appoint-{self.case}']", option.get_attribute("value"))
        answer = self.send(DISTRICT)
        expect(answer.status == 200 and "/new" not in page.url, f"the panel is kept: {answer.status} {self.text(DISTRICT)[:300]!r}")

    def expert_helps(self):
        self.act(EXPERT, "adopt-plan", direction="恢复信心", view="愿意试试", psychology="每周谈心",
                 training="模拟面试两次", item0="职业测评", by0="2026-03-25")
        self.act(EXPERT, "contact", words="建立信任", view="愿意")
        self.act(EXPERT, "test", instrument="职业兴趣问卷", result="适合动手工作")
        for number in range(3):
            self.recommend(EXPERT, f"区属企业{number + 1}")
            self.act(EXPERT, "end-recommendation", code="employer-rejected", whose="other", words=f"第{number + 1}家要年轻人")
        self.refused(EXPERT, "hand-to-welfare", "个案分析", reason="家庭困难")
        self.act(EXPERT, "analyse", course="三级推荐未成功", causes="年龄偏大")
        self.act(EXPERT, "hand-to-welfare", reason="家庭特别困难")

    def placed(self):
        self.act(WELFARE, "agree-placement", organisation="社区公益性就业组织", post="绿化养护", starts="2026-03-20")
        self.refused(WELFARE, "start-placement", "未经培训不得上岗")
        self.act(WELFARE, "train", course="岗前培训", result="合格")
        self.act(WELFARE, "start-placement")
        self.open(DISTRICT, f"/cases/{self.case}")
        expect("已就业" in self.text(DISTRICT), "the case is employed")

    def registered(self):
        self.refused(TOWN, "register-work", "还没有通知办理就业登记", employer="社区公益性就业组织", place="本村")
        self.act(TOWN, "notify", words="带身份证到镇社保所登记")
        self.act(TOWN, "register-work", place="本村")
        self.refused(TOWN, "follow-up", "没有", judged="stable", situation="越级")
        self.act(AIDE, "follow-up", judged="unstable", situation="嫌累，想走", leaving="yes", mood="low")
        self.act(SPECIALIST, "retain", words="谈心，调整岗位")
        self.act(SPECIALIST, "close-concern", result="愿意继续干")
        self.act(AIDE, "follow-up", judged="stable", situation="已经适应", mood="steady")

    def told(self):
        """The page of the case tells the whole way, in the manual's steps and colours."""
        self.open(SUPERVISOR, f"/cases/{self.case}")
        page = self.page(SUPERVISOR)
        expect(page.locator(".steps > li").count() == 19, f"19 steps: {page.locator('.steps > li').count()}")
        for level in ("green", "yellow", "red"):
            expect(page.locator(f".steps > li.{level}").count() > 0, f"a step of {level}")
        self.open(SUPERVISOR, f"/cases/{self.case}?tab=history")
        for words in ("作出认定", "上交", "会商", "专家会诊", "转公益性岗位安置", "到公益性岗位上岗", "办理就业登记", "回访"):
            expect(words in self.text(SUPERVISOR), f"the history tells: {words}")

    def counted(self):
        self.open(SUPERVISOR, "/goal")
        for words in ("出现", "认定", "帮扶", "稳定"):
            expect(words in self.text(SUPERVISOR), f"the counter {words}")

    def walk(self):
        self.step("01.w5 the town has the registration of somebody listed", self.choose)
        self.step("02.w3 accepted before recognised, by the town", self.recognise)
        self.step("02.w3 no card before the notice is over", self.notice)
        self.step("00.levels no other level acts in a case of the village", self.other_levels)
        self.step("03.w1 03.w2 05.r1 an aide is assigned, asks for the person's view, tells a vacancy", self.aide_starts)
        self.step("03.w3 05.w2 L.04 the village tries, and hands nothing up without cause", self.village_tries)
        self.step("05.w4 handed up for own reasons; the village acts no more, the town not before it received", self.hand_up)
        self.step("06.w1 the town receives and names who sees to it", self.town_receives)
        self.step("06.r2 07.w1 the consultation appoints the specialist", self.town_meets)
        self.step("06.r1 07.w2 10.w5 the specialist plans, signs, tries three times and hands up", self.specialist_helps)
        self.step("11.r1 12.r1 the panel meets and appoints the expert", self.district_meets)
        self.step("11.r2 14.r3 the expert plans, tries three times, writes the analysis", self.expert_helps)
        self.step("15.r1 trained before the start in the welfare post", self.placed)
        self.step("16.r1 17.r2 18.w1 notified, registered, followed up, kept in work", self.registered)
        self.step("00.levels the case tells its way in nineteen steps", self.told)
        self.step("00.goal the four counters stand", self.counted)
        self.step("no page is wider than the screen", lambda: expect(not self.wide, f"too wide: {self.wide}"))
        self.step("no script complains", lambda: expect(not self.console, "; ".join(self.console)))


def run(*walks):
    """Each walk in turn in one Chromium; ends the program with what passed."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for walk, width, height in walks:
            walk(chromium, width, height).walk()
        chromium.close()
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    run((Levels, 1366, 768))
