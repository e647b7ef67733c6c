import ArgumentParser
import CareModel
import Interchange
import Presentation
import RotaChecking

/// `reable check`: any rota of a day against every rule, a hand-made one too.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold a rota against every rule of its day, and score it.",
    discussion: """
      The rota is the engine's JSON or CSV, or one made by hand: a CSV file with the columns worker, visit and start is enough.
      Exit 0: every rule is kept, or broken only by what has happened or a named person has ordered. Exit 1: a rule is broken by choice, an essential
      call is uncovered, or a record of the day was left out. A break is a row with "break" in the column what, and its start and end.

      Example:
        reable check Scenarios/double-ups myrota.csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var input: DayOptions

  @Argument(help: "The rota: JSON or CSV.")
  var rota: String

  @Option(help: "A file with id,name: names are joined only when printing.")
  var names: String?

  @Option(help: "text or json.")
  var format: Format = .text

  func run() throws {
    let (caseload, _) = try input.read(isQuiet: false)
    let book = try InputFile.names(names)
    let read = try InputFile.rota(rota, of: caseload).rota
    let travel = try DayOptions.travel(of: caseload)
    let checked = RotaChecker.check(read, of: caseload, travel: travel)
    switch format {
    case .text:
      try Console.deliver(FindingList(checked, of: caseload, names: PersonNames { book.name(PersonID($0)) }).text)
    case .json: try Console.deliver(RotaDocument(checked, of: caseload).json)
    }
    let hasUncovered = !checked.uncoveredEssentialCalls(of: caseload).isEmpty
    if !checked.isPublishable || hasUncovered || !caseload.quarantine.isEmpty { throw ExitReason.incomplete.code }
  }
}
