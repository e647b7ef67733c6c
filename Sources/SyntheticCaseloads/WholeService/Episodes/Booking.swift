import CareModel
import Quantities

/// A call on a fixed date in a course: therapy, a care plan, a review; past or to come.
struct Booking: Sendable {
  /// Follows the episode's id in the call's own.
  let name: String
  let date: CivilDate
  let kind: Visit.Kind
  let mode: Visit.Mode
  let demands: [Demand]
  let lastPermittedDay: CivilDate?
  /// Keys the time of day.
  let number: Int

  /// For one who is a therapist: the professions that may do it.
  var isOfTherapists: Bool {
    demands.first.map { $0.roles.allSatisfy { $0 != .rehabilitationAssistant } } ?? false
  }
}
