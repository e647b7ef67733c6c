import CareModel
import Foundation
import Interchange
import Quantities
import Testing

@Suite("The published schema of the native document")
struct DaySchemaTests {
  private static let file = "reable-day.schema.json"

  @Test("it knows the keys that the reader knows, and no others")
  func keys() throws {
    let schema = try PublishedSchema(DaySchemaTests.file)
    #expect(schema.properties(of: nil).sorted() == DayFormat.topLevel.sorted())
    for (object, keys) in DayFormat.keys {
      #expect(schema.properties(of: object).sorted() == keys.sorted(), "\(object)")
    }
  }

  @Test("it knows the policy's ranges and defaults")
  func policy() throws {
    let policy = try #require(try PublishedSchema(DaySchemaTests.file).definitions["policy"]?["properties"]?.members)
    for setting in PolicySetting.all {
      let property = policy.first { $0.key == setting.key }?.value
      switch setting.field {
      case .integer(let range, let get, _):
        #expect(property?["minimum"]?.content == .number("\(range.lowerBound)"), "\(setting.key)")
        #expect(property?["maximum"]?.content == .number("\(range.upperBound)"), "\(setting.key)")
        #expect(property?["default"]?.content == .number("\(get(Policy()))"), "\(setting.key)")
      case .clock(let get, _): #expect(property?["default"]?.content == .text(get(Policy()).description))
      case .choice(_, let get, _): #expect(property?["default"]?.content == .text(get(Policy())))
      case .choices(_, let get, _):
        let words = get(Policy()).map { "\"\($0)\"" }.joined(separator: ", ")
        #expect(property?["default"]?.json.line == "[\(words)]")
      }
    }
  }

  @Test("a validator that we did not write accepts what we ship and write, and refuses what is wrong")
  func independentValidator() throws {
    let caseload = try #require(SampleDay.reading().caseload)
    var good = [SampleDay.text, DayWriter.text(caseload)]
    for seed in 0..<20 { good.append(DayWriter.text(HandMadeDay.caseload(seed: UInt64(seed)))) }
    good += try DaySchemaTests.shippedDays()
    let bad = DaySchemaTests.mistakes.map { (SampleDay.text(replacing: $0.0, with: $0.1), $0) }
    try expectVerdicts(of: DaySchemaTests.file, accepting: good, refusing: bad)
  }

  @Test("what it refuses the reader refuses, too", arguments: mistakes)
  func agreement(old: String, new: String) {
    #expect(!SampleDay.reading(replacing: old, with: new).problems.isEmpty)
  }

  static let mistakes = [
    ("\"version\": 1", "\"version\": 2"), ("\"timeCritical\"", "\"timeCritcal\""),
    ("\"lengthMinutes\": 45", "\"lengthMinutes\": 0"), ("\"lengthMinutes\": 45", "\"lengthMinutes\": \"45\""),
    ("\"lengthMinutes\": 45", "\"lengthMinutes\": 45.5"), ("\"kind\": \"review\", ", ""),
    ("\"kind\": \"review\"", "\"kind\": \"Review\""), ("2026-11-24T14:30+00:00", "2026-11-24T14:30"),
    ("2026-11-24T14:30+00:00", "2026-11-24 14:30+00:00"),
    ("\"serviceDate\": \"2026-11-24\"", "\"serviceDate\": 20261124"),
    ("\"id\": \"v-2\"", "\"id\": \"\""), ("\"strength\": \"weak\"", "\"strength\": \"weak\", \"language\": \"Tamil\""),
    ("\"responseTimeMinutes\"", "\"responseTimeHours\""),
    ("\"coreTeam\": [\"w-1\"]", "\"coreTeam\": [\"w-1\", \"w-1\"]"),
    ("\"visits\": 12", "\"visits\": 1001"), ("\"relation\": \"gap\"", "\"relation\": \"pause\""),
    ("\"demands\": [{\"lengthMinutes\": 45}]", "\"demands\": []"), ("\"links\": [", "\"link\": ["),
  ]

  /// The days under `Scenarios`.
  private static func shippedDays() throws -> [String] {
    let folder = ProjectRoot.url.appending(path: "Scenarios")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap {
      try? String(contentsOf: folder.appending(path: "\($0)/day.json"), encoding: .utf8)
    }
  }
}
