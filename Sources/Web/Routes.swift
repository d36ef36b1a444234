// SPDX-License-Identifier: Apache-2.0
import Assistance
import HTTPTypes
import Hummingbird

/// The whole site on one screen: method, address, what it takes, who answers.
struct Routes: Sendable {
    let site: Site

    /// One page or act for signed-in people. `deed` is what the person must be allowed to do somewhere; on
    /// whose data is checked by the office.
    struct Entry: Sendable {
        let method: HTTPRequest.Method
        let address: String
        let deed: Deed?
        let handler: Handler

        static func get(_ address: String, _ deed: Deed?, _ handler: @escaping Handler) -> Entry {
            Entry(method: .get, address: address, deed: deed, handler: handler)
        }

        static func post(_ address: String, _ deed: Deed?, _ handler: @escaping Handler) -> Entry {
            Entry(method: .post, address: address, deed: deed, handler: handler)
        }
    }

    /// Everything that needs a session.
    static let signedIn: [Entry] = [
        HomePages.routes,
        WorkPages.routes,
        FeedPages.routes,
        SupervisionPages.routes,
        GoalPages.routes,
        PeoplePages.routes,
        HardshipPages.routes,
        CaseListPages.routes,
        CaseFilePages.routes,
        CaseWaiverPages.routes,
        CounterPages.routes,
        ApplicationPages.routes,
        CasePages.routes,
        PrintPages.routes,
        PaperPages.routes,
        ActPages.routes,
        ScanPages.routes,
        MeetingPages.routes,
        HandoverPages.routes,
        PassPages.routes,
        VisitPages.routes,
        VacancyPages.routes,
        OpeningsPages.routes,
        ProposalPages.routes,
        TrialPages.routes,
        VacancyFilePages.routes,
        EmployerPages.routes,
        MarketPages.routes,
        RecommendationPages.routes,
        InterviewPages.routes,
        OutboxPages.routes,
        FairPages.routes,
        RollPages.routes,
        SurveyPages.routes,
        RoundPages.routes,
        SheetStartPages.routes,
        SheetPages.routes,
        SheetSendPages.routes,
        SheetResultPages.routes,
        SurveyPaperPages.routes,
        LedgerPages.routes,
        LedgerViewPages.routes,
        ImportPages.routes,
        AccountPages.routes,
        UnitPages.routes,
        CalendarPages.routes,
        PolicyPages.routes,
        RehearsalPages.routes,
        AuditPages.routes,
    ].flatMap { $0 }

    /// The addresses that open a page: what menus may lead to.
    static let pages = Set(signedIn.filter { $0.method == .get }.map(\.address))

    /// The router with everything on it, ready to answer.
    func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.addMiddleware {
            RequestLog(counts: site.counts)
            SecurityHeaders(isSecure: site.settings.isSecure)
            ErrorAnswers(site: site)
            PublicPace(site: site)
        }
        var taken = OpenPages(site: site).add(to: router)
        taken.merge(BoardPages(site: site).add(to: router)) { $0.union($1) }
        taken.merge(PublicFairPages(site: site).add(to: router)) { $0.union($1) }
        let dispatch = Dispatch(site: site)
        for entry in Self.signedIn {
            taken[entry.address, default: []].insert(entry.method)
            router.on(RouterPath(entry.address), method: entry.method) { request, context in
                try await dispatch.answer(request, context, needing: entry.deed, entry.handler)
            }
        }
        refuseOtherMethods(of: taken, on: router)
        return router
    }

    /// An address that exists says which methods it takes; Hummingbird alone would call it missing.
    private func refuseOtherMethods(
        of taken: [String: Set<HTTPRequest.Method>], on router: Router<WebContext>
    ) {
        for (address, methods) in taken {
            let allowed = methods.map(\.rawValue).sorted().joined(separator: ", ")
            for method in Self.methods where !methods.contains(method) {
                router.on(RouterPath(address), method: method) { _, _ -> Response in
                    throw MethodWrong(allowed: allowed)
                }
            }
        }
    }

    private static let methods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete]
}
