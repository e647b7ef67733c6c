package import Interchange

/// A solution of a tight day: each worker's visits in order, and where the break comes.
///
/// Times follow from it: everybody goes as early as they can. A call for two stands on two routes.
package struct DaysSolution: Hashable, Sendable {
  /// At most one for each worker.
  package var routes: [Route]

  package init(routes: [Route]) { self.routes = routes }

  /// One worker's list.
  package struct Route: Hashable, Sendable {
    package var staff: Int
    package var visits: [Int]
    /// The break is had before the visit at this place of the list; behind the last where it is the list's length.
    package var breakBefore: Int?

    package init(staff: Int, visits: [Int], breakBefore: Int? = nil) {
      self.staff = staff
      self.visits = visits
      self.breakBefore = breakBefore
    }
  }

  /// Reads the JSON form: `{"routes": [{"staff": 0, "visits": [3, 1], "break_before": 1}]}`.
  package static func read(_ bytes: [UInt8], file: String) -> InstanceReading<DaysSolution> {
    InstanceReading(json: bytes, file: file) { root, log in
      guard let record = RecordReader(root, path: "", keys: ["routes"], log: log),
        record.required("routes", "a list of routes") != nil
      else { return nil }
      let routes = record.objects("routes", keys: ["staff", "visits", "break_before"], atMost: numbers.upperBound)
      return DaysSolution(
        routes: routes.compactMap { route in
          let staff = route.integer("staff", in: numbers)
          let visits = route.numbers("visits", count: numbers, in: numbers)
          let position = route.optionalInteger("break_before", in: numbers)
          guard let staff, let visits else { return nil }
          return Route(staff: staff, visits: visits, breakBefore: position)
        })
    }
  }

  private static let numbers = 0...100_000

  /// The JSON form.
  package var json: JSONText {
    .object([
      JSONMember(
        "routes",
        .array(
          routes.map { route in
            .object([
              JSONMember("staff", .integer(route.staff)),
              JSONMember("visits", .array(route.visits.map { .integer($0) })),
              JSONMember("break_before", route.breakBefore.map { .integer($0) } ?? .null),
            ])
          }))
    ])
  }
}
