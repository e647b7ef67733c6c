import Foundation
import Interchange
import Testing

@Suite("The template for a service's own day")
struct TemplateTests {
  private func inDirectory(_ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "reable-template-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url.path)
  }

  private static let kinds = [TableFolder.Kind.day, .wholeService]

  @Test("written and read from the disk it can be used; nothing else is left in the directory", arguments: kinds)
  func written(kind: TableFolder.Kind) throws {
    let template = Template(kind)
    try inDirectory { directory in
      try template.write(to: directory)
      let names = try FileManager.default.contentsOfDirectory(atPath: directory)
      #expect(names.sorted() == template.files.map(\.name).sorted())
      #expect(TableFolder.isOne(directory: directory))
      let folder = try TableFolder.read(directory: directory)
      #expect(folder.kind == kind)
      switch kind {
      case .day:
        let reading = TableReader.read(folder)
        #expect(reading.caseload != nil && reading.problems.isEmpty)
      case .wholeService:
        let reading = TableReader.service(folder)
        #expect(reading.service != nil && reading.problems.isEmpty)
      }
    }
  }

  @Test("it overwrites nothing, and then writes nothing either")
  func existing() throws {
    try inDirectory { directory in
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      let taken = directory + "/visits.csv"
      try Data("mine".utf8).write(to: URL(filePath: taken))
      #expect(throws: FileError.exists(paths: [taken])) { try Template(.day).write(to: directory) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["visits.csv"])
      #expect(try String(contentsOfFile: taken, encoding: .utf8) == "mine")
    }
  }

  @Test("its page explains each file, column and setting", arguments: kinds)
  func explained(kind: TableFolder.Kind) throws {
    let page = try #require(Template(kind).files.first { $0.name == "README.txt" }).text
    for schema in kind.schemas {
      #expect(page.contains(schema.file.uppercased()))
      for column in schema.columns { #expect(page.contains(" \(column.name)\n"), "\(schema.file) \(column.name)") }
    }
    for setting in kind.settings { #expect(page.contains(" \(setting.name)\n"), "\(setting.name)") }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test(
    "the documentation knows every file and column, and says of each what the page says",
    arguments: [(TableFolder.Kind.day, "csv.md"), (.wholeService, "csv-service.md")])
  func documented(kind: TableFolder.Kind, file: String) throws {
    let page = try String(contentsOf: Self.root.appending(path: "Documentation/\(file)"), encoding: .utf8)
    let chapters = page.components(separatedBy: "\n## ")
    for schema in kind.schemas {
      let chapter = try #require(chapters.first { $0.hasPrefix("`\(schema.file)`") }, "\(schema.file)")
      for column in schema.columns {
        let need = column.isRequired ? "yes" : ""
        let row = "| `\(column.name)` | \(need) | \(column.meaning) | \(column.form) |"
        #expect(chapter.contains(row), "\(schema.file): \(row)")
      }
      #expect(chapter.components(separatedBy: "\n| `").count == schema.columns.count + 1, "\(schema.file)")
    }
  }

  @Test("every code that the reader of sheets gives is explained")
  func codes() throws {
    let folder = Self.root.appending(path: "Sources/Interchange/Tables")
    let pages = try ["csv.md", "input-errors.md"].map {
      try String(contentsOf: Self.root.appending(path: "Documentation/\($0)"), encoding: .utf8)
    }.joined()
    var codes: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let families =
        ["file", "column", "row", "cell", "choice", "setting", "time", "place", "visit", "reference"]
        + ["worker", "name", "package", "mapping"]
      for text in source.split(separator: "\"") {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, families.contains(String(parts[0])), !parts[1].isEmpty,
          parts[1].allSatisfy({ $0.isASCII && $0.isLetter })
        else { continue }
        codes.insert(String(text))
      }
    }
    #expect(codes.count > 20)
    #expect(codes.filter { !pages.contains("`\($0)`") }.sorted() == [])
  }

  @Test("a file is written whole, in the place of the old one")
  func atomic() throws {
    try inDirectory { directory in
      let file = AtomicFile(path: directory + "/deep/rota.json")
      try file.write("one")
      try file.write("two")
      #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "two")
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory + "/deep") == ["rota.json"])
      let blocked = AtomicFile(path: directory + "/deep/rota.json/x")
      #expect(throws: FileError.self) { try blocked.write("three") }
    }
  }
}
