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

  @Test("written and read from the disk it is a day; nothing else is left in the directory")
  func written() throws {
    try inDirectory { directory in
      try Template.write(to: directory)
      let names = try FileManager.default.contentsOfDirectory(atPath: directory)
      #expect(names.sorted() == Template.files.map(\.name).sorted())
      #expect(TableFolder.isOne(directory: directory))
      let reading = TableReader.read(try TableFolder.read(directory: directory))
      #expect(reading.caseload != nil && reading.problems.isEmpty)
    }
  }

  @Test("it overwrites nothing, and then writes nothing either")
  func existing() throws {
    try inDirectory { directory in
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      let taken = directory + "/visits.csv"
      try Data("mine".utf8).write(to: URL(filePath: taken))
      #expect(throws: FileError.exists(paths: [taken])) { try Template.write(to: directory) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["visits.csv"])
      #expect(try String(contentsOfFile: taken, encoding: .utf8) == "mine")
    }
  }

  @Test("its page explains each column of each file")
  func explained() throws {
    let page = try #require(Template.files.first { $0.name == "README.txt" }).text
    for schema in TableSchema.all {
      #expect(page.contains(schema.file.uppercased()))
      for column in schema.columns { #expect(page.contains(" \(column.name)\n"), "\(schema.file) \(column.name)") }
    }
  }

  @Test("the documentation knows every file and column")
  func documented() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "Documentation/csv.md"), encoding: .utf8)
    for schema in TableSchema.all {
      #expect(page.contains("## `\(schema.file)`"))
      for column in schema.columns { #expect(page.contains("| `\(column.name)`"), "\(schema.file) \(column.name)") }
    }
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
