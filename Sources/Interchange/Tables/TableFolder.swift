import CareModel
import Foundation

/// The CSV files of a day as bytes, by name; read from a directory or made up in a test.
package struct TableFolder: Hashable, Sendable {
  /// `visits.csv` and its bytes.
  package let files: [String: [UInt8]]
  /// The directory's name, for messages.
  package let name: String

  package init(name: String, files: [String: [UInt8]]) {
    self.name = name
    self.files = files
  }

  /// Reads the files that a day's folder may hold; others in the directory are left alone.
  ///
  /// - Throws: ``FileError`` where a file is there and can't be read.
  package static func read(directory: String) throws(FileError) -> TableFolder {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
    var files: [String: [UInt8]] = [:]
    for schema in TableSchema.all {
      // A spreadsheet may have saved it as Visits.csv.
      guard
        let name = names.contains(schema.file) ? schema.file : names.first(where: { $0.lowercased() == schema.file })
      else { continue }
      let path = directory + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else { throw FileError.unreadable(path: path) }
      files[schema.file] = [UInt8](data)
    }
    return TableFolder(name: directory, files: files)
  }

  /// A directory that looks like a day's folder: it has one of the files that every such folder needs.
  package static func isOne(directory: String) -> Bool {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).map { $0.lowercased() }
    return TableSchema.all.contains { $0.isRequired && names.contains($0.file) }
  }
}
