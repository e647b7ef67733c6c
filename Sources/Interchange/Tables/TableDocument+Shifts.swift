import CareModel

extension TableDocument {
  /// The duty periods of each worker, from `shifts.csv`; a shift of nobody known is a problem of its own.
  mutating func shiftsByWorker() -> [String: [DocumentValue]] {
    let workers = rows(.workers)
    let known = Set(workers.compactMap { $0.text("worker") })
    let withStart = Set(workers.filter { $0.hasAny("latitude", "longitude") }.compactMap { $0.text("worker") })
    var shifts: [String: [DocumentValue]] = [:]
    for var cells in rows(.shifts) {
      let worker = cells.text("worker") ?? ""
      let number = (shifts[worker]?.count ?? 0) + 1
      let id = cells.text("shift") ?? "\(worker)-\(number)"
      if worker.isEmpty {
        _ = cells.value("worker")
      } else if !known.contains(worker) {
        cells.reportUnknown(worker, "worker", among: known.sorted(), in: .workers)
      }
      shifts[worker, default: []].append(
        TableDocument.shift(&cells, id: id, worker: worker, hasStart: withStart.contains(worker)))
      // A shift stands inside its worker in the document: with a bad shift the worker is set aside.
      let isNobodys = !known.contains(worker)
      keep(cells.problems, kind: isNobodys ? "shift" : "worker", id: isNobodys ? id : worker)
    }
    for (worker, problem) in ragged(.shifts, of: "worker") {
      let isNobodys = !known.contains(worker)
      keep([problem], kind: isNobodys ? "shift" : "worker", id: isNobodys ? problem.location : worker)
      shifts[worker, default: []].append(.unreadable(problem))
    }
    return shifts
  }

  /// Workers with no row in `shifts.csv`, in one warning: a day off, or a row that was forgotten.
  var workersWithoutShift: [InputProblem] {
    let onDuty = Set(rows(.shifts).compactMap { $0.text("worker") })
    let others = rows(.workers).compactMap { $0.text("worker") }.filter { !onDuty.contains($0) }
    guard !others.isEmpty else { return [] }
    return [
      InputProblem(
        code: "worker.noShift", location: "shifts.csv", found: "no shift of \(others.joined(separator: ", "))",
        expected: "a row for each worker who is on duty today")
    ]
  }

  private static func shift(
    _ cells: inout CellReader, id: String, worker: String, hasStart: Bool
  ) -> DocumentValue {
    let pause = [
      cells.member("lengthMinutes", "break_minutes"), cells.member("windowStart", "break_from"),
      cells.member("windowEnd", "break_until"), cells.member("taken", "break_taken"),
    ].compactMap { $0 }
    return cells.object([
      cells.member("id", .text(id)), cells.member("start", "start"), cells.member("end", "end"),
      cells.dutyPlace("startPlace", "start_place", worker: worker, hasStart: hasStart, usual: "home"),
      cells.dutyPlace("endPlace", "end_place", worker: worker, hasStart: hasStart, usual: nil),
      cells.member("mode", "travel_by") ?? cells.member("mode", .text(TravelMode.car.rawValue)),
      pause.isEmpty ? nil : cells.member("breaks", .array([cells.object(pause)])),
      cells.member("agreedOvertimeMinutes", "overtime_minutes"),
    ])
  }
}

extension CellReader {
  /// A place of `places.csv`, or the worker's own where it says `home`.
  fileprivate mutating func dutyPlace(
    _ key: String, _ column: String, worker: String, hasStart: Bool, usual: String?
  ) -> DocumentValue.Member? {
    guard let said = text(column) ?? usual else { return nil }
    guard TableChoices.plain(said) == "home" else { return member(key, column) }
    if !hasStart {
      report(
        InputProblem(
          code: "place.missing", location: "\(position(column))", found: text(column) ?? "",
          expected: "\(column): a place of places.csv, or latitude and longitude of \(worker) in workers.csv"))
    }
    return member(key, .text(Home.worker(worker)))
  }

  mutating func reportUnknown(_ id: String, _ column: String, among known: [String], in schema: TableSchema) {
    report(
      InputProblem(
        code: "reference.unknown", location: "\(position(column))", found: id.shortened,
        expected: "\(column): one of \(schema.file)",
        suggestion: NearestWord.to(id, among: known).map { "\($0) was meant" }))
  }
}
