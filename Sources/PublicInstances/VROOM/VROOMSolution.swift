import CareModel
import Interchange

/// A solution as VROOM writes it: routes of vehicles by their numbers.
package struct VROOMSolution: Hashable, Sendable {
  package var routes: [Route]
  /// Numbers of jobs that no vehicle does.
  package var unassigned: [Int]

  package init(routes: [Route], unassigned: [Int] = []) {
    self.routes = routes
    self.unassigned = unassigned
  }

  /// A vehicle's way.
  package struct Route: Hashable, Sendable {
    package var vehicle: Int
    /// In order; without the start and the end.
    package var steps: [Step]

    package init(vehicle: Int, steps: [Step]) {
      self.vehicle = vehicle
      self.steps = steps
    }
  }

  /// A job or a break.
  package struct Step: Hashable, Sendable {
    package var kind: Kind
    package var id: Int
    /// When service or break begins: arrival, waiting and setup together. Seconds from the problem's origin.
    package var start: Int
    /// Seconds.
    package var service: Int

    package init(_ kind: Kind, id: Int, start: Int, service: Int) {
      self.kind = kind
      self.id = id
      self.start = start
      self.service = service
    }
  }

  /// The steps that a problem of ours can lead to.
  package enum Kind: String, Hashable, Sendable {
    case job, rest = "break"
  }

  /// Numbers and seconds: VROOM's are 32 bits wide.
  private static let numbers = 0...4_294_967_295

  /// Reads the bytes of VROOM's output; one that tells of an error is no solution.
  package static func read(_ bytes: [UInt8], file: String) -> InstanceReading<VROOMSolution> {
    InstanceReading(json: bytes, file: file) { root, log in
      guard let record = RecordReader.open(root, path: "", log: log) else { return nil }
      if let code = record.integer("code", in: numbers), code != 0 {
        record.report(
          "code", code: "vroom.error", found: "\(code): \(record.optionalText("error") ?? "no words")",
          expected: "code 0, which stands for a solution")
        return nil
      }
      let routes = record.openObjects("routes").compactMap(route)
      let unassigned = record.value("unassigned") == nil ? [] : record.openObjects("unassigned")
      return VROOMSolution(routes: routes, unassigned: unassigned.compactMap { $0.integer("id", in: numbers) })
    }
  }

  private static func route(_ record: RecordReader) -> Route? {
    let vehicle = record.integer("vehicle", in: numbers)
    let steps = record.openObjects("steps").compactMap(step)
    return vehicle.map { Route(vehicle: $0, steps: steps) }
  }

  private static func step(_ record: RecordReader) -> Step? {
    guard let type = record.text("type"), type != "start", type != "end" else { return nil }
    guard let kind = Kind(rawValue: type) else {
      record.report("type", code: "word.unknown", found: type, expected: "start, job, break or end")
      return nil
    }
    // Before version 1.3 a job's number stood under its own key.
    let key = record.value("id") == nil && record.value("job") != nil ? "job" : "id"
    let id = record.integer(key, in: numbers)
    let arrival = record.integer("arrival", in: numbers)
    let others = ["waiting_time", "setup", "service"].map { record.optionalInteger($0, in: numbers) ?? 0 }
    guard let id, let arrival else { return nil }
    return Step(kind, id: id, start: arrival + others[0] + others[1], service: others[2])
  }
}
