import CareModel
import Foundation
import Interchange
import Testing

@Suite("The published schema of the rota")
struct RotaSchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let python = "/usr/bin/python3"

  @Test("a validator that we did not write accepts what we write and what may be made by hand, and refuses mistakes")
  func independentValidator() throws {
    guard FileManager.default.isExecutableFile(atPath: RotaSchemaTests.python),
      try run("import jsonschema", []).status == 0
    else {
      // Where it is promised, its absence must not pass for success.
      let isPromised = ProcessInfo.processInfo.environment["CI"] != nil
      #expect(!isPromised, "python3-jsonschema is missing. Maybe: apt-get install python3-jsonschema")
      return
    }
    let caseload = try #require(
      RotaSample.sheets.adding("v-009,p-001,therapy,no time,no,,,09:00,,,,,", to: "visits.csv").reading.caseload)
    let whole = RotaDocument(
      try RotaSample.checked(caseload, provenance: RotaSample.provenance(caseload)), of: caseload,
      explanations: RotaSample.explanations(caseload)
    ).json
    let plain = RotaDocument(try RotaSample.checked(caseload), of: caseload).json
    let byHand = #"{"runs": [{"worker": "w-01", "stops": [{"visit": "v-001", "start": "2026-11-24T11:00+00:00"}]}]}"#
    let mistakes = [
      ("\"reable-rota\"", "\"reable-day\""), ("\"version\": 1", "\"version\": 2"), ("\"runs\"", "\"rounds\""),
      ("\"publishable\": ", "\"publishable\": 1, \"p\": "), ("\"demand\": 0", "\"demand\": -1"),
      ("T11:00:00+00:00", "T11:00:00"), ("\"no bound yet\"", "\"none\""),
    ]
    let bad = mistakes.map { plain.replacingOccurrences(of: $0.0, with: $0.1) }
    #expect(bad.allSatisfy { $0 != plain })
    let verdicts = try verdicts(on: [whole, plain, byHand] + bad)
    #expect(verdicts == ["valid", "valid", "valid"] + bad.map { _ in "invalid" })
  }

  private func verdicts(on documents: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reable-rota-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = documents.indices.map { folder.appending(path: "\($0).json") }
    for (path, document) in zip(paths, documents) { try Data(document.utf8).write(to: path) }
    let script = """
      import json, jsonschema, sys
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for path in sys.argv[2:]:
          print("valid" if validator.is_valid(json.load(open(path, encoding="utf-8"))) else "invalid")
      """
    let schema = RotaSchemaTests.root.appending(path: "Documentation/reable-rota.schema.json").path
    let result = try run(script, [schema] + paths.map(\.path))
    #expect(result.status == 0)
    return result.output.split(separator: "\n").map(String.init)
  }

  private func run(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: RotaSchemaTests.python)
    process.arguments = ["-c", script] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
