// SPDX-License-Identifier: Apache-2.0
import Desk
import Logging
import Testing
import Web

@Suite("服务启动的条件")
struct ServerTests {
    private struct Nothing: DailyWork {
        func run(in office: Office) async throws {}
    }

    @Test(arguments: [
        ("127.0.0.1", nil, false, true), ("::1", nil, false, true), ("localhost", nil, false, true),
        ("0.0.0.0", nil, false, false), ("192.0.2.7", "http://yuanzhu.example", false, false),
        ("0.0.0.0", "https://yuanzhu.example", false, true), ("0.0.0.0", nil, true, true),
    ])
    func `plain http stays on this machine unless somebody says otherwise`(
        host: String, origin: String?, allows: Bool, starts: Bool
    ) async throws {
        let site = try await TestSite {
            $0.host = host
            $0.origin = origin
            $0.allowsPlainHTTP = allows
        }
        let server = try? Server(site: site.site, daily: Nothing(), logger: Logger(label: "test"))
        #expect((server != nil) == starts)
    }
}
