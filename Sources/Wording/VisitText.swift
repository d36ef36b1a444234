// SPDX-License-Identifier: Apache-2.0

import Assistance

extension VisitRecord {
    /// What was told, field by field; empty ones left out.
    public var told: [(term: String, text: String)] {
        [("个人情况", situation), ("家庭情况", family), ("服务需求", services), ("约定事项", agreed)]
            .filter { !$0.1.isEmpty }.map { (term: $0.0, text: $0.1) }
    }
}
