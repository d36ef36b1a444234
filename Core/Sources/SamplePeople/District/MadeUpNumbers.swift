// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension IdentityNumber {
    /// A right number of nobody: region 99xxxx, a birth, three digits of sequence, the check character.
    static func madeUp(region: Int, born: Day, sequence: Int) -> IdentityNumber {
        precondition((990_000...999_999).contains(region), "made-up people stay in the region of nobody")
        let (year, month, day) = born.parts
        let body = ((region * 10_000 + year) * 100 + month) * 100 + day
        let digits = Array(String(body * 1000 + sequence))
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        let text = String(digits) + String(Array("10X98765432")[sum % 11])
        guard case .success(let number) = read(text, rules: .withMadeUpPeople) else {
            preconditionFailure("the check character follows from the digits")
        }
        return number
    }
}

extension PhoneNumber {
    /// A mobile of eleven digits.
    static func madeUp(_ digits: Int) -> PhoneNumber { read(madeUp: String(digits)) }

    /// A fixed line of the city with eight digits.
    static func madeUp(fixed digits: Int) -> PhoneNumber { read(madeUp: "010-\(digits)") }

    private static func read(madeUp text: String) -> PhoneNumber {
        guard case .success(let number) = read(text) else { preconditionFailure("a telephone number") }
        return number
    }
}
