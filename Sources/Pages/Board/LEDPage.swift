// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Wording

/// LED 大屏: vacancies on a full screen that pages by itself, without keyboard.
///
/// The first rows are in the page, so that a screen without script still shows something; the script turns the
/// pages, asks for the newest list and keeps the last one with its time when the network is gone.
public struct LEDPage: Sendable {
    public var district: String
    public var jobs: [BoardJob]
    /// When the list was made, in words.
    public var made: String
    public var assets: Assets

    public init(district: String, jobs: [BoardJob], made: String, assets: Assets) {
        self.district = district
        self.jobs = jobs
        self.made = made
        self.assets = assets
    }

    /// Rows on one screen.
    public static let rowsAScreen = 8

    public var document: HTML {
        let head = ["岗位", "用人单位", "待遇", "工作地点", "还招"]
        return assets.document(
            title: "招聘岗位", style: "led", styles: ["led.css"], scripts: [.led],
            .join(
                .element("header", [], .h1("\(district)招聘岗位")),
                .element(
                    "table",
                    [
                        .id("jobs"), .data("rows", String(Self.rowsAScreen)),
                        .data("source", "/public/led.json"),
                        .data("made", made),
                    ],
                    .element("thead", [], .element("tr", [], head.map { .element("th", [], .text($0)) })),
                    .element("tbody", [], jobs.prefix(Self.rowsAScreen).map(row))),
                .element(
                    "footer", [],
                    .element("span", [.id("news"), Attribute("role", "status")], .text("更新时间 \(made)")),
                    .element("span", [.id("page")], ""), .element("span", [], "报名：村（社区）、镇（街道）公共就业服务窗口，不收费"))))
    }

    private func row(_ job: BoardJob) -> HTML {
        .element(
            "tr", [],
            [job.facts.post, job.employer, job.facts.pay.words, job.place, "\(job.seatsLeft)人"].map {
                .element("td", [], .text($0))
            })
    }
}
