import Foundation

/// A folder of CSV files to fill in: example rows in each, and a page that explains every column.
///
/// ```swift
/// try Template(.day).write(to: "myday")
/// ```
package struct Template: Hashable, Sendable {
  private let kind: TableFolder.Kind

  package init(_ kind: TableFolder.Kind) { self.kind = kind }

  /// One file of the template.
  package struct File: Hashable, Sendable {
    package let name: String
    package let text: String
  }

  /// The files by name and content; read back they make a day, or a service, without a single problem.
  package var files: [File] {
    kind.schemas.filter(\.isInTemplate).map { File(name: $0.file, text: table($0)) }
      + [File(name: "README.txt", text: TemplateReadMe(kind).text)]
  }

  /// The same as a folder, for reading it without a disk.
  package var folder: TableFolder {
    let tables = files.map { ($0.name, Array($0.text.utf8)) }
    return TableFolder(name: "template", files: Dictionary(tables, uniquingKeysWith: { first, _ in first }))
  }

  /// Writes the template, making the directory where it is missing.
  ///
  /// - Throws: ``FileError/exists(paths:)`` where one of the files is there already; nothing is written then.
  package func write(to directory: String) throws(FileError) {
    let paths = files.map { "\(directory)/\($0.name)" }
    let taken = paths.filter { FileManager.default.fileExists(atPath: $0) }
    guard taken.isEmpty else { throw .exists(paths: taken) }
    for (file, path) in zip(files, paths) { try AtomicFile(path: path).write(file.text) }
  }

  /// The columns that the template has; the others may be added.
  private func columns(_ schema: TableSchema) -> [TableColumn] {
    schema.columns.filter { column in
      column.isRequired || schema.examples.contains { !($0[column.name] ?? "").isEmpty }
    }
  }

  private func table(_ schema: TableSchema) -> String {
    let columns = columns(schema)
    var text = CSVText()
    text.add(columns.map(\.name))
    if schema.file == TableSchema.service.file {
      for setting in kind.settings where !setting.example.isEmpty {
        text.add([setting.name, setting.example])
      }
    } else {
      for row in schema.examples { text.add(columns.map { row[$0.name] ?? "" }) }
    }
    // Spreadsheets take a file for UTF-8 only where it says so.
    return "\u{FEFF}" + text.text
  }
}
