import CareModel
import Interchange

/// Routes in the file format in which the UHHC and Mankowska solutions are published, before names are looked up.
///
/// Older and newer files call the start of a service `arrival_time`, `start_time` or `start_service_time`, and write
/// lunch breaks behind the services: stops are sorted by their start, as the set's validator does.
struct PublishedRoutes {
  /// One caregiver's route.
  struct Route {
    var caregiver: String
    /// In order of start.
    var stops: [Stop]
    var location: String
  }

  /// One entry of a route; times are thousandths.
  struct Stop {
    var patient: String
    var service: String
    var start: Int
    /// Nil where the file gives none.
    var end: Int?
    var location: String
  }

  private static let startKeys = ["arrival_time", "start_time", "start_service_time"]
  private static let endKeys = ["departure_time", "end_time", "end_service_time"]
  /// Thousandths.
  private static let times = 0...10_000_000_000

  let routes: [Route]

  /// Whatever is unreadable goes into the log. Keys that judge nothing (costs, orderings) are passed over.
  init(_ root: DocumentValue, log: ProblemLog) {
    guard let record = RecordReader.open(root, path: "", log: log) else {
      routes = []
      return
    }
    routes = record.openObjects("routes").compactMap { route in
      guard let caregiver = route.text("caregiver_id") else { return nil }
      // A caregiver who stays at home may have no locations at all.
      let stops =
        route.value("locations") == nil
        ? [] : route.openObjects("locations").compactMap(PublishedRoutes.stop)
      let order = stops.indices.sorted { (stops[$0].start, $0) < (stops[$1].start, $1) }
      return Route(caregiver: caregiver, stops: order.map { stops[$0] }, location: route.path)
    }
  }

  private static func stop(_ record: RecordReader) -> Stop? {
    func time(_ keys: [String]) -> Int? {
      keys.first { record.value($0) != nil }.flatMap { record.decimal($0, decimals: 3, in: times) }
    }
    let patient = record.text("patient")
    let service = record.text("service")
    guard startKeys.contains(where: { record.value($0) != nil }) else {
      _ = record.required(startKeys[0], "the start of the service is expected")
      return nil
    }
    let start = time(startKeys)
    let end = time(endKeys)
    guard let patient, let service, let start else { return nil }
    return Stop(patient: patient, service: service, start: start, end: end, location: record.path)
  }
}

/// Finds the places of names in an instance, and says which are not there.
struct NameIndex {
  private let places: [String: Int]
  private let kind: String

  init(_ names: [String], kind: String) {
    places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.kind = kind
  }

  /// Nil, with a problem, for a name that is not there.
  func place(_ name: String, at location: String, _ log: ProblemLog) -> Int? {
    if let place = places[name] { return place }
    log.add(
      InputProblem(
        code: "reference.unknown", location: location, found: name, expected: "the id of a \(kind) of the instance"))
    return nil
  }
}
