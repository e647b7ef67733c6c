import CareModel
import Quantities

/// Reads a rota from a sheet: ours (``RotaTable``), or one with the columns worker, visit and start alone.
enum RotaSheetReader {
  private static let schema = TableSchema(
    file: "rota.csv", recordKind: "stop", meaning: "one call of a worker",
    columns: [
      TableColumn("what", .choice(TableChoices(RotaTable.What.self)), "empty means a call"),
      TableColumn("worker", .text, "who"), TableColumn("duty", .text, "in which shift"),
      TableColumn("visit", .text, "which call"),
      TableColumn("demand", .wholeNumber, "which worker of the call, from 0"),
      TableColumn("start", .text, required: true, "07:30, 24/11/2026 07:30, or with the zone's offset"),
      TableColumn("end", .text, "empty takes the call's length"),
      TableColumn("person", .text, ""), TableColumn("clock", .text, ""), TableColumn("arrival", .text, ""),
      TableColumn("level", .text, ""), TableColumn("reason", .text, ""), TableColumn("worker_name", .text, ""),
      TableColumn("person_name", .text, ""),
    ])

  static func read(_ reading: CSVReading, of caseload: Caseload) -> RotaReading {
    let table = reading.table
    var problems = reading.fileProblems + reading.rowProblems.map(\.problem)
    if reading.fileProblems.isEmpty { problems += headerProblems(table) }
    guard problems.isEmpty else { return RotaReading(rota: nil, problems: problems) }
    let columns = TableHeader.columns(of: table, schema: schema)
    let clock = LocalClock(calendar: caseload.calendar, serviceDate: caseload.serviceDate)
    var assembly = RotaAssembly(caseload)
    var stops: [PlacedStop] = []
    for row in table.rows {
      var cells = CellReader(row: row, schema: schema, columns: columns, clock: clock)
      let what = cells.value("what")?.content ?? .text(RotaTable.What.call.rawValue)
      switch what {
      case .text(RotaTable.What.call.rawValue):
        if let stop = stop(&cells, clock) { stops.append(stop) }
      case .text(RotaTable.What.pause.rawValue):
        if let pause = pause(&cells, clock) { assembly.add(pause) }
      default: break
      }
      for problem in cells.problems { assembly.report(problem) }
    }
    assembly.add(stops)
    if let first = stops.first, !stops.contains(where: { caseload.day.contains($0.start) }) {
      assembly.report(
        InputProblem(
          code: "rota.otherDay", location: first.location, found: caseload.calendar.iso(first.start),
          expected: "a rota of the day's own date, \(caseload.serviceDate): no stop of this one is on it"))
    }
    let rota = assembly.rota(serviceDate: caseload.serviceDate, asOf: caseload.asOf, uncovered: nil)
    return RotaReading(rota: rota, problems: assembly.problems)
  }

  /// Any columns may stand beside ours in somebody's own sheet; those that a rota needs may not be missing.
  private static func headerProblems(_ table: CSVTable) -> [InputProblem] {
    let columns = TableHeader.columns(of: table, schema: schema)
    return ["worker", "visit", "start"].filter { columns[$0] == nil }.map { name in
      InputProblem(
        code: "column.missing", location: "\(SourcePosition(file: table.file, line: 1, column: 1))", found: "",
        expected: "a column \(name); worker, visit and start are needed",
        suggestion: NearestWord.to(name, among: table.header.map(\.text)).map { "\($0) is that column" })
    }
  }

  private static func stop(_ cells: inout CellReader, _ clock: LocalClock) -> PlacedStop? {
    let worker = needed("worker", "who does the call", &cells)
    let visit = needed("visit", "which call it is", &cells)
    let start = instant("start", &cells, clock)
    let end = cells.cell("end") == nil ? nil : instant("end", &cells, clock)
    var demand: Int?
    if case .number(let digits) = cells.value("demand")?.content { demand = Int(digits) ?? Int.max }
    guard let worker, let visit, let start else { return nil }
    return PlacedStop(
      worker: WorkerID(worker), duty: cells.text("duty").map { DutyID($0) }, visit: VisitID(visit), demand: demand,
      start: start, end: end, location: "\(cells.row.position)")
  }

  private static func pause(_ cells: inout CellReader, _ clock: LocalClock) -> PlacedBreak? {
    let worker = needed("worker", "whose break it is", &cells)
    let start = instant("start", &cells, clock)
    let end = instant("end", &cells, clock)
    guard let worker, let start, let end else { return nil }
    return PlacedBreak(
      worker: WorkerID(worker), duty: cells.text("duty").map { DutyID($0) }, start: start, end: end,
      location: "\(cells.row.position)")
  }

  private static func needed(_ column: String, _ meaning: String, _ cells: inout CellReader) -> String? {
    if let text = cells.text(column) { return text }
    cells.report(
      InputProblem(
        code: "cell.missing", location: "\(cells.position(column))", found: "", expected: "\(column): \(meaning)"))
    return nil
  }

  /// A clock time of the day, a day and a time, or ISO 8601 with zone.
  private static func instant(_ column: String, _ cells: inout CellReader, _ clock: LocalClock) -> Instant? {
    let text = cells.text(column) ?? ""
    if case .success(let instant) = ZonedTime.read(text, in: clock.calendar) { return instant }
    if case .at(let instant) = clock.moment(text, isEnd: column == "end") { return instant }
    cells.report(
      InputProblem(
        code: text.isEmpty ? "cell.missing" : "cell.malformed", location: "\(cells.position(column))", found: text,
        expected: "\(column): a time that the clocks show, such as 07:30 or 24/11/2026 07:30"))
    return nil
  }
}
