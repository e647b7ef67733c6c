import CareModel
import Foundation

/// The CSV files of a day or a whole service as bytes, by name; read from a directory or made up in a test.
package struct TableFolder: Hashable, Sendable {
  /// `visits.csv` and its bytes.
  package let files: [String: [UInt8]]
  /// The directory's name, for messages.
  package let name: String
  /// What files and columns are called over there.
  let mapping: ColumnMapping

  package init(name: String, files: [String: [UInt8]], mapping: ColumnMapping = .none) {
    self.name = name
    self.files = files
    self.mapping = mapping
  }

  /// What a folder holds.
  package enum Kind: Hashable, Sendable {
    case day, wholeService

    package var schemas: [TableSchema] { self == .day ? TableSchema.day : TableSchema.wholeService }

    /// Those of `service.csv` besides the rules of the service.
    package var settings: [TableColumn] { self == .day ? TableSchema.daySettings : TableSchema.wholeServiceSettings }
  }

  /// A whole service has packages, or at least a roster and nothing of a day.
  package var kind: Kind { TableFolder.kind(of: files.keys) }

  private static func kind(of names: some Collection<String>) -> Kind {
    func has(_ schema: TableSchema) -> Bool { names.contains(schema.file) }
    let isDay = has(.visits) || has(.shifts)
    return has(.packages) || has(.roster) && !isDay ? .wholeService : .day
  }

  /// Files of a day in a whole service's folder: somebody may think that they are read.
  var unexpected: [InputProblem] {
    [TableSchema.visits, .shifts].filter { files[$0.file] != nil }.map { schema in
      InputProblem(
        code: "file.unexpected", location: "\(name)/\(schema.file)", found: schema.file,
        expected: "no file of a single day beside packages.csv, which makes the folder a whole service")
    }
  }

  /// Reads the files that such a folder may hold; others in the directory are left alone.
  ///
  /// - Parameter mapping: what the files are called there.
  /// - Throws: ``FileError`` where a file is there and can't be read.
  package static func read(
    directory: String, mapping: ColumnMapping = .none
  ) throws(FileError) -> TableFolder {
    let found = fileNames(in: directory, mapping)
    var files: [String: [UInt8]] = [:]
    for schema in kind(of: found.keys) == .day ? TableSchema.day : TableSchema.wholeService + [.visits, .shifts] {
      guard let name = found[schema.file] else { continue }
      let path = directory + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else { throw FileError.unreadable(path: path) }
      files[schema.file] = [UInt8](data)
    }
    return TableFolder(name: directory, files: files, mapping: mapping)
  }

  /// A directory that looks like a folder of sheets: it has one of the files that every such folder needs.
  package static func isOne(directory: String, mapping: ColumnMapping = .none) -> Bool {
    let found = fileNames(in: directory, mapping)
    return (TableSchema.day + TableSchema.wholeService).contains { $0.isRequired && found[$0.file] != nil }
  }

  /// What is there of our files, each by what it is called there.
  private static func fileNames(in directory: String, _ mapping: ColumnMapping) -> [String: String] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
    var found: [String: String] = [:]
    for schema in TableSchema.day + TableSchema.wholeService {
      let wanted = mapping.fileName(of: schema.file)
      // A spreadsheet may have saved it as Visits.csv.
      found[schema.file] =
        names.contains(wanted) ? wanted : names.first { $0.lowercased() == wanted.lowercased() }
    }
    return found
  }
}
