// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk

/// Who helps in a made-up district, beside the workers of villages and the clerks of towns.
struct DistrictHelpers: Sendable {
    /// 就业援助员 by village, 就业助理专员 by town, where there is one of their own.
    let aides: [UnitID: Actor]
    let specialists: [UnitID: Actor]
    let expert: Actor
    let districtClerk: Actor
    let welfareClerk: Actor
    /// Every account, as a village's own store must know them to name a helper.
    let accounts: [Account]
}
