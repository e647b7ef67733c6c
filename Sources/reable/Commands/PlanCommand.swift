import ArgumentParser
import CareModel
import EpisodePlanning
import Interchange
import Presentation
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

      Examples:
        reable plan service.json
        reable plan service.json --days 14 --format table
        reable plan service.json --person p-0012
        reable plan service.json --format html --out plan.html
        reable plan service.json --format json --out plan.json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case summary, table, html, json, csv }

  @Argument(help: "A JSON document of a whole service (reable-service), or a folder with service.json.")
  var service: String

  @Option(help: "How many days to plan, today included: 1 to 84.")
  var days = 42

  @Option(
    help: ArgumentHelp(
      "Show one person's weeks alone, by the id of the person, a referral or an episode.", valueName: "id"))
  var person: String?

  @Option(help: "A file with id,name: names are joined only when printing.")
  var names: String?

  @Option(help: "The file to write; standard output unless set.")
  var out: String?

  @Option(help: "summary, table (every task, every day's load), html (a page to print), json or csv (every call).")
  var format: Format = .summary

  @Flag(help: "Don't make the rotas of the first two days, from which travel and what really fits are learned: faster.")
  var withoutRotas = false

  @Option(help: "Threads to work on, 1 to 64: the plan is the same with any number.")
  var threads: Int?

  @Flag(help: "No progress; errors still show.")
  var quiet = false

  @Flag(help: "Stop where a record is wrong, instead of leaving it out and saying so.")
  var refuseBadRecords = false

  func validate() throws {
    guard EpisodePlanner.horizon.contains(days) else {
      throw ValidationError("--days \(days): take a number from 1 to 84")
    }
    try ThreadCount.validate(threads)
    if let out, ServiceInput.isSameFile(out, service) {
      throw ValidationError("--out \(out) is the service's own document: it would be overwritten")
    }
    if person != nil, format != .summary {
      throw ValidationError("--person shows one person's weeks as text: leave --format \(format.rawValue) out")
    }
  }

  func run() throws {
    let service = try ServiceInput.read(self.service, refusingBadRecords: refuseBadRecords)
    let book = try InputFile.names(names)
    let plan = try plan(service)
    do {
      try put(plan, service, book)
    } catch let error as FileError {
      throw Refusal.file(error)
    }
    if !service.quarantine.isEmpty { throw ExitReason.incomplete.code }
  }

  /// With rotas of the first days, unless they are not wanted.
  private func plan(_ service: Service) throws -> EpisodePlan {
    if withoutRotas { return EpisodePlanner(service, days: days).plan() }
    var settings = OptimiserSettings()
    settings.threads = threads ?? ThreadCount.usual
    do {
      return try ServicePlanner(service, days: days, settings: settings).plan { step in
        if !quiet { Console.writeNote("\(step)\n") }
      }
    } catch {
      throw Refusal.planning(error)
    }
  }

  private func put(_ plan: EpisodePlan, _ service: Service, _ book: NameBook) throws {
    let printed = PersonNames { book.name(PersonID($0)) }
    let isStyled = out == nil && Console.dataIsTerminal
    let text: String
    if let person {
      guard
        let weeks = PlanTables(plan, of: service, names: printed).calendar(
          of: ServiceInput.person(person, in: service), isStyled: isStyled)
      else { throw Refusal.input("--person \(person): the service knows nobody of this id") }
      text = weeks
    } else {
      text =
        switch format {
        case .summary: PlanSummary(plan, of: service, names: printed).text(isStyled: isStyled)
        case .table: PlanTables(plan, of: service, names: printed).text(isStyled: isStyled)
        case .html: PlanPage(plan, of: service, names: printed).html
        case .json: PlanDocument(plan, of: service).json
        case .csv: PlanTable(plan, names: book).csv
        }
    }
    if let out { try AtomicFile(path: out).write(text) } else { try Console.writeData(text) }
  }
}
