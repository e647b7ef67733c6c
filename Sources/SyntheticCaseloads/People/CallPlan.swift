import CareModel
import Quantities

/// A call while its person's day is being put together: clock minutes instead of windows.
struct CallPlan: Sendable {
  /// Follows the person's id in the call's own.
  var name: String
  var kind: Visit.Kind
  /// Minutes after midnight at which the preferred window begins.
  var start: Int
  /// Minutes from the first to the last preferred start.
  var width = 60
  var demands: [Demand]
  var consequence: Consequence?
  var isTimeCritical = false
  var mode = Visit.Mode.home
  var place: PlaceID?
  /// Part of a start: answers the referral, or belongs to its first day.
  var isOfStart = false
  var lastPermittedDay: CivilDate?
  /// Clock minute before which the call must not begin: the person is not at home yet.
  var notBefore: Int?

  /// Minutes of the agreed window either side of the preferred one.
  var tolerance: Int { isTimeCritical ? 30 : 60 }

  var length: Int { demands.map(\.length.value).max() ?? 0 }
}

/// A person's day while it is being put together.
struct PersonPlan: Sendable {
  /// 1 for the first person.
  let number: Int
  var calls: [CallPlan]
  var referral: Referral?
  var episode: Episode?

  var id: PersonID { PersonPlan.id(number) }

  /// `p-001`.
  static func id(_ number: Int) -> PersonID { PersonID("p-" + padded(number, to: 3)) }

  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
