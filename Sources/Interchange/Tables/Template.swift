import Foundation

/// An empty folder of CSV files for a service to fill in: one example row each, and a page that explains every column.
///
/// ```swift
/// try Template.write(to: "myday")
/// ```
package enum Template {
  /// One file of the template.
  package struct File: Hashable, Sendable {
    package let name: String
    package let text: String
  }

  /// The files by name and content; read back they make a day without a single problem.
  package static var files: [File] {
    TableSchema.all.filter(\.isInTemplate).map { File(name: $0.file, text: table($0)) }
      + [File(name: "README.txt", text: TemplateReadMe.text)]
  }

  /// The same as a folder, for reading it without a disk.
  package static var folder: TableFolder {
    let tables = files.map { ($0.name, Array($0.text.utf8)) }
    return TableFolder(name: "template", files: Dictionary(tables, uniquingKeysWith: { first, _ in first }))
  }

  /// Writes the template, making the directory where it is missing.
  ///
  /// - Throws: ``FileError/exists(paths:)`` where one of the files is there already; nothing is written then.
  package static func write(to directory: String) throws(FileError) {
    let paths = files.map { "\(directory)/\($0.name)" }
    let taken = paths.filter { FileManager.default.fileExists(atPath: $0) }
    guard taken.isEmpty else { throw .exists(paths: taken) }
    for (file, path) in zip(files, paths) { try AtomicFile(path: path).write(file.text) }
  }

  /// The columns that the template has; the others may be added.
  static func columns(_ schema: TableSchema) -> [TableColumn] {
    schema.columns.filter { $0.isRequired || !$0.example.isEmpty }
  }

  private static func table(_ schema: TableSchema) -> String {
    var text = CSVText()
    text.add(columns(schema).map(\.name))
    if schema.file == TableSchema.service.file {
      for setting in TableSchema.serviceSettings where !setting.example.isEmpty {
        text.add([setting.name, setting.example])
      }
    } else {
      text.add(columns(schema).map(\.example))
    }
    // Spreadsheets take a file for UTF-8 only where it says so.
    return "\u{FEFF}" + text.text
  }
}
