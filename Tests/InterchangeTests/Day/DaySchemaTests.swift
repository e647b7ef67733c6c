import CareModel
import Foundation
import Interchange
import Quantities
import Testing

@Suite("The published schema of the native document")
struct DaySchemaTests {
  @Test("it knows the keys that the reader knows, and no others")
  func keys() throws {
    let schema = try Schema()
    #expect(schema.properties(of: nil).sorted() == DayFormat.topLevel.sorted())
    for (object, keys) in DayFormat.keys {
      #expect(schema.properties(of: object).sorted() == keys.sorted(), "\(object)")
    }
  }

  @Test("it knows the policy's ranges and defaults")
  func policy() throws {
    let policy = try #require(try Schema().definitions["policy"]?["properties"]?.members)
    for setting in PolicySetting.all {
      let property = policy.first { $0.key == setting.key }?.value
      switch setting.field {
      case .integer(let range, let get, _):
        #expect(property?["minimum"]?.content == .number("\(range.lowerBound)"), "\(setting.key)")
        #expect(property?["maximum"]?.content == .number("\(range.upperBound)"), "\(setting.key)")
        #expect(property?["default"]?.content == .number("\(get(Policy()))"), "\(setting.key)")
      case .clock(let get, _): #expect(property?["default"]?.content == .text(get(Policy()).description))
      case .choice(_, let get, _): #expect(property?["default"]?.content == .text(get(Policy())))
      }
    }
  }

  @Test("a validator that we did not write accepts what we ship and write, and refuses what is wrong")
  func independentValidator() throws {
    guard let validator = try Validator() else {
      // Where it is promised, its absence must not pass for success.
      let isPromised = ProcessInfo.processInfo.environment["CI"] != nil
      #expect(!isPromised, "python3-jsonschema is missing. Maybe: apt-get install python3-jsonschema")
      return
    }
    let caseload = try #require(SampleDay.reading().caseload)
    var good = [SampleDay.text, DayWriter.text(caseload)]
    for seed in 0..<20 { good.append(DayWriter.text(HandMadeDay.caseload(seed: UInt64(seed)))) }
    good += try Validator.shippedDays()
    let bad = DaySchemaTests.mistakes.map { SampleDay.text(replacing: $0.0, with: $0.1) }
    let verdicts = try validator.verdicts(on: good + bad)
    #expect(verdicts.count == good.count + bad.count)
    for (place, verdict) in verdicts.enumerated() {
      if place < good.count {
        #expect(verdict == "valid", "document \(place)")
      } else {
        #expect(verdict != "valid", "\(DaySchemaTests.mistakes[place - good.count])")
      }
    }
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
}

/// The schema as a tree.
private struct Schema {
  let root: DocumentValue

  init() throws {
    let data = try Data(contentsOf: ProjectRoot.url.appending(path: "Documentation/reable-day.schema.json"))
    root = try JSONParser.parse(Array(data), file: "schema")
  }

  var definitions: [String: DocumentValue] {
    Dictionary((root["$defs"]?.members ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The keys of a definition; of the whole document where it is nil.
  func properties(of definition: String?) -> [String] {
    let object = definition.map { definitions[$0] } ?? root
    #expect(object?["additionalProperties"]?.content == .truth(false))
    return object?["properties"]?.members.map(\.key) ?? []
  }
}

extension DocumentValue {
  fileprivate var members: [Member] { if case .object(let members) = content { members } else { [] } }
  fileprivate subscript(key: String) -> DocumentValue? { members.first { $0.key == key }?.value }
}

private enum ProjectRoot {
  static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}

/// Python's jsonschema, where it is installed.
private struct Validator {
  private let python: String

  /// Nil where no Python of this machine has it.
  init?() throws {
    for candidate in ["/usr/bin/python3", "/usr/local/bin/python3"] {
      guard FileManager.default.isExecutableFile(atPath: candidate) else { continue }
      if try Validator.run(candidate, ["-c", "import jsonschema"]).status == 0 {
        python = candidate
        return
      }
    }
    return nil
  }

  /// `valid`, or what is wrong, for each document.
  func verdicts(on documents: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reable-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for (place, document) in documents.enumerated() {
      let file = folder.appending(path: "\(place).json")
      try Data(document.utf8).write(to: file)
      paths.append(file.path)
    }
    let schema = ProjectRoot.url.appending(path: "Documentation/reable-day.schema.json").path
    let result = try Validator.run(python, ["-c", Validator.script, schema] + paths)
    #expect(result.status == 0)
    return result.output.split(separator: "\n").map(String.init)
  }

  /// The days under `Scenarios`.
  static func shippedDays() throws -> [String] {
    let folder = ProjectRoot.url.appending(path: "Scenarios")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap {
      try? String(contentsOf: folder.appending(path: "\($0)/day.json"), encoding: .utf8)
    }
  }

  private static let script = """
    import json, jsonschema, sys
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        errors = sorted(validator.iter_errors(document), key=str)
        print(" ".join(errors[0].message.split())[:200] if errors else "valid")
    """

  private static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
