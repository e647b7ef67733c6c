import ArgumentParser
import CareModel
import Interchange
import Quantities
import SyntheticCaseloads

/// `reable generate`: an invented day, or a whole invented service.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Invent a day, or a whole service, of a given size; the same options give the same bytes.",
    discussion: """
      A day is what is planned on one date: calls, people and the workers on shift. A whole service has referrals, \
      episodes with their packages, and everybody's rosters: any date's day can be planned from it (reable rota \
      service.json --date …).

      Presets of a day: \(DayPreset.allCases.map { "\($0.rawValue) (\($0.summary))" }.joined(separator: "; ")).

      Presets of a whole service, with --service:
      \(ServicePreset.allCases.map { "  \($0.rawValue): \($0.summary)" }.joined(separator: "\n"))
      A preset that is no day's, --settings, --mix, --starts-per-week, --describe and --map mean a service without \
      --service too.

      Mixes: \(ServiceMix.allCases.map { "\($0.rawValue) (\($0.summary))" }.joined(separator: "; ")).

      Scenarios, each a fixed day made to show one thing:
      \(ScenarioDays.all.map { "  \($0.name): \($0.shows)" }.joined(separator: "\n"))

      Examples:
        reable generate --preset small-borough --seed 7 --out day.json --names-out names.csv
        reable generate --preset inner-london --mix tight --describe --out service.json
        reable generate --service --starts-per-week 30 --settings mine.json --out service.json
        reable generate --scenario overdue --out overdue/day.json --names-out overdue/names.csv
      """)

  @Option(help: "The size (default: \(DayPreset.smallBorough.rawValue)): one of those named above.")
  var preset: String?

  @Flag(help: "A whole service instead of a day.")
  var service = false

  @Option(help: "Seed of its random numbers (default: 1).")
  var seed: UInt64?

  @Option(
    help: ArgumentHelp("The service day, written 24/11/2026 or 2026-11-24 (default: 2026-11-24).", valueName: "day"))
  var date: String?

  @Option(help: "A whole service easy or hard to roster: loose or tight.")
  var mix: ServiceMix?

  @Option(
    help: ArgumentHelp(
      "Another size of a whole service, up to \(GenerateCommand.startsPerWeekRange.upperBound): people and workers follow.",
      valueName: "number"))
  var startsPerWeek: Double?

  @Option(
    help: ArgumentHelp("A JSON file of settings (Documentation/generator-settings.md lists them).", valueName: "file"))
  var settings: String?

  @Flag(
    help: """
      A page that shows what a whole service is like: beside --out, with the ending .html; without --out on \
      standard output, in place of the document.
      """)
  var describe = false

  @Option(help: ArgumentHelp("An SVG file for a map of where a whole service's people live.", valueName: "file"))
  var map: String?

  @Option(help: "A shipped scenario's day instead of a preset's: one of those named above.")
  var scenario: String?

  @Option(help: ArgumentHelp("The file to write; standard output unless set.", valueName: "file"))
  var out: String?

  @Option(help: ArgumentHelp("A file for invented names, for reable rota --names.", valueName: "file"))
  var namesOut: String?

  func validate() throws {
    if let date, LocalClock.date(date) == nil {
      throw ValidationError("--date \(date) is no date from 1980 to 2199; write it like 24/11/2026 or 2026-11-24")
    }
    try validatePreset()
    if let startsPerWeek, !GenerateCommand.startsPerWeekRange.contains(startsPerWeek) {
      let range = GenerateCommand.startsPerWeekRange
      throw ValidationError(
        "--starts-per-week lies between \(range.lowerBound) and \(range.upperBound), the largest service there is")
    }
    try validatePage()
    try validateFiles()
    guard let scenario else { return }
    if ScenarioDays.named(scenario) == nil {
      let known = ScenarioDays.all.map(\.name)
      let maybe = NearestWord.to(scenario, among: known).map { " Maybe \($0)?" } ?? ""
      throw ValidationError(
        "--scenario \(scenario) is not known; take one of \(known.joined(separator: ", ")).\(maybe)")
    }
    if preset != nil || seed != nil || date != nil || isService {
      throw ValidationError(
        "--scenario is a fixed day: leave out --preset, --seed and --date, and what belongs to a whole service")
    }
  }

  private static var startsPerWeekRange: ClosedRange<Double> {
    let tenths = ServiceParameters.startsPerWeekTenths
    return Double(tenths.lowerBound) / 10...Double(tenths.upperBound) / 10
  }

  private func validatePreset() throws {
    guard let preset else { return }
    let days = DayPreset.allCases.map(\.rawValue)
    let services = ServicePreset.allCases.map(\.rawValue)
    guard days.contains(preset) || services.contains(preset) else {
      let known = days + services.filter { !days.contains($0) }
      let maybe = NearestWord.to(preset, among: known).map { " Maybe \($0)?" } ?? ""
      throw ValidationError("--preset \(preset) is not known; take one of \(known.joined(separator: ", ")).\(maybe)")
    }
    if isService, !services.contains(preset) {
      throw ValidationError(
        "--preset \(preset) is a day's; a whole service of that size is --preset small-borough --starts-per-week …")
    }
  }

  /// Whether a whole service is meant.
  var isService: Bool {
    let isOnlyService = preset.map { name in
      DayPreset(rawValue: name) == nil && ServicePreset(rawValue: name) != nil
    }
    return service || isOnlyService ?? false || mix != nil || startsPerWeek != nil || settings != nil || describe
      || map != nil
  }

  func run() throws {
    if isService { return try runService() }
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
    let chosen = preset.flatMap(DayPreset.init(rawValue:)) ?? .smallBorough
    var parameters = chosen.parameters(seed: seed ?? 1)
    if let date = date.flatMap({ LocalClock.date($0) }) { parameters.serviceDate = date }
    let caseload = DayGenerator(parameters).caseload
    return (caseload, InventedNames.list(for: caseload, seed: parameters.seed))
  }
}

extension ServiceMix: ExpressibleByArgument {}
