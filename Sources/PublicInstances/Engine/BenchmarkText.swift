import Quantities
import RotaOptimiser

/// Benchmark rows and summaries as cells, for a table or a CSV file.
package enum BenchmarkText {
  package static let columns = [
    "set", "instance", "convention", "ours", "best known", "gap %", "bound", "work", "seconds", "peak MB", "remarks",
  ]

  package static func cells(_ row: BenchmarkRow) -> [String] {
    var remarks = row.faults
    if row.leftOut > 0 { remarks.insert("\(row.leftOut) that must be served are not", at: 0) }
    if let beyond = row.firstValueBeyond, beyond != 0 {
      remarks.insert("\(beyond > 0 ? "+" : "-")\(beyond.magnitude) vehicles", at: 0)
    }
    if row.published?.isProven == true { remarks.append("best known is optimal") }
    let best = row.published?.value.description ?? "none"
    return [
      row.set.rawValue, row.instance, row.convention.rawValue, row.leftOut > 0 ? "-" : text(row.value), best,
      percent(row.gap), row.bound?.description ?? "none", String(row.work), row.seconds.map(seconds) ?? "",
      row.peakMegabytes.map { String($0) } ?? "", remarks.joined(separator: "; "),
    ]
  }

  package static let summaryColumns = [
    "set", "family", "convention", "instances", "valid", "reached", "mean gap %", "largest gap %", "vehicles beyond",
    "work",
  ]

  package static func cells(_ summary: BenchmarkSummary) -> [String] {
    [
      summary.set.rawValue, summary.family, summary.convention.rawValue, String(summary.instances),
      String(summary.valid), String(summary.reached), percent(summary.meanGap), percent(summary.largestGap),
      summary.vehiclesBeyond.map { String($0) } ?? "", String(summary.work),
    ]
  }

  /// The rota behind a row: a line for each run, `run: call.demand@start …` and breaks as `rest@start-end`, in the numbers of the translation.
  package static func rota(_ row: BenchmarkRow) -> String {
    (row.rota?.runs ?? []).enumerated().filter { !$0.element.stops.isEmpty }.map { number, run in
      let stops = run.stops.map { (time: $0.start.value, text: "\($0.call).\($0.demand)@\($0.start.value)") }
      let rests = run.breaks.map { (time: $0.start.value, text: "rest@\($0.start.value)-\($0.end.value)") }
      return "\(number): " + (stops + rests).sorted { $0.time < $1.time }.map(\.text).joined(separator: " ") + "\n"
    }.joined()
  }

  /// Rows as comma-separated values, quoted where a cell needs it.
  package static func csv(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { cell in
        let isPlain = !cell.contains { $0 == "," || $0 == "\"" || $0.isNewline }
        return isPlain ? cell : "\"\(cell.replacing("\"", with: "\"\""))\""
      }.joined(separator: ",") + "\n"
    }.joined()
  }

  private static func text(_ value: SetObjective?) -> String {
    value.map {
      $0.values.map { $0.denominator > 1000 ? $0.text(decimals: 2) : $0.description }.joined(separator: " / ")
    }
      ?? "-"
  }

  private static func percent(_ gap: Int?) -> String {
    gap.map { ExactValue($0, over: 100).text(decimals: 2) } ?? ""
  }

  private static func seconds(_ seconds: Double) -> String {
    Int(exactly: (seconds * 10).rounded()).map { ExactValue($0, over: 10).text(decimals: 1) } ?? ""
  }
}
