import CareModel
import Interchange

/// Reads a problem for VROOM: what can't be solved here is refused by name, and nothing that counts is passed over.
///
/// `description`, the coordinates beside an index, and `distances` change nothing of the objective and are not kept.
package enum VROOMReader {
  /// Reads the bytes of a problem.
  package static func read(_ bytes: [UInt8], file: String) -> InstanceReading<VROOMInstance> {
    InstanceReading(json: bytes, file: file) { root, log in VROOMParser(log: log).instance(root) }
  }
}

/// Reads the tree; whatever is wrong with it is noted.
private struct VROOMParser {
  let log: ProblemLog

  private static let jobs = 2000
  private static let vehicles = 1000
  private static let rows = 1500
  /// VROOM's numbers are 32 bits wide.
  private static let numbers = 0...4_294_967_295
  private static let lengths = 0...10_000_000
  private static let loads = 0...1_000_000
  private static let costs = 0...1_000_000

  private static let noPairs = "jobs alone are expected: pairs of pickup and delivery can't be solved here"

  func instance(_ root: DocumentValue) -> VROOMInstance? {
    let keys = ["vehicles", "jobs", "shipments", "matrices", "matrix"]
    guard let record = RecordReader(root, path: "", keys: keys, log: log) else { return nil }
    if case .array(let pairs) = record.value("shipments")?.content, pairs.isEmpty {
    } else {
      record.refuse("shipments", VROOMParser.noPairs)
    }
    record.refuse("matrix", "tables by profile, under matrices, are expected")
    let matrices = self.matrices(record)
    let rows = matrices.first.map(\.durations.count) ?? VROOMParser.rows
    let vehicles = record.objects("vehicles", keys: VehicleKeys.all, count: 1...VROOMParser.vehicles).compactMap {
      vehicle($0, matrices, rows)
    }
    let records = record.objects("jobs", keys: JobKeys.all, count: 1...VROOMParser.jobs)
    var kind: String?
    let jobs = records.compactMap { job($0, rows, loadKind: &kind) }
    guard log.isEmpty else { return nil }
    let instance = VROOMInstance(vehicles: vehicles, jobs: jobs, matrices: matrices)
    check(instance, record, records)
    return instance
  }

  // MARK: Tables

  private func matrices(_ record: RecordReader) -> [VROOMInstance.Matrix] {
    let expected = "a table of durations for each profile is expected: no routing server is asked here"
    guard let value = record.required("matrices", expected) else { return [] }
    guard case .object(let members) = value.content, !members.isEmpty else {
      record.report("matrices", code: "value.kind", found: value.shown, expected: expected)
      return []
    }
    let matrices = members.compactMap { member -> VROOMInstance.Matrix? in
      let path = "matrices.\(member.key.prefix(60))"
      guard let table = RecordReader(member.value, path: path, keys: ["durations", "distances", "costs"], log: log)
      else { return nil }
      func rows(_ key: String, in range: ClosedRange<Int>) -> [[Int]] {
        table.squareTable(key, atMost: VROOMParser.rows, decimals: 0, in: range)
      }
      return VROOMInstance.Matrix(
        profile: member.key, durations: rows("durations", in: VROOMParser.lengths),
        costs: table.value("costs") == nil ? nil : rows("costs", in: VROOMParser.costs))
    }
    let sizes = Set(matrices.map(\.durations.count) + matrices.compactMap { $0.costs?.count })
    if sizes.count > 1 || sizes.contains(0) {
      record.report(
        "matrices", code: "vroom.matrix", found: "tables of different sizes, or without rows",
        expected: "tables with the same rows are expected")
    }
    return matrices
  }

  // MARK: Vehicles

  private enum VehicleKeys {
    static let refused = ["max_tasks", "max_travel_time", "max_distance", "steps", "type"]
    static let all =
      [
        "id", "profile", "description", "start", "start_index", "end", "end_index", "capacity", "costs", "skills",
        "time_window", "breaks", "speed_factor",
      ] + refused
    static let costs = ["fixed", "per_hour", "per_km", "per_task_hour"]
    static let rest = ["id", "description", "service", "time_windows", "max_load"]
  }

  private func vehicle(
    _ record: RecordReader, _ matrices: [VROOMInstance.Matrix], _ rows: Int
  ) -> VROOMInstance.Vehicle? {
    for key in VehicleKeys.refused { record.refuse(key, "a vehicle without \(key) is expected") }
    record.refuse("speed_factor", unlessThousandths: 1000, "no speed_factor, or 1, is expected")
    let id = record.integer("id", in: VROOMParser.numbers)
    let start = row(record, "start", rows)
    let end = row(record, "end", rows)
    if start == nil, end == nil, record.value("start") == nil, record.value("end") == nil {
      _ = record.required("start_index", "a start_index, an end_index or both are expected")
    }
    let profile = record.optionalText("profile") ?? "car"
    let matrix = matrices.firstIndex { $0.profile == profile }
    if matrix == nil, !matrices.isEmpty {
      record.report(
        "profile", code: "reference.unknown", found: profile, expected: "the name of one of the matrices is expected")
    }
    let skills = record.optionalNumbers("skills", in: VROOMParser.numbers) ?? []
    let capacity = amount(record, "capacity", in: 0...1_000_000_000)
    let window = record.value("time_window").flatMap { span($0, record, "time_window") }
    let breaks = record.objects("breaks", keys: VehicleKeys.rest, atMost: 10).compactMap(rest)
    reportRepeated(breaks.map(\.id), record, "breaks")
    let costs = record.optionalObject("costs", keys: VehicleKeys.costs)
    costs?.refuse("per_km", unlessThousandths: 0, "no per_km, or 0, is expected: distances cost nothing here")
    costs?.refuse("per_task_hour", unlessThousandths: 0, "no per_task_hour, or 0, is expected")
    let fixed = costs?.optionalInteger("fixed", in: VROOMParser.costs) ?? 0
    let perHour = costs?.optionalInteger("per_hour", in: VROOMParser.costs)
    if let perHour, perHour != 3600, matrix.map({ matrices[$0].costs != nil }) == true {
      costs?.report(
        "per_hour", code: "vroom.unsupported", found: String(perHour),
        expected: "no per_hour is expected where the matrix has costs of its own")
    }
    guard let id, let matrix else { return nil }
    return VROOMInstance.Vehicle(
      id: id, matrix: matrix, start: start, end: end, skills: Set(skills), capacity: capacity, window: window,
      breaks: breaks, fixedCost: fixed, costPerHour: perHour ?? 3600)
  }

  private func rest(_ record: RecordReader) -> VROOMInstance.Rest? {
    record.refuse("max_load", "a break without max_load is expected")
    let id = record.integer("id", in: VROOMParser.numbers)
    let service = record.optionalInteger("service", in: VROOMParser.lengths, unit: "seconds") ?? 0
    let windows = self.windows(record)
    if windows.count > 1 {
      record.report(
        "time_windows", code: "vroom.unsupported", found: "\(windows.count) windows",
        expected: "one window is expected for a break")
    }
    return id.map { VROOMInstance.Rest(id: $0, service: service, window: windows.first) }
  }

  /// A row under `start_index` or `end_index`; coordinates alone are no place here.
  private func row(_ record: RecordReader, _ key: String, _ rows: Int) -> Int? {
    let index = "\(key)_index"
    guard record.value(key) == nil || record.value(index) != nil else {
      _ = record.required(index, "a row of the matrices is expected beside the coordinates")
      return nil
    }
    return record.optionalInteger(index, in: 0...max(0, rows - 1))
  }

  // MARK: Jobs

  private enum JobKeys {
    static let refused = ["setup_per_type", "service_per_type"]
    static let all =
      [
        "id", "description", "location", "location_index", "setup", "service", "delivery", "pickup", "skills",
        "priority", "time_windows",
      ] + refused
  }

  /// - Parameter loadKind: what the jobs before this one do with loads.
  private func job(_ record: RecordReader, _ rows: Int, loadKind: inout String?) -> VROOMInstance.Job? {
    for key in JobKeys.refused { record.refuse(key, "a job without \(key) is expected") }
    let id = record.integer("id", in: VROOMParser.numbers)
    let location = record.integer("location_index", in: 0...max(0, rows - 1))
    let setup = record.optionalInteger("setup", in: VROOMParser.lengths, unit: "seconds") ?? 0
    let service = record.optionalInteger("service", in: VROOMParser.lengths, unit: "seconds") ?? 0
    var load = 0
    for key in ["delivery", "pickup"] {
      guard let amount = amount(record, key, in: VROOMParser.loads), amount > 0 else { continue }
      if loadKind ?? key != key {
        record.report(
          key, code: "vroom.unsupported", found: String(amount),
          expected: "deliveries alone or pickups alone are expected")
      }
      loadKind = key
      load = amount
    }
    let skills = record.optionalNumbers("skills", in: VROOMParser.numbers) ?? []
    let priority = record.optionalInteger("priority", in: 0...100) ?? 0
    let windows = self.windows(record)
    guard let id, let location else { return nil }
    return VROOMInstance.Job(
      id: id, location: location, setup: setup, service: service, load: load, skills: Set(skills), priority: priority,
      windows: windows)
  }

  /// The amount of the one dimension that can be had here; nil where there is none.
  private func amount(_ record: RecordReader, _ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let amounts = record.optionalNumbers(key, in: range) else { return nil }
    if amounts.count > 1 {
      record.report(
        key, code: "vroom.unsupported", found: "\(amounts.count) amounts", expected: "a list of one amount is expected")
    }
    return amounts.first
  }

  // MARK: Windows

  private func windows(_ record: RecordReader) -> [VROOMInstance.Span] {
    guard let value = record.value("time_windows") else { return [] }
    guard case .array(let items) = value.content, (1...100).contains(items.count) else {
      record.report(
        "time_windows", code: "list.length", found: value.shown, expected: "a list of 1 to 100 windows is expected")
      return []
    }
    let spans = items.compactMap { span($0, record, "time_windows") }
    for (window, next) in zip(spans, spans.dropFirst()) where next.start <= window.end {
      record.report(
        "time_windows", code: "window.overlap", found: "\(window.end), then \(next.start)",
        expected: "windows in order that don't touch are expected")
    }
    return spans
  }

  private func span(_ value: DocumentValue, _ record: RecordReader, _ key: String) -> VROOMInstance.Span? {
    guard case .array(let items) = value.content, items.count == 2, let start = number(items[0]),
      let end = number(items[1])
    else {
      record.report(
        key, code: "number.list", found: value.shown,
        expected: "two whole numbers of seconds, [from, until], are expected")
      return nil
    }
    guard start <= end else {
      record.report(
        key, code: "interval.backwards", found: "\(start) to \(end)",
        expected: "an end not before the start is expected")
      return nil
    }
    return VROOMInstance.Span(start, end)
  }

  private func number(_ value: DocumentValue) -> Int? {
    guard case .number(let text) = value.content, let number = FixedPoint.number(text, decimals: 0),
      VROOMParser.numbers.contains(number)
    else { return nil }
    return number
  }

  // MARK: The whole

  private func check(_ instance: VROOMInstance, _ record: RecordReader, _ jobs: [RecordReader]) {
    reportRepeated(instance.vehicles.map(\.id), record, "vehicles")
    reportRepeated(instance.jobs.map(\.id), record, "jobs")
    if instance.jobs.contains(where: { $0.load > 0 }), instance.vehicles.contains(where: { $0.capacity == nil }) {
      record.report(
        "vehicles", code: "vroom.capacity", found: "a vehicle without capacity, and jobs with loads",
        expected: "a capacity of every vehicle is expected")
    }
    let starts = Set(instance.vehicles.compactMap(\.start))
    let places = Dictionary(grouping: instance.jobs, by: \.location)
    for (job, source) in zip(instance.jobs, jobs) where job.setup > 0 {
      guard starts.contains(job.location) || (places[job.location]?.count ?? 0) > 1 else { continue }
      source.report(
        "setup", code: "vroom.unsupported", found: "\(job.setup) seconds at a place that others begin or work at",
        expected: "no setup is expected there: it would hang on what comes before the job")
    }
    if let what = instance.tooLarge {
      record.report(
        "jobs", code: "vroom.tooLarge", found: what, expected: "a problem of fewer or smaller numbers is expected")
    }
  }

  private func reportRepeated(_ ids: [Int], _ record: RecordReader, _ key: String) {
    var seen: Set<Int> = []
    for id in ids where !seen.insert(id).inserted {
      record.report(key, code: "id.repeated", found: String(id), expected: "another number for each is expected")
    }
  }
}

extension RecordReader {
  /// Notes a key that VROOM knows and that can't be solved here.
  fileprivate func refuse(_ key: String, _ expected: String) {
    guard let value = value(key) else { return }
    report(key, code: "vroom.unsupported", found: value.shown, expected: expected)
  }

  /// The same, unless it stands at the value at which it means nothing.
  fileprivate func refuse(_ key: String, unlessThousandths meaningless: Int, _ expected: String) {
    if case .number(let text) = value(key)?.content, FixedPoint.number(text, decimals: 3) == meaningless { return }
    refuse(key, expected)
  }

  /// A list of numbers that may be there.
  fileprivate func optionalNumbers(_ key: String, in range: ClosedRange<Int>) -> [Int]? {
    value(key) == nil ? nil : numbers(key, count: 0...1000, in: range)
  }
}
