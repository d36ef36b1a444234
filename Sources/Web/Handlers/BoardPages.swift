// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Desk
import HTTPTypes
import Hummingbird
import Imports
import NIOCore
import Pages
import Seals
import Wording

/// 招聘岗位 for everybody: board, single posts, feed, notice and LED screen, without login (14.r1).
///
/// Only vacancies that are open and verified, and nothing of persons.
struct BoardPages: Sendable {
    let site: Site

    /// Registers them; gives the methods that each address takes.
    func add(to router: Router<WebContext>) -> [String: Set<HTTPRequest.Method>] {
        let pages: [(String, @Sendable (Visit) async throws -> Response)] = [
            ("/public/jobs", board), ("/public/jobs/:id", job), ("/public/jobs.atom", feed),
            ("/public/notice", notice), ("/public/led", led), ("/public/led.json", ledList),
        ]
        for (address, answer) in pages {
            router.get(RouterPath(address)) { request, context in
                try await answer(
                    Visit(
                        request: request, office: site.office(),
                        query: Fields(urlEncoded: request.uri.query ?? ""),
                        id: context.parameters.get("id").flatMap { Int($0) }))
            }
        }
        return Dictionary(pages.map { ($0.0, [.get]) }, uniquingKeysWith: { $1 })
    }

    /// One question of somebody unknown.
    struct Visit: Sendable {
        let request: Request
        let office: Office
        let query: Fields
        let id: Int?
    }

    // MARK: The board

    private func board(_ visit: Visit) async throws -> Response {
        let (office, query) = (visit.office, visit.query)
        let after = query["after"].map { Cursor($0) }
        let found = try await office.board(try Self.query(query, office), after: after)
        let page = BoardPage(
            district: site.districtName,
            filter: FilterRow(page: "/public/jobs", fields: VacancyFilters.fields(query, in: office)),
            jobs: found.rows.map { Self.job($0, office) }, count: found.count,
            first: after == nil ? nil : Self.link("/public/jobs", query, nil),
            next: found.next.map { Self.link("/public/jobs", query, $0) },
            notice: Self.link("/public/notice", query, nil))
        return answer(shell.document(page), to: visit)
    }

    private func job(_ visit: Visit) async throws -> Response {
        guard let id = visit.id, let row = try await visit.office.boardVacancy(VacancyID(id)) else {
            throw PageMissing()
        }
        let posting = JobPosting(
            row, district: site.districtName, place: Self.unit(row, visit.office),
            origin: site.settings.origin)
        let page = BoardJobPage(job: Self.job(row, visit.office), structured: posting.json)
        return answer(shell.document(page), to: visit)
    }

    private var shell: PlainShell { PlainShell(office: site.districtName, assets: site.assets) }

    /// What the address asks for. A cursor that is none of ours is no address of ours.
    private static func query(_ fields: Fields, _ office: Office) throws -> VacancyQuery {
        if let after = fields["after"], Int(after) == nil { throw PageMissing() }
        return VacancyQuery(
            place: fields.number("place").map { office.scope(ofUnit: UnitID($0)) } ?? .district,
            occupation: fields["occupation"], education: fields["education"].flatMap(Education.init),
            shift: fields["shift"].flatMap(Shift.init), pay: fields.number("pay"))
    }

    private static func link(_ path: String, _ query: Fields, _ after: Cursor?) -> Link {
        let names = ["place", "occupation", "pay", "education", "shift"]
        let kept = names.compactMap { name in query[name].map { (name, $0) } }
        return Link(path, query: kept + (after.map { [("after", $0.text)] } ?? []))
    }

    private static func job(_ row: VacancyRow, _ office: Office) -> BoardJob {
        BoardJob(
            row, place: row.vacancy.facts.placeWords(unit(row, office)),
            office: office.tree.path(of: row.vacancy.unit).dropFirst().joined())
    }

    private static func unit(_ row: VacancyRow, _ office: Office) -> String? {
        row.vacancy.facts.place.unit.flatMap { office.tree[$0]?.name }
    }

    // MARK: Feed

    private func feed(_ visit: Visit) async throws -> Response {
        let found = try await visit.office.board(VacancyQuery(), limit: 50)
        let feed = AtomFeed(
            title: "\(site.districtName)招聘岗位", origin: site.settings.origin ?? "", made: visit.office.now,
            jobs: found.rows.map { Self.job($0, visit.office) })
        return answer(Array(feed.text.utf8), type: "application/atom+xml; charset=utf-8", to: visit)
    }

    // MARK: 招聘启事

    /// For the notice board of a village: what is chosen, as many as stand on some sheets of paper.
    private func notice(_ visit: Visit) async throws -> Response {
        let found = try await visit.office.board(try Self.query(visit.query, visit.office), limit: 60)
        let place = visit.query.number("place").flatMap { visit.office.tree[UnitID($0)]?.name }
        let jobs = found.rows.map { Self.job($0, visit.office) }
        let paper = PrintedLedger(
            title: "\(place ?? site.districtName)招聘启事", unit: "报名：村（社区）、镇（街道）公共就业服务窗口，不收任何费用",
            period: visit.office.today.inDocuments,
            columns: [
                .init("岗位", width: 8), .init("用人单位", width: 11), .init("待遇", width: 8),
                .init("工作地点", width: 10), .init("要求和条件", width: 16), .init("人数", width: 3),
                .init("有效期至", width: 6),
            ],
            rows: jobs.map { job in
                [
                    job.facts.post, job.employer, job.facts.pay.words, job.place,
                    [job.facts.requirements.words, job.facts.conditions].filter { !$0.isEmpty }
                        .joined(separator: "；"), String(job.seatsLeft), job.facts.validThrough.iso,
                ]
            }, signers: [])
        let shell = PrintShell(
            .across, back: Self.link("/public/jobs", visit.query, nil), assets: site.assets)
        return answer(shell.document(title: paper.title, sheets: paper.sheets), to: visit)
    }

    // MARK: LED

    /// As many as a screen shows in some ten minutes.
    private static let onScreen = 200

    private func led(_ visit: Visit) async throws -> Response {
        let found = try await visit.office.board(VacancyQuery(), limit: LEDPage.rowsAScreen)
        let page = LEDPage(
            district: site.districtName, jobs: found.rows.map { Self.job($0, visit.office) },
            made: visit.office.now.words, assets: site.assets)
        return answer(page.document, to: visit)
    }

    private func ledList(_ visit: Visit) async throws -> Response {
        let found = try await visit.office.board(VacancyQuery(), limit: Self.onScreen)
        let list = LEDList(
            made: visit.office.now.words,
            jobs: found.rows.map { Self.job($0, visit.office) }.map { job in
                [job.facts.post, job.employer, job.facts.pay.words, job.place, "\(job.seatsLeft)人"]
            })
        return answer(Array(list.json.utf8), type: "application/json; charset=utf-8", to: visit)
    }

    // MARK: Answers

    private func answer(_ html: HTML, to visit: Visit) -> Response {
        answer(html.bytes, type: "text/html; charset=utf-8", to: visit)
    }

    /// Kept by browsers and proxies for a minute, and asked about with its tag afterwards.
    private func answer(_ bytes: [UInt8], type: String, to visit: Visit) -> Response {
        let digest = SHA256.digest(of: bytes).prefix(12).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        let tag = "\"\(digest.joined())\""
        let headers: HTTPFields = [.contentType: type, .cacheControl: "public, max-age=60", .eTag: tag]
        if visit.request.headers[.ifNoneMatch]?.contains(tag) == true {
            return Response(status: .notModified, headers: headers)
        }
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
