// SPDX-License-Identifier: Apache-2.0

extension SealFailure {
    /// What the person who runs the system reads: what is wrong and what to do next.
    public var sentence: String {
        switch self {
        case .keyFileMissing(let path):
            "找不到密钥文件 \(path)。请从备份恢复该文件；没有它，已加密的身份证号和电话无法读出。"
        case .keyFileUnusable(let path, let code):
            "密钥文件 \(path) 无法读写（系统错误 \(code)）。请检查所在目录是否存在、运行账户是否有权限、磁盘是否已满。"
        case .keyFileExposed(let path, let mode):
            "密钥文件 \(path) 的权限是 \(String(mode, radix: 8))，其他账户可以读取或修改，已拒绝使用。"
                + "请先查明是否有人读过，再执行 chmod 600 \(path)。"
        case .keyFileMalformed(let path, let line) where line > 0:
            "密钥文件 \(path) 第 \(line) 行无法识别。请从备份恢复，不要手工修改。"
        case .keyFileMalformed(let path, _):
            "密钥文件 \(path) 内容不完整或不是本系统的密钥文件。请从备份恢复，不要手工修改。"
        case .fileUnreadable(let path, let code):
            "文件 \(path) 无法读取（系统错误 \(code)）。请检查文件是否存在、运行账户是否有权限。"
        case .envelopeMalformed:
            "加密内容已损坏或不完整。请用 yuanzhu verify 核对数据，必要时从备份恢复。"
        case .algorithmUnknown(let tag):
            "加密内容使用了本版本不支持的算法（编号 \(tag)）。请升级到写入该数据的版本。"
        case .keyUnknown(let id):
            "密钥文件中没有 \(id) 号密钥。请恢复包含该密钥的密钥文件。"
        case .notAuthentic:
            "加密内容核对不符：可能被改动，或被移到了别的记录。请用 yuanzhu verify 核对数据。"
        case .notText:
            "解密后的内容不是文字。请用 yuanzhu verify 核对数据。"
        case .noRandomness:
            "系统随机数不可用，已停止操作。请重启服务器后再试。"
        case .libraryRefused(let call):
            "加密库调用 \(call) 失败，可能是内存不足。请稍后再试，仍然失败请重启服务。"
        }
    }
}
