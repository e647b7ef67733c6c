import ArgumentParser
import CareModel
import Explanations
import Interchange
import Presentation
import RotaChecking
import RotaOptimiser
import RotaPlanning
import TravelTimes

/// `reable rota`: the day in, a checked rota out.
struct RotaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rota",
    abstract: "Make the rota of a day, prove it with the checker, and show it.",
    discussion: """
      Without --format it writes the page and the rota as JSON to the folder --out (rota/ unless set) and prints a summary.
      With --format it writes that one format to --out, or to standard output.

      Examples:
        reable rota Scenarios/small-borough-day --names Scenarios/small-borough-day/names.csv
        reable rota myday --as-of 10:00 --out today
        reable rota day.json --format json --out rota.json --budget 20000000 --seed 7
        reable rota day.json --solver greedy --format table
        reable rota service.json --date 2026-12-25
        reable rota day.json --from rota.json
          takes up a rota again. Whatever of it breaks a rule now (somebody is ill, a call is cancelled) is mended first; the page and the
          JSON (provenance.start) list it, and the summary counts it:
          NOTE  started from a rota: 84 calls kept; dropped 8; rules broken: everything named is in the document (8)
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case summary, table, json, csv, html }
  enum FailOn: String, ExpressibleByArgument, CaseIterable { case late }

  @OptionGroup var input: DayOptions

  @Option(
    help: "Which stages work: auto and glpk all of them (glpk: exit 69 where GLPK fails), greedy the fallback alone.")
  var solver: OptimiserSettings.Solver = .auto

  @Option(
    help:
      "Work units to spend, about a microsecond each; the same budget gives the same rota. Follows from the size of the day unless set."
  )
  var budget: Int?

  @Option(help: "Be done after about so many seconds, with the best rota so far; a safety net, the rota then says so.")
  var timeLimit: Double?

  @Option(
    help:
      "Threads to work on, 1 to 64: the rota is the same with any number. As many as cores, at most 4, unless set."
  )
  var threads: Int?

  @Option(help: "Seed of the search's random numbers.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Start from this rota of the day, JSON or CSV as reable check reads it, instead of from nothing. It may break rules and binds nothing.",
      valueName: "rota"))
  var from: String?

  @Option(help: "A file with id,name: names are joined only when printing.")
  var names: String?

  @Option(help: "Where to write: a folder for the summary's page and JSON, a file for the other formats.")
  var out: String?

  @Option(help: "summary, table, json, csv or html.")
  var format: Format = .summary

  @Option(help: "late: exit 1 where a first visit is late, too.")
  var failOn: FailOn?

  @Flag(help: "No progress and no notes; errors still show.")
  var quiet = false

  func validate() throws {
    if let budget, !(0...1_000_000_000_000).contains(budget) {
      throw ValidationError("--budget \(budget): take a number from 0 to 1000000000000")
    }
    if let timeLimit, !(timeLimit > 0 && timeLimit <= 86_400) {
      throw ValidationError("--time-limit \(timeLimit): take seconds from above 0 to 86400")
    }
    try ThreadCount.validate(threads)
  }

  func run() throws {
    var limit = TimeLimit(seconds: timeLimit)
    let (caseload, digest) = try input.read(isQuiet: quiet)
    let book = try InputFile.names(names)
    let start = try from.map { try InputFile.rota($0, of: caseload) }.map { RotaStart($0.rota, digest: $0.digest) }
    let travel = try DayOptions.travel(of: caseload)
    limit.inputIsRead()
    let checked = try plan(caseload, travel, digest, start, limit)
    let explanations = ReasonFinder(checked, of: caseload, travel: travel).explanations()
    let report = RotaReport(
      caseload: caseload, checked: checked, explanations: explanations, names: PersonNames { book.name(PersonID($0)) })
    do {
      try write(checked, caseload, explanations, report, book)
    } catch let error as FileError {
      throw Refusal.file(error)
    }
    if !quiet { Console.writeNote(ProcessUse.words) }
    try exit(for: checked, caseload, report)
  }

  private func plan(
    _ caseload: Caseload, _ travel: TravelModel, _ digest: String, _ start: RotaStart?, _ limit: TimeLimit
  ) throws -> CheckedRota {
    var settings = OptimiserSettings(seed: seed, budget: budget, solver: solver)
    settings.threads = threads ?? ThreadCount.usual
    let planner = RotaPlanner(
      caseload, travel: travel, settings: settings,
      identity: RotaPlanner.Identity(inputDigest: digest, engineVersion: ReableVersion.number))
    var line = ProgressLine(isTerminal: Console.noteIsTerminal, columns: Console.columns)
    defer { if !quiet { Console.writeNote(line.end()) } }
    do {
      return try planner.plan(
        from: start,
        progress: { moment in
          guard !quiet else { return }
          Console.writeNote(line.text(for: ProgressEvent(stage: moment.stage, best: moment.score)))
        },
        deadlineReached: { limit.isReached })
    } catch {
      throw Refusal.planning(error)
    }
  }

  private func write(
    _ checked: CheckedRota, _ caseload: Caseload, _ explanations: [Explanation], _ report: RotaReport, _ book: NameBook
  ) throws {
    let document = RotaDocument(checked, of: caseload, explanations: explanations)
    switch format {
    case .summary:
      let folder = out ?? "rota"
      let page = "\(folder)/\(caseload.serviceDate).html"
      try AtomicFile(path: page).write(RotaPage(report).html)
      try AtomicFile(path: "\(folder)/\(caseload.serviceDate).json").write(document.json)
      let summary = TerminalSummary(
        report, page: page,
        advice: caseload.isInvented ? "Your own day: reable template myday && reable rota myday" : nil,
        columns: Console.columns)
      try Console.writeData(summary.text)
    case .table: try put(RunTable(report).text(isStyled: out == nil && Console.dataIsTerminal))
    case .json: try put(document.json)
    case .csv: try put(RotaTable(checked, of: caseload, explanations: explanations, names: book).csv)
    case .html: try put(RotaPage(report).html)
    }
  }

  private func put(_ text: String) throws {
    if let out { try AtomicFile(path: out).write(text) } else { try Console.writeData(text) }
  }

  private func exit(for checked: CheckedRota, _ caseload: Caseload, _ report: RotaReport) throws {
    let glpk = checked.rota.provenance?.stages.first { $0.name == OptimiserStage.Kind.glpk.rawValue }
    if solver == .glpk, case .failed(let reason)? = glpk?.outcome {
      Console.writeNote("GLPK was asked for and failed: \(reason)\nThe rota is the best that was found without it.\n")
      throw ExitReason.componentMissing.code
    }
    let essential = checked.uncoveredEssentialCalls(of: caseload)
    var reasons: [String] = []
    if !essential.isEmpty { reasons.append("essential calls not covered: \(essential.count)") }
    if !caseload.quarantine.isEmpty { reasons.append("records left out: \(caseload.quarantine.count)") }
    if failOn == .late, checked.score.total(.responseLateness) > 0 { reasons.append("a first visit is late") }
    guard !reasons.isEmpty else { return }
    // The summary has said it already.
    if !quiet, format != .summary { Console.writeNote("Not complete: \(reasons.joined(separator: "; "))\n") }
    throw ExitReason.incomplete.code
  }
}

extension OptimiserSettings.Solver: ExpressibleByArgument {}
