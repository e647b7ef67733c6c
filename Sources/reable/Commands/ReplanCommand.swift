import ArgumentParser
import CareModel
import Explanations
import Interchange
import Presentation
import Quantities
import ReproducibleNumbers
import RotaChecking
import RotaOptimiser
import RotaPlanning
import RotaRepair
import TravelTimes

/// `reable replan`: a published rota mended after what has happened, and whom to tell.
struct ReplanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replan",
    abstract: "Mend a published rota after what has happened, with few changes, and say whom to ring.",
    discussion: """
      What the rota has begun by then is a fact, what is under way stays with its workers. Other people's calls are changed only where
      a call that comes first asks for it; where that is more than --max-changes, it is said.

      Without --format it writes the new rota, its page, the changes and the day as it now stands to the folder --out (replan/ unless set)
      and prints what has changed. That folder is the day for the next repair:

        reable rota day.json --format json --out rota.json
        reable replan day.json rota.json --off W12@09:40
        reable replan replan replan/rota.json --late W3+25@10:20 --hospital P7@10:20 --out next
        reable replan day.json rota.json events.json --format csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case summary, table, json, csv, html }

  @OptionGroup var input: DayOptions

  @Argument(help: "The published rota of the day: JSON or CSV.")
  var rota: String

  @Argument(help: "What has happened: a document of events (reable-events).")
  var events: String?

  @OptionGroup(title: "What has happened") var told: EventOptions

  @Option(help: "How many other people's calls are to be changed at most; a tenth of them unless set.")
  var maxChanges: Int?

  @Flag(help: "Also print what fewer and more changes would bring; takes several repairs' time, in the summary alone.")
  var tradeOff = false

  @Option(help: "A file with id,name: names are joined only when printing.")
  var names: String?

  @Option(help: "Where to write: a folder for the summary's files, a file for the other formats.")
  var out: String?

  @Option(help: "summary, table (the new rota), json or csv (what has changed), html (the new rota).")
  var format: Format = .summary

  @Option(help: "Work units to spend, about a microsecond each; follows from the size of the day unless set.")
  var budget: Int?

  @Option(help: "Seed of the search's random numbers.")
  var seed: UInt64 = 1

  @Option(help: "Threads to work on, 1 to 64: the rota is the same with any number.")
  var threads: Int?

  @Flag(help: "No progress and no notes; errors still show.")
  var quiet = false

  func validate() throws {
    if let budget, !(0...1_000_000_000_000).contains(budget) {
      throw ValidationError("--budget \(budget): take a number from 0 to 1000000000000")
    }
    if let maxChanges, !(0...100_000).contains(maxChanges) {
      throw ValidationError("--max-changes \(maxChanges): take a number from 0 to 100000")
    }
    if tradeOff, format != .summary { throw ValidationError("--trade-off goes with the summary, not with --format") }
    try ThreadCount.validate(threads)
  }

  func run() throws {
    let (day, digest) = try input.read(isQuiet: quiet)
    let book = try InputFile.names(names)
    let published = try RotaInput.rota(rota, of: day, digest: digest, isQuiet: quiet)
    let start = RotaStart(published.rota, digest: published.digest)
    let reading = try readEvents(day)
    let travel = try DayOptions.travel(of: day)
    let after: DayAfterEvents
    do {
      after = try DayAfterEvents(
        day, rota: start.rota, events: reading.events, asOf: givenAsOf(day), travel: travel)
    } catch {
      throw Refusal.input(error.problems.map(reading.located), of: "the events")
    }
    if !quiet, !after.warnings.isEmpty { Refusal.list(after.warnings.map(reading.located)) }
    let text = DayWriter.text(after.caseload)
    let travelAfter = try DayOptions.travel(of: after.caseload)
    let repairer = repairer(after, start, travelAfter, digest: SHA256.hexadecimal(of: Array(text.utf8)))
    let repair = try repair(repairer)
    let explanations = ReasonFinder(repair.checked, of: after.caseload, travel: travelAfter).explanations()
    let report = RotaReport(
      caseload: after.caseload, checked: repair.checked, explanations: explanations,
      names: PersonNames { book.name(PersonID($0)) })
    let words = RepairWords(report, repair.report, events: reading.events)
    let document = RepairDocument(
      repair.report, events: reading.events, rota: repair.checked, of: after.caseload, explanations: explanations)
    do {
      try write(repair, after.caseload, text, explanations, report, words, document, book)
    } catch let error as FileError {
      throw Refusal.file(error)
    }
    if tradeOff { try Console.deliver("\n" + tradeOffText(repairer)) }
    try exit(for: repair, after.caseload)
  }

  // MARK: Input

  private func givenAsOf(_ day: Caseload) -> Instant? { input.asOf == nil ? nil : day.asOf }

  private func readEvents(_ day: Caseload) throws -> EventReading {
    var reading = EventReading()
    if let events {
      do {
        reading = EventReader.read(json: try InputFile.bytes(of: events), file: events, for: day)
      } catch let error as FileError {
        throw Refusal.file(error)
      }
    }
    let all = reading + told.read(for: day, asOf: givenAsOf(day))
    guard all.problems.isEmpty else { throw Refusal.input(all.problems, of: "the events") }
    return all
  }

  // MARK: Work

  private func repairer(
    _ after: DayAfterEvents, _ start: RotaStart, _ travel: TravelModel, digest: String
  ) -> RotaRepairer {
    var settings = OptimiserSettings(seed: seed, budget: budget)
    settings.threads = threads ?? ThreadCount.usual
    return RotaRepairer(
      after, of: start, travel: travel, settings: settings,
      identity: RotaPlanner.Identity(inputDigest: digest, engineVersion: ReableVersion.number))
  }

  private func tradeOffText(_ repairer: RotaRepairer) throws -> String {
    do {
      let rows = try repairer.tradeOff().rows.map {
        TradeOffTable.Row(limit: $0.limit, changed: $0.changed, score: $0.score)
      }
      return TradeOffTable(rows).text(isStyled: Console.dataIsTerminal)
    } catch {
      throw Refusal.planning(error)
    }
  }

  private func repair(_ repairer: RotaRepairer) throws -> Repair {
    var line = ProgressLine(isTerminal: Console.noteIsTerminal, columns: Console.columns)
    defer { if !quiet { Console.writeNote(line.end()) } }
    do {
      return try repairer.repair(mostChanges: maxChanges) { moment in
        guard !quiet else { return }
        Console.writeNote(line.text(for: ProgressEvent(stage: moment.stage, best: moment.score)))
      }
    } catch {
      throw Refusal.planning(error)
    }
  }

  // MARK: Output

  private func write(
    _ repair: Repair, _ day: Caseload, _ text: String, _ explanations: [Explanation], _ report: RotaReport,
    _ words: RepairWords, _ document: RepairDocument, _ book: NameBook
  ) throws {
    let isStyled = out == nil && Console.dataIsTerminal
    switch format {
    case .summary:
      let folder = out ?? "replan"
      let files = ["day.json", "rota.json", "changes.json", "rota.html"].map { "\(folder)/\($0)" }
      let rota = RotaDocument(repair.checked, of: day, explanations: explanations).json
      for (path, text) in zip(files, [text, rota, document.json, RotaPage(report).html]) {
        try AtomicFile(path: path).write(text)
      }
      try Console.writeData(RepairSummary(words, files: files).text(isStyled: Console.dataIsTerminal))
    case .table: try put(RunTable(report).text(isStyled: isStyled))
    case .json: try put(document.json)
    case .csv: try put(RepairTable(repair.report, calendar: day.calendar, names: book).csv)
    case .html: try put(RotaPage(report).html)
    }
  }

  private func put(_ text: String) throws {
    if let out { try AtomicFile(path: out).write(text) } else { try Console.writeData(text) }
  }

  private func exit(for repair: Repair, _ day: Caseload) throws {
    let essential = repair.checked.uncoveredEssentialCalls(of: day)
    guard !essential.isEmpty || !day.quarantine.isEmpty else { return }
    if !quiet, format != .summary {
      Console.writeNote(
        "Not complete: essential calls not covered: \(essential.count); records left out: \(day.quarantine.count)\n")
    }
    throw ExitReason.incomplete.code
  }
}
