// SPDX-License-Identifier: Apache-2.0

import CCrypto
import Synchronization

/// One AES-256-GCM key with contexts that have it scheduled already, shared by all threads.
final class SealingKey: Sendable {
    let id: UInt16
    private let secret: Secret
    private let sealing = Mutex<[CipherContext]>([])
    private let opening = Mutex<[CipherContext]>([])

    init(id: UInt16, secret: Secret) {
        self.id = id
        self.secret = secret
    }

    func seal(_ plain: [UInt8], at place: SealedPlace) throws(SealFailure) -> [UInt8] {
        let header = Envelope.Header(algorithm: .aes256GCM, key: id)
        let bound = header.bound(to: place)
        let context = try take(from: sealing, isSealing: true)
        var failure: SealFailure?
        let sealed = [UInt8](unsafeUninitializedCapacity: plain.count + Envelope.overhead) { buffer, count in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            withUnsafeBytes(of: header.bytes) { bytes.copyMemory(from: $0) }
            failure = plain.withUnsafeBytes { context.seal($0, bound: bound, into: bytes) }
            count = failure == nil ? bytes.count : 0
        }
        if let failure { throw failure }
        giveBack(context, to: sealing)
        return sealed
    }

    func open(
        _ sealed: [UInt8], _ header: Envelope.Header, at place: SealedPlace
    ) throws(SealFailure) -> [UInt8] {
        let bound = header.bound(to: place)
        let context = try take(from: opening, isSealing: false)
        var isAuthentic = false
        let plain = [UInt8](unsafeUninitializedCapacity: sealed.count - Envelope.overhead) { buffer, count in
            isAuthentic = sealed.withUnsafeBytes { context.open($0, bound: bound, into: buffer) }
            // What was deciphered before the tag failed must not be seen.
            if !isAuthentic { OPENSSL_cleanse(buffer.baseAddress, buffer.count) }
            count = isAuthentic ? buffer.count : 0
        }
        guard isAuthentic else { throw .notAuthentic }
        giveBack(context, to: opening)
        return plain
    }

    private func take(
        from pool: borrowing Mutex<[CipherContext]>, isSealing: Bool
    ) throws(SealFailure) -> CipherContext {
        if let context = pool.withLock({ $0.popLast() }) { return context }
        return try CipherContext(key: secret, isSealing: isSealing)
    }

    // There are never more contexts than threads that sealed at once. One that failed is not given back.
    private func giveBack(_ context: CipherContext, to pool: borrowing Mutex<[CipherContext]>) {
        pool.withLock { $0.append(context) }
    }
}

/// The library's state for one operation at a time, with the key scheduled once; only the nonce changes.
final class CipherContext: Sendable {
    // Used by one thread at a time: whoever took it out of the pool.
    nonisolated(unsafe) private let state: OpaquePointer

    init(key: Secret, isSealing: Bool) throws(SealFailure) {
        guard let state = EVP_CIPHER_CTX_new() else { throw .libraryRefused(call: "EVP_CIPHER_CTX_new") }
        let done = key.withBytes { bytes in
            EVP_CipherInit_ex(
                state, Algorithms.aes256GCM, nil, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), nil,
                isSealing ? 1 : 0)
        }
        guard done == 1 else {
            EVP_CIPHER_CTX_free(state)
            throw .libraryRefused(call: "EVP_CipherInit_ex")
        }
        self.state = state
    }

    // Overwrites the scheduled key as well.
    deinit { EVP_CIPHER_CTX_free(state) }

    /// Writes nonce, sealed bytes and tag behind the header that stands in `envelope` already.
    func seal(
        _ plain: UnsafeRawBufferPointer, bound: [UInt8], into envelope: UnsafeMutableRawBufferPointer
    ) -> SealFailure? {
        let body = Envelope.headerLength + Envelope.nonceLength
        let nonce = UnsafeMutableRawBufferPointer(rebasing: envelope[Envelope.headerLength..<body])
        do throws(SealFailure) { try fillRandomly(nonce) } catch { return error }
        guard let output = envelope.baseAddress?.assumingMemoryBound(to: UInt8.self),
            begin(nonce: UnsafeRawBufferPointer(nonce), bound: bound),
            update(output + body, plain),
            finish(output + body),
            EVP_CIPHER_CTX_ctrl(
                state, EVP_CTRL_AEAD_GET_TAG, Int32(Envelope.tagLength), output + body + plain.count) == 1
        else { return .libraryRefused(call: "EVP_CipherUpdate") }
        return nil
    }

    /// Writes the plain bytes; false if the tag does not fit them and `bound`.
    func open(
        _ envelope: UnsafeRawBufferPointer, bound: [UInt8], into plain: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        let body = Envelope.headerLength + Envelope.nonceLength
        let end = envelope.count - Envelope.tagLength
        var tag = Array(envelope[end...])
        return begin(
            nonce: UnsafeRawBufferPointer(rebasing: envelope[Envelope.headerLength..<body]), bound: bound)
            && EVP_CIPHER_CTX_ctrl(state, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag) == 1
            && update(plain.baseAddress, UnsafeRawBufferPointer(rebasing: envelope[body..<end]))
            && finish(plain.baseAddress)
    }

    private func begin(nonce: UnsafeRawBufferPointer, bound: [UInt8]) -> Bool {
        var count: Int32 = 0
        return EVP_CipherInit_ex(
            state, nil, nil, nil, nonce.baseAddress?.assumingMemoryBound(to: UInt8.self), -1) == 1
            && EVP_CipherUpdate(state, nil, &count, bound, Int32(bound.count)) == 1
    }

    private func update(_ output: UnsafeMutablePointer<UInt8>?, _ input: UnsafeRawBufferPointer) -> Bool {
        guard !input.isEmpty else { return true }
        var count: Int32 = 0
        return EVP_CipherUpdate(
            state, output, &count, input.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(input.count)
        ) == 1
    }

    // GCM writes nothing more here, but the library wants room to point at.
    private func finish(_ output: UnsafeMutablePointer<UInt8>?) -> Bool {
        var rest: (UInt64, UInt64) = (0, 0)
        var count: Int32 = 0
        return withUnsafeMutableBytes(of: &rest) { room in
            EVP_CipherFinal_ex(state, room.baseAddress?.assumingMemoryBound(to: UInt8.self), &count) == 1
        }
    }
}
