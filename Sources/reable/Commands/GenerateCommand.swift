import ArgumentParser
import CareModel
import Interchange
import Quantities
import SyntheticCaseloads

/// `reable generate`: an invented day.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Invent a day of a service of a given size; the same preset, seed and date give the same bytes.",
    discussion: """
      Presets: \(DayPreset.allCases.map { "\($0.rawValue) (\($0.summary))" }.joined(separator: "; ")).

      Scenarios, each a fixed day made to show one thing:
      \(ScenarioDays.all.map { "  \($0.name): \($0.shows)" }.joined(separator: "\n"))

      Examples:
        reable generate --preset small-borough --seed 7 --out day.json --names-out names.csv
        reable generate --scenario overdue --out overdue/day.json --names-out overdue/names.csv
      """)

  @Option(help: "The size of the service (default: \(DayPreset.smallBorough.rawValue)).")
  var preset: DayPreset?

  @Option(help: "Seed of its random numbers (default: 1).")
  var seed: UInt64?

  @Option(help: ArgumentHelp("The service day (default: 2026-11-24).", valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(help: "A shipped scenario's day instead of a preset's: one of those named above.")
  var scenario: String?

  @Option(help: "The file to write; standard output unless set.")
  var out: String?

  @Option(help: "A file for invented names.")
  var namesOut: String?

  func validate() throws {
    if let date, CivilDate(iso: date) == nil {
      throw ValidationError("--date \(date) is no date; write it like 2026-11-24")
    }
    guard let scenario else { return }
    if ScenarioDays.named(scenario) == nil {
      let known = ScenarioDays.all.map(\.name).joined(separator: ", ")
      throw ValidationError("--scenario \(scenario) is not known; take one of \(known)")
    }
    if preset != nil || seed != nil || date != nil {
      throw ValidationError("--scenario is a fixed day: leave out --preset, --seed and --date")
    }
  }

  func run() throws {
    let (caseload, names) = day
    do {
      let text = DayWriter.text(caseload)
      if let out { try AtomicFile(path: out).write(text) } else { try Console.writeData(text) }
      if let namesOut { try AtomicFile(path: namesOut).write(InventedNames.csv(names)) }
    } catch {
      throw Refusal.file(error)
    }
  }

  private var day: (caseload: Caseload, names: [InventedNames.Entry]) {
    if let scenario = scenario.flatMap(ScenarioDays.named) { return (scenario.day, scenario.names) }
    var parameters = (preset ?? .smallBorough).parameters(seed: seed ?? 1)
    if let date = date.flatMap(CivilDate.init(iso:)) { parameters.serviceDate = date }
    let caseload = DayGenerator(parameters).caseload
    return (caseload, InventedNames.list(for: caseload, seed: parameters.seed))
  }
}

extension DayPreset: ExpressibleByArgument {}
