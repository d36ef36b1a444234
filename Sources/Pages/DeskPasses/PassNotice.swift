// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime
import Wording

extension HTML {
    /// 紧急查看: until when a file stands open that is not in the reader's own scope, and why.
    public static func pass(_ pass: Pass?) -> HTML {
        .with(pass) {
            .notice("紧急查看：这份档案不在您的管辖范围内，\($0.until.words)关闭。原因：\($0.reason)", .warning)
        }
    }
}
