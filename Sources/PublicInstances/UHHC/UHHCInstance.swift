/// An instance of the unified home healthcare routing and scheduling set (UHHC), as its file says it.
///
/// Times are minutes from the start of the day. Ceschia et al., "A unified formulation for home healthcare routing and
/// scheduling problems", International Transactions in Operational Research, 2026, doi 10.1111/itor.70140.
package struct UHHCInstance: Hashable, Sendable {
  package var name = ""
  /// `generated`, or the older set it was taken from.
  package var origin = ""
  /// Minutes.
  package var horizon = 0
  /// A service is on time by its end instead of by its start.
  package var isOnTimeByEnd = false
  /// Component by component: "HARD" or a weight.
  package var costs: [String: Cost] = [:]
  /// Minutes, row by row, from row to column.
  package var distances: [[Int]] = []
  package var terminals: [Terminal] = []
  package var caregivers: [Caregiver] = []
  package var patients: [Patient] = []
  package var lunch: Lunch?

  /// What the instance makes of a component of the objective.
  package enum Cost: Hashable, Sendable {
    /// Must be zero.
    case hard
    case weighted(Int)
  }

  /// A stretch of minutes, both ends included.
  package struct Window: Hashable, Sendable {
    package var start: Int
    package var end: Int
  }

  /// Where caregivers start or end their day.
  package struct Terminal: Hashable, Sendable {
    package var id: String
    package var row: Int
    package var location: Location?
  }

  /// Somebody who visits patients.
  package struct Caregiver: Hashable, Sendable {
    package var id: String
    package var abilities: [String]
    package var departingPoint: String
    package var arrivalPoint: String
    /// Nil: the whole horizon.
    package var shift: Window?
    package var hasLunch: Bool
  }

  /// Somebody with one service or more to be done in one place.
  package struct Patient: Hashable, Sendable {
    package var id: String
    package var row: Int
    package var location: Location?
    package var services: [Service]
    package var windows: [Window]
    package var synchronization: Synchronization
    package var preferred: [String]
    package var incompatible: [String]
    package var isOptional: Bool
  }

  /// One piece of work by one caregiver.
  package struct Service: Hashable, Sendable {
    package var ability: String
    /// Minutes.
    package var duration: Int
  }

  /// How the services of a patient hang together.
  package enum Synchronization: Hashable, Sendable {
    case independent
    /// All services start at the same moment.
    case simultaneous
    /// From the start of a service to the start of the next; nil sets no maximum.
    case sequential(minimum: Int, maximum: Int?)
  }

  /// When lunch breaks may lie, and how long they are at least.
  package struct Lunch: Hashable, Sendable {
    package var window: Window
    /// Minutes.
    package var length: Int
  }

  /// As written: longitude and latitude where the set was generated in a real town, a plane elsewhere.
  package struct Location: Hashable, Sendable {
    package var longitudeMicrodegrees: Int
    package var latitudeMicrodegrees: Int
  }
}
