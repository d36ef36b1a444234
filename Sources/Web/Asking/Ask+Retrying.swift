// SPDX-License-Identifier: Apache-2.0
import Assistance
import Desk
import Hummingbird
import Pages
import Wording

extension Ask {
    /// Does what a form asks for; where it cannot be, shows the same form again with what was typed and why.
    ///
    /// Faults of fields answer 422, refusals and lost races 409. What the asker may not do, or what is not
    /// there, has a page of its own.
    /// - Parameters:
    ///   - place: the field that a refusal belongs to; `nil` leaves it at the top of the form.
    ///   - explaining: finer faults for a refusal or a lost race, such as which of several cases it is about;
    ///     none leaves the general sentence.
    ///   - act: reads the form and acts.
    ///   - form: the form's page, built anew from the store: the same function that answers GET.
    func retrying(
        place: (Refusal) -> String? = { _ in nil },
        explaining: (any Error) async throws -> [FieldFault] = { _ in [] },
        _ act: (inout FormReading) async throws -> Reply,
        form page: (Shown) async throws -> any Page
    ) async throws -> Reply {
        do {
            var reading = FormReading(form)
            return try await act(&reading)
        } catch let faulty as FormFaulty {
            return .page(
                try await page(Shown(sent: form, faults: faulty.faults)), status: .unprocessableContent)
        } catch let refusal as Refusal where Self.isOfTheForm(refusal) {
            let finer = try await explaining(refusal)
            let faults = finer.isEmpty ? [FieldFault(place(refusal), refusal.sentence)] : finer
            return .page(try await page(Shown(sent: form, faults: faults)), status: .conflict)
        } catch StoreFailure.conflict(let subject) {
            let finer = try await explaining(StoreFailure.conflict(subject))
            let general = FieldFault(nil, "刚才有其他工作人员更新了这份内容，您的填写还没有保存。请核对后再提交一次。")
            return .page(
                try await page(Shown(sent: form, faults: finer.isEmpty ? [general] : finer)),
                status: .conflict)
        }
    }

    private static func isOfTheForm(_ refusal: Refusal) -> Bool {
        if case .notAllowed = refusal { return false }
        if case .notFound = refusal { return false }
        return true
    }
}
