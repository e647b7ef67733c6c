import SyntheticCaseloads

/// The tables of `Documentation/generator-settings.md` as the program has them.
enum SettingsTables {
  static func evidence(_ evidence: ServiceSetting.Evidence) -> String {
    switch evidence {
    case .sourced: "sourced"
    case .derived: "derived"
    case .fromMemory: "from memory"
    case .proposal: "proposal"
    }
  }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private static func table(_ columns: [String], _ rows: [[String]]) -> String {
    ([line(columns), line(columns.map { _ in "---" })] + rows.map(line)).joined(separator: "\n")
  }

  /// Every setting.
  static var settings: String {
    table(
      ["key", "meaning", "standard", "range", "source", "evidence"],
      ServiceSetting.all.map { setting in
        [
          "`\(setting.key.name)`", setting.meaning, "\(setting.standard)",
          "\(setting.range.lowerBound) to \(setting.range.upperBound)", setting.source, evidence(setting.evidence),
        ]
      })
  }

  /// What each preset sets.
  static var presets: String {
    let all = ServicePreset.allCases.map { (preset: $0, parameters: $0.parameters(seed: 1)) }
    let changed = ServiceSetting.all.filter { setting in
      all.contains { $0.parameters[setting.key] != setting.standard }
    }
    return table(
      ["key"] + all.map { "`\($0.preset.rawValue)`" },
      changed.map { setting in ["`\(setting.key.name)`"] + all.map { "\($0.parameters[setting.key])" } })
  }

  /// What each mix sets.
  static var mixes: String {
    let keys = ServiceSetting.all.map(\.key).filter { key in
      ServiceMix.allCases.contains { $0.changes.contains { $0.key == key } }
    }
    return table(
      ["key", "standard"] + ServiceMix.allCases.map { "`\($0.rawValue)`" },
      keys.map { key in
        ["`\(key.name)`", "\(ServiceSetting.of(key).standard)"]
          + ServiceMix.allCases.map { mix in mix.changes.first { $0.key == key }.map { "\($0.value)" } ?? "" }
      })
  }

  static var all: String { [settings, presets, mixes].joined(separator: "\n") }
}
