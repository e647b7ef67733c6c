import CareModel
import Quantities

/// One line of a rota as somebody wrote it, before what is missing has been worked out.
struct PlacedStop {
  var worker: WorkerID
  var duty: DutyID?
  var visit: VisitID
  /// From 0.
  var demand: Int?
  var start: Instant
  var end: Instant?
  /// Where it stands, for messages.
  var location: String
}

/// One break of a rota as somebody wrote it.
struct PlacedBreak {
  var worker: WorkerID
  var duty: DutyID?
  var start: Instant
  var end: Instant
  var location: String
}
