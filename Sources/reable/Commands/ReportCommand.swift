import ArgumentParser
import CareModel
import Interchange
import Presentation
import RotaChecking

/// `reable report`: how a rota does by people and workers.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Count how a rota keeps times, who comes to whom, and how work is shared.",
    discussion: """
      Punctuality, continuity, travel, use of paid time, and how unsocial hours and miles are shared; each number with what it counts. With
      --format csv the raw numbers: a row for each worker, person or call (--sheet).

      Examples:
        reable report day.json rota.json
        reable report day.json rota.json --format csv --sheet people --out people.csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case summary, csv }

  @OptionGroup var input: RotaInput

  @Option(help: "summary or csv.")
  var format: Format = .summary

  @Option(help: "What csv has a row for: workers, people or calls.")
  var sheet: MeasureTable.Sheet?

  @Option(help: "The file to write; standard output unless set.")
  var out: String?

  func validate() throws {
    if sheet != nil, format != .csv { throw ValidationError("--sheet goes with --format csv, not \(format.rawValue)") }
  }

  func run() throws {
    let reading = try input.read()
    let measures = RotaMeasures(reading.checked, of: reading.caseload)
    do {
      switch format {
      case .summary:
        try put(MeasureReport(measures, of: reading.report).text(isStyled: out == nil && Console.dataIsTerminal))
      case .csv:
        try put(MeasureTable(measures, of: reading.caseload, names: reading.names).csv(sheet ?? .workers))
      }
    } catch let error as FileError {
      throw Refusal.file(error)
    }
    try reading.exitIfIncomplete(isQuiet: input.quiet)
  }

  private func put(_ text: String) throws {
    if let out { try AtomicFile(path: out).write(text) } else { try Console.writeData(text) }
  }
}

extension MeasureTable.Sheet: ExpressibleByArgument {}
