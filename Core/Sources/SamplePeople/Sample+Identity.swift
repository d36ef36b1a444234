// SPDX-License-Identifier: Apache-2.0
import Assistance
import CivilTime

extension Sample {
    /// A right ID number under region 990000, which is given to nobody.
    ///
    /// - Parameter sequence: 1...499; two people of one birthday and sex need different ones.
    public static func identity(born: Day, sex: Sex, sequence: Int = 1) -> IdentityNumber {
        let place = sequence * 2 - (sex == .male ? 1 : 0)
        let body = "990000" + born.iso.filter { $0 != "-" } + padded(place)
        for check in "0123456789X" {
            if case .success(let number) = IdentityNumber.read(body + String(check), rules: .withMadeUpPeople)
            {
                return number
            }
        }
        preconditionFailure("one check character is right")
    }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    /// A mobile number of the block that the cast uses.
    public static func mobile(_ number: Int) -> PhoneNumber {
        guard case .success(let phone) = PhoneNumber.read("1390000" + String(1000 + number)) else {
            preconditionFailure("a mobile number")
        }
        return phone
    }

    /// A name that can be kept.
    public static func name(_ text: String) -> PersonName {
        guard let name = PersonName(text) else { preconditionFailure("a name") }
        return name
    }
}
