import CareModel
import Testing

@Suite("Documentation/settings.md")
struct SettingsDocumentTests {
  private static func range(of setting: PolicySetting) -> String {
    switch setting.field {
    case .integer(let range, _, _): "\(range.lowerBound) to \(range.upperBound)"
    case .clock: "a time of day"
    case .choice(let words, _, _): words.joined(separator: ", ")
    case .choices(let words, _, _): "one or more of " + words.joined(separator: ", ")
    }
  }

  private static func evidence(_ evidence: PolicySetting.Evidence) -> String {
    switch evidence {
    case .sourced: "sourced"
    case .fromMemory: "from memory"
    case .proposal: "proposal"
    }
  }

  /// The table as `PolicySetting.all` has it.
  static var table: String {
    let head = ["| key | meaning | default | range | source | evidence |", "| --- | --- | --- | --- | --- | --- |"]
    let rows = PolicySetting.all.map { setting in
      let cells = [
        "`\(setting.key)`", setting.meaning, PolicySettingTests.text(of: setting, in: Policy()),
        range(of: setting), setting.source, evidence(setting.evidence),
      ]
      return "| " + cells.joined(separator: " | ") + " |"
    }
    return (head + rows).joined(separator: "\n")
  }

  @Test("the table of all settings is what the model says, line by line")
  func tableIsTheModels() throws {
    let lines = try ProjectDocument("Documentation/settings.md").text.split(separator: "\n")
    let written = lines.filter { $0.hasPrefix("|") }.joined(separator: "\n")
    #expect(written == Self.table, "The table should read:\n\(Self.table)\n")
  }

  @Test("each source of the table is explained")
  func sourcesAreExplained() throws {
    let text = try ProjectDocument("Documentation/settings.md").text
    for setting in PolicySetting.all {
      for source in setting.source.split(whereSeparator: { ";,".contains($0) }) {
        let name = String(source.drop { $0 == " " }.prefix { $0 != "(" && $0 != " " })
        #expect(text.contains("- **\(name)**") || name == "cost", "\(name), of \(setting.key), is not explained")
      }
    }
  }
}
