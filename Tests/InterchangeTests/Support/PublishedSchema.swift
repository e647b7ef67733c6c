import Foundation
import Interchange
import Testing

/// The schema as a tree.
struct PublishedSchema {
  let root: DocumentValue

  /// - Parameter file: its name under `Documentation`.
  init(_ file: String) throws {
    let data = try Data(contentsOf: ProjectRoot.url.appending(path: "Documentation/\(file)"))
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
  var members: [Member] { if case .object(let members) = content { members } else { [] } }
  subscript(key: String) -> DocumentValue? { members.first { $0.key == key }?.value }
}

enum ProjectRoot {
  static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}

/// Holds the schema against documents that it must accept and others, each with what is wrong in it, that it must refuse.
func expectVerdicts(
  of schema: String, accepting good: [String], refusing bad: [(text: String, mistake: (String, String))]
) throws {
  guard let validator = try SchemaValidator(schema) else {
    // Where it is promised, its absence must not pass for success.
    let isPromised = ProcessInfo.processInfo.environment["CI"] != nil
    #expect(!isPromised, "python3-jsonschema is missing. Maybe: apt-get install python3-jsonschema")
    return
  }
  let verdicts = try validator.verdicts(on: good + bad.map(\.text))
  #expect(verdicts.count == good.count + bad.count)
  for (place, verdict) in verdicts.enumerated() {
    if place < good.count {
      #expect(verdict == "valid", "document \(place)")
    } else {
      #expect(verdict != "valid", "\(bad[place - good.count].mistake)")
    }
  }
}

/// Python's jsonschema, where it is installed.
struct SchemaValidator {
  private let python: String
  private let file: String

  /// Nil where no Python of this machine has it.
  ///
  /// - Parameter file: the name of the schema under `Documentation`.
  init?(_ file: String) throws {
    self.file = file
    for candidate in ["/usr/bin/python3", "/usr/local/bin/python3"] {
      guard FileManager.default.isExecutableFile(atPath: candidate) else { continue }
      if try SchemaValidator.run(candidate, ["-c", "import jsonschema"]).status == 0 {
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
    let schema = ProjectRoot.url.appending(path: "Documentation/\(file)").path
    let result = try SchemaValidator.run(python, ["-c", SchemaValidator.script, schema] + paths)
    #expect(result.status == 0)
    return result.output.split(separator: "\n").map(String.init)
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
