import ArgumentParser
import CareModel
import EpisodePlanning
import Interchange
import Presentation
import Quantities
import RotaOptimiser
import RotaPlanning
import ServicePlanning

/// `reable plan`: a service in; who starts when, what has to be done, where it is tight out.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan the coming weeks of a service: starts, plans and reviews on days, tasks due, capacity.",
    discussion: """
      It proposes; nothing is promised to anybody until it is booked in the service's document.
      It ends with 1 where the rotas of the first days leave an essential call without a place, or a record was left out; not where
      a start waits for another day. With --without-rotas nobody knows what has a place.

      Examples:
        reable plan service.json
        reable plan service.json --days 14 --format table
        reable plan service.json --as-of 10:30 --from 01/12/2026
        reable plan myservice                              (a folder of reable template --service)
        reable plan service.json --person p-0012
        reable plan service.json --person p-0012 --format json
        reable plan service.json --format html --out plan.html
        reable plan service.json --format json --out plan.json
        reable plan service.json --format csv --sheet load --out load.csv
        reable plan service.json --previous plan.json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case summary, table, html, json, csv }

  enum Sheet: String, ExpressibleByArgument, CaseIterable { case calls, load }

  @Argument(help: "A JSON document of a whole service (reable-service), or a folder with service.json or CSV files.")
  var service: String

  @Option(
    help: ArgumentHelp(
      "Plan at this moment of the service's today instead of its own: 10:00, or with day and zone 2026-11-24T10:00Z.",
      valueName: "hh:mm"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Show calls and contact time from this day on, written 1/12/2026 or 2026-12-01; it is planned from today all the"
        + " same. Starts and tasks are about now, and stay.",
      valueName: "day"))
  var from: String?

  @Option(help: "How many days to show, today or the day of --from included: 1 to 84, none later than today's 84th.")
  var days = 42

  @Option(
    help: ArgumentHelp(
      "Show one person's weeks alone, clocks and stays in hospital included (json and csv: what the plan has of them), by the id of the person, a referral or an episode; with --names, by name, too.",
      valueName: "id"))
  var person: String?

  @Option(help: "A file with id,name: names are joined only when printing.")
  var names: String?

  @Option(help: "The file to write; standard output unless set.")
  var out: String?

  @Option(
    help:
      "summary, table (every start, task, broken promise, change and day's load), html (a page to print), json or csv (--sheet)."
  )
  var format: Format = .summary

  @Option(help: "What csv has: calls (every call), or load (contact time and load by role, patch and skill).")
  var sheet: Sheet?

  @Option(
    help: ArgumentHelp(
      "The plan before (--format json): it is kept to where the promises allow, and every change is told with its reason.",
      valueName: "plan"))
  var previous: String?

  @Flag(help: "Don't make the rotas of the first two days, from which travel and what really fits are learned: faster.")
  var withoutRotas = false

  @Option(help: "Threads to work on, 1 to 64: the plan is the same with any number.")
  var threads: Int?

  @Flag(help: "No progress; errors still show.")
  var quiet = false

  @OptionGroup var columns: ColumnsOption

  @Flag(help: "Stop where a record is wrong, instead of leaving it out and saying so.")
  var refuseBadRecords = false

  func validate() throws {
    guard EpisodePlanner.horizon.contains(days) else {
      throw ValidationError("--days \(days): take a number from 1 to 84")
    }
    try MomentOption.validate(asOf)
    if let from, LocalClock.date(from) == nil {
      throw ValidationError("--from \(from) is no date; write it like 1/12/2026 or 2026-12-01")
    }
    try ThreadCount.validate(threads)
    if let out, ServiceInput.isSameFile(out, service) {
      throw ValidationError("--out \(out) is what is read: it would be overwritten")
    }
    if sheet != nil, format != .csv {
      throw ValidationError("--sheet goes with --format csv, not \(format.rawValue)")
    }
    if person != nil, sheet == .load {
      throw ValidationError(
        "--person goes with --sheet calls alone: contact time and load are the whole service's, not one person's")
    }
    if person != nil, format == .html || format == .table {
      throw ValidationError(
        "--person shows one person's weeks as text, or what the plan has of them with --format json or csv:"
          + " leave --format \(format.rawValue) out")
    }
  }

  func run() throws {
    let service = try ServiceInput.read(
      self.service, asOf: asOf, columns: columns, refusingBadRecords: refuseBadRecords)
    let book = try InputFile.names(names)
    let first = try firstShown(service)
    let plan = try plan(service, days: first.daysSinceEpoch - service.today.daysSinceEpoch + days)
    do {
      try put(plan.shown(from: first), service, book)
    } catch let error as FileError {
      throw Refusal.file(error)
    }
    try exit(for: plan, service)
  }

  /// As `reable rota` of the days that were rostered ends; a start that waits for another day is no reason.
  private func exit(for plan: EpisodePlan, _ service: Service) throws {
    let undone = plan.agreement?.days.reduce(0) { $0 + $1.withoutPlace.count } ?? 0
    var reasons: [String] = []
    if undone > 0 { reasons.append("essential calls without a place in the rotas of the first days: \(undone)") }
    if !service.quarantine.isEmpty { reasons.append("records left out: \(service.quarantine.count)") }
    guard !reasons.isEmpty else { return }
    if !quiet { Console.writeNote("Not complete: \(reasons.joined(separator: "; "))\n") }
    throw ExitReason.incomplete.code
  }

  /// The first day that is shown.
  ///
  /// - Throws: `ExitCode` after saying that it can't be.
  private func firstShown(_ service: Service) throws -> CivilDate {
    guard let from, let first = LocalClock.date(from) else { return service.today }
    let horizon = EpisodePlanner.horizon.upperBound
    let last = service.today.adding(days: horizon - 1)
    guard first >= service.today else {
      throw Refusal.input("--from \(first) is over: the service's today is \(service.today)")
    }
    guard first.adding(days: days - 1) <= last else {
      throw Refusal.input(
        "--from \(first) with --days \(days) ends after \(last), the last of the \(horizon) days that are planned")
    }
    return first
  }

  /// With rotas of the first days, unless they are not wanted.
  ///
  /// - Parameter days: the service's today included.
  private func plan(_ service: Service, days: Int) throws -> EpisodePlan {
    let previous = try readPrevious(service)
    if withoutRotas { return EpisodePlanner(service, days: days, previous: previous).plan() }
    var settings = OptimiserSettings()
    settings.threads = threads ?? ThreadCount.usual
    do {
      return try ServicePlanner(service, days: days, settings: settings, previous: previous).plan { step in
        if !quiet { Console.writeNote("\(step)\n") }
      }
    } catch {
      throw Refusal.planning(error)
    }
  }

  /// The plan before.
  ///
  /// - Throws: `ExitCode` after saying what is wrong with it.
  private func readPrevious(_ service: Service) throws -> PreviousPlan? {
    guard let previous else { return nil }
    let reading: PlanReading
    do {
      reading = PlanReader.read(json: try InputFile.bytes(of: previous), file: previous, for: service)
    } catch let error as FileError {
      throw Refusal.file(error)
    }
    guard let plan = reading.plan else { throw Refusal.input(reading.problems, of: previous) }
    return plan
  }

  private func put(_ plan: EpisodePlan, _ service: Service, _ book: NameBook) throws {
    let printed = PersonNames { book.name(PersonID($0)) }
    let isStyled = out == nil && Console.dataIsTerminal
    let one = try person.map { try ServiceInput.person($0, in: service, names: book) }
    let text: String =
      switch format {
      case .summary:
        one.flatMap { PlanCalendar(plan, of: service, names: printed).text(of: $0, isStyled: isStyled) }
          ?? PlanSummary(plan, of: service, names: printed).text(isStyled: isStyled)
      case .table: PlanTables(plan, of: service, names: printed).text(isStyled: isStyled)
      case .html: PlanPage(plan, of: service, names: printed).html
      case .json: PlanDocument(plan, of: service, person: one).json
      case .csv where sheet == .load: PlanLoadTable(plan).csv
      case .csv: PlanTable(one.map(plan.part) ?? plan, of: service, person: one, names: book).csv
      }
    if let out { try AtomicFile(path: out).write(text) } else { try Console.writeData(text) }
  }
}
