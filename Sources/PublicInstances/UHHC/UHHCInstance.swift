/// An instance of the unified home healthcare routing and scheduling set (UHHC), as its file says it.
///
/// Times are minutes from the start of the day. Ceschia et al., "A unified formulation for home healthcare routing and
/// scheduling problems", International Transactions in Operational Research, 2026, doi 10.1111/itor.70140.
struct UHHCInstance: Hashable, Sendable {
  var name = ""
  /// `generated`, or the older set it was taken from.
  var origin = ""
  /// Minutes.
  var horizon = 0
  /// A service is on time by its end instead of by its start.
  var isOnTimeByEnd = false
  /// Component by component: "HARD" or a weight.
  var costs: [String: Cost] = [:]
  /// Minutes, row by row, from row to column.
  var distances: [[Int]] = []
  var terminals: [Terminal] = []
  var caregivers: [Caregiver] = []
  var patients: [Patient] = []
  var lunch: Lunch?

  enum Cost: Hashable, Sendable {
    /// Must be zero.
    case hard
    case weighted
  }

  /// A stretch of minutes, both ends included.
  struct Window: Hashable, Sendable {
    var start: Int
    var end: Int
  }

  struct Terminal: Hashable, Sendable {
    var id: String
    var row: Int
    var location: Location?
  }

  struct Caregiver: Hashable, Sendable {
    var id: String
    var abilities: [String]
    var departingPoint: String
    var arrivalPoint: String
    /// Nil: the whole horizon.
    var shift: Window?
    var hasLunch: Bool
  }

  struct Patient: Hashable, Sendable {
    var id: String
    var row: Int
    var location: Location?
    var services: [Service]
    var windows: [Window]
    var synchronization: Synchronization
    var preferred: [String]
    var incompatible: [String]
    var isOptional: Bool
  }

  struct Service: Hashable, Sendable {
    var ability: String
    /// Minutes.
    var duration: Int
  }

  enum Synchronization: Hashable, Sendable {
    case independent
    /// All services start at the same moment.
    case simultaneous
    /// From the start of a service to the start of the next; nil sets no maximum.
    case sequential(minimum: Int, maximum: Int?)
  }

  struct Lunch: Hashable, Sendable {
    var window: Window
    /// Minutes.
    var length: Int
  }

  /// As written: longitude and latitude where the set was generated in a real town, a plane elsewhere.
  struct Location: Hashable, Sendable {
    var longitudeMicrodegrees: Int
    var latitudeMicrodegrees: Int
  }
}
