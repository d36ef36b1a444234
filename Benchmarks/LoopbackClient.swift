// SPDX-License-Identifier: Apache-2.0

import Desk
import Foundation
import Synchronization

/// A browser in as few words as HTTP allows: one connection that is kept, one question after the other.
final class LoopbackClient {
    private let socket: Int32
    private let cookie: String
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    /// What came back.
    struct Answer {
        let status: Int
        let head: String
        let body: String
    }

    /// - Throws: ``StoreFailure`` when nobody answers at the port.
    init(port: UInt16, cookie: String) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.cookie = cookie
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let done = withUnsafePointer(to: &address) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard done == 0 else { throw StoreFailure.unavailable("nobody at port \(port)") }
        var yes: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(socket) }

    /// Asks for a page and waits for all of it; the length of its body.
    ///
    /// - Throws: ``StoreFailure`` when the answer is no page.
    @discardableResult
    func get(_ path: String) throws -> Int {
        let (head, length) = try ask("GET", path, body: "")
        guard head.starts(with: Array("HTTP/1.1 200".utf8)) else {
            throw StoreFailure.damaged("\(path) answers \(String(decoding: head.prefix(12), as: UTF8.self))")
        }
        return length
    }

    /// Asks and keeps the answer.
    func answer(_ method: String, _ path: String, form: String = "") throws -> Answer {
        var body: [UInt8] = []
        let (head, _) = try ask(method, path, body: form) { body += $0 }
        let text = String(decoding: head, as: UTF8.self)
        let status = Int(text.dropFirst(9).prefix(3)) ?? 0
        return Answer(status: status, head: text, body: String(decoding: body, as: UTF8.self))
    }

    private func ask(
        _ method: String, _ path: String, body: String, _ take: (ArraySlice<UInt8>) -> Void = { _ in }
    ) throws -> (head: ArraySlice<UInt8>, length: Int) {
        var text = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nCookie: \(cookie)\r\n"
        if method == "POST" {
            text +=
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n"
        }
        text += "\r\n" + body
        let question = Array(text.utf8)
        guard send(socket, question, question.count, Int32(MSG_NOSIGNAL)) == question.count else {
            throw StoreFailure.unavailable("the server hung up")
        }
        var filled = 0
        while true {
            filled += try receive(at: filled)
            guard let end = Self.endOfHead(buffer, filled) else { continue }
            let head = buffer[..<end]
            let length = Self.length(head)
            take(buffer[end..<filled])
            var missing = length - (filled - end)
            while missing > 0 {
                let count = try receive(at: end)
                take(buffer[end..<(end + count)])
                missing -= count
            }
            return (head, length)
        }
    }

    private func receive(at place: Int) throws -> Int {
        let count = buffer.withUnsafeMutableBytes { bytes in
            recv(socket, bytes.baseAddress.map { $0 + place }, bytes.count - place, 0)
        }
        guard count > 0 else { throw StoreFailure.unavailable("the server hung up") }
        return count
    }

    private static func endOfHead(_ bytes: [UInt8], _ count: Int) -> Int? {
        guard count > 3 else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            (3..<count).first {
                bytes[$0] == 10 && bytes[$0 - 1] == 13 && bytes[$0 - 2] == 10 && bytes[$0 - 3] == 13
            }
        }.map { $0 + 1 }
    }

    private static func length(_ head: ArraySlice<UInt8>) -> Int {
        let text = String(decoding: head, as: UTF8.self).lowercased()
        guard let name = text.firstRange(of: "content-length: ") else { return 0 }
        return Int(text[name.upperBound...].prefix { $0.isNumber }) ?? 0
    }
}

/// Opens pages over so many connections at once, each on a thread of its own; gives the seconds that each took.
func browse(
    _ port: UInt16, _ cookie: String, _ pages: [String], readers: Int, count: Int
) throws -> [Double] {
    let turn = Turn()
    let found = Mutex<(waits: [Double], failure: (any Error)?)>(([], nil))
    let group = DispatchGroup()
    for _ in 0..<readers {
        group.enter()
        Thread.detachNewThread {
            var waits: [Double] = []
            var failure: (any Error)?
            do {
                let client = try LoopbackClient(port: port, cookie: cookie)
                while true {
                    let place = turn.take()
                    guard place < count else { break }
                    let begun = ContinuousClock.now
                    try client.get(pages[place % pages.count])
                    waits.append((ContinuousClock.now - begun) / .seconds(1))
                }
            } catch { failure = error }
            found.withLock {
                $0.waits += waits
                $0.failure = $0.failure ?? failure
            }
            group.leave()
        }
    }
    group.wait()
    return try found.withLock { found in
        if let failure = found.failure { throw failure }
        return found.waits
    }
}
