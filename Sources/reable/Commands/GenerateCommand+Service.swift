import CareModel
import EpisodePlanning
import Interchange
import Presentation
import Quantities
import SyntheticCaseloads

extension GenerateCommand {
  /// Writes a whole service, and the page about it where one is wanted.
  ///
  /// - Throws: `ExitCode` after saying what is wrong.
  func runService() throws {
    let parameters = try serviceParameters()
    let made = ServiceGenerator(parameters).service
    do {
      if let out {
        try AtomicFile(path: out).write(ServiceWriter.text(made))
        if describe { try AtomicFile(path: GenerateCommand.pagePath(beside: out)).write(page(made, parameters)) }
      } else {
        try Console.writeData(describe ? page(made, parameters) : ServiceWriter.text(made))
      }
      if let map, let drawing = PlaceMap(ServiceSummary(made, days: [])) {
        try AtomicFile(path: map).write(drawing.file)
      }
      if let namesOut {
        let names = InventedNames.list(for: made, seed: parameters.seed)
        try AtomicFile(path: namesOut).write(InventedNames.csv(names))
      }
    } catch {
      throw Refusal.file(error)
    }
  }

  /// Preset, then size, then mix, then the file: the last word counts.
  private func serviceParameters() throws -> ServiceParameters {
    var parameters = chosenPreset.parameters(seed: seed ?? 1)
    if let date = date.flatMap({ LocalClock.date($0) }) { parameters.date = date }
    if let startsPerWeek { parameters.setStartsPerWeek(tenths: Int((startsPerWeek * 10).rounded())) }
    mix?.apply(to: &parameters)
    if let settings { try GeneratorSettings.apply(settings, to: &parameters) }
    return parameters
  }

  private var chosenPreset: ServicePreset { preset.flatMap(ServicePreset.init(rawValue:)) ?? .smallBorough }

  private func page(_ made: Service, _ parameters: ServiceParameters) -> String {
    let week = (0..<7).map { DayCut.caseload(of: made, on: made.today.adding(days: $0)) }
    let changed = parameters.changed.map { "\($0.setting.key.name) \($0.value)" }
    let facts = [
      ServicePage.Fact("Preset", chosenPreset.rawValue), ServicePage.Fact("Mix", mix?.rawValue ?? "none"),
      ServicePage.Fact("Seed", "\(parameters.seed)"),
      ServicePage.Fact("Settings that differ from the standard", changed.joined(separator: ", ")),
    ]
    return ServicePage(ServiceSummary(made, days: week, weeksKept: parameters[.historyWeeks]), made: facts).html
  }
}
