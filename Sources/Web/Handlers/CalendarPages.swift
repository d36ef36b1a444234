// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import Pages
import Seals

/// 工作日历: looked at by year, and renewed when the State Council's notice is out.
enum CalendarPages {
    static let routes: [Routes.Entry] = [
        .get("/calendar", .changeCalendar, show),
        .post("/calendar", .changeCalendar, load),
    ]

    static func show(_ ask: Ask) async throws -> Reply { .page(page(ask, [])) }

    private static func page(_ ask: Ask, _ faults: [FieldFault]) -> CalendarPage {
        let today = ask.office.today
        let year = ask.query.number("year").flatMap { (1...9999).contains($0) ? $0 : nil } ?? today.year
        return CalendarYearView(calendar: ask.office.pack.calendar, year: year, today: today)
            .page(context: ask.formContext, faults: faults)
    }

    /// Every open deadline follows at once: what the new calendar moves is counted and said.
    static func load(_ ask: Ask) async throws -> Reply {
        try await ask.retrying(place: { _ in "file" }) { reading in
            guard let file = ask.form.files.first(where: { $0.field == "file" }) else {
                reading.fault("file", "请选择放假安排文件。")
                try reading.finish()
                throw FormBroken()
            }
            guard let notice = try read(file, ask, &reading) else { throw FormFaulty(faults: reading.faults) }
            let digest = SHA256.digest(of: Array(notice.text.utf8)).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
            let isNew = try await ask.office.loadCalendar(
                year: notice.year.year, text: notice.text, digest: digest, by: ask.actor, once: ask.once)
            let link = Link("/calendar", query: [("year", String(notice.year.year))])
            guard isNew else { return .redirect(link, Flash(.note, "这份安排已经在用，没有变化。")) }
            let pack = ask.site.pack
            ask.site.adopt(
                pack.with(calendar: WorkCalendar(years: Array(pack.calendar.years.values) + [notice.year])))
            let moved = try await ask.site.office().rederiveDuties().differences.count
            return .done(link, "\(notice.year.year)年的放假安排已启用，\(moved)份档案的期限随之改变。")
        } form: {
            page(ask, $0.faults)
        }
    }

    private static func read(
        _ file: UploadedFile, _ ask: Ask, _ reading: inout FormReading
    ) throws -> CalendarNotice? {
        do {
            return try ask.site.readCalendar(file.bytes, file.name)
        } catch let faults as CalendarFaults {
            for sentence in faults.sentences.prefix(50) { reading.fault("file", sentence) }
            return nil
        }
    }
}
