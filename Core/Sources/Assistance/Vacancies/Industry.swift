// SPDX-License-Identifier: Apache-2.0

/// 行业门类, the 20 sections of GB/T 4754. Raw values are the standard's letters and the storage format.
public enum Industry: String, CaseIterable, Hashable, Sendable, Codable {
    case agriculture = "A"
    case mining = "B"
    case manufacturing = "C"
    case energyAndWater = "D"
    case construction = "E"
    case trade = "F"
    case transport = "G"
    case lodgingAndFood = "H"
    case software = "I"
    case finance = "J"
    case realEstate = "K"
    case leasingAndBusiness = "L"
    case science = "M"
    case environment = "N"
    case residentServices = "O"
    case education = "P"
    case health = "Q"
    case culture = "R"
    case publicAdministration = "S"
    case international = "T"
}
