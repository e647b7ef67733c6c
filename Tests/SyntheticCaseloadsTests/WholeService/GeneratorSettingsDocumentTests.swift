import Foundation
import SyntheticCaseloads
import Testing

@Suite("Documentation/generator-settings.md")
struct GeneratorSettingsDocumentTests {
  private let text: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    text = try String(
      contentsOf: root.appendingPathComponent("Documentation/generator-settings.md"), encoding: .utf8)
  }

  @Test("its tables are what the program says, line by line")
  func tables() {
    let written = text.split(separator: "\n").filter { $0.hasPrefix("|") }.joined(separator: "\n")
    #expect(written == SettingsTables.all, "The tables should read:\n\(SettingsTables.all)\n")
  }

  @Test("each source of the table is explained")
  func sources() {
    for setting in ServiceSetting.all {
      for source in setting.source.split(separator: ";") {
        let name = String(source.drop { $0 == " " }.prefix { $0 != " " })
        #expect(text.contains("- **\(name)**"), "\(name), of \(setting.key.name), is not explained")
      }
    }
  }

  @Test("each preset and mix is described")
  func names() {
    for name in ServicePreset.allCases.map(\.rawValue) + ServiceMix.allCases.map(\.rawValue) {
      #expect(text.contains("`\(name)`"))
    }
  }
}
