import CareModel
import Interchange

/// The template's folder with single files changed.
struct SheetFolder {
  var files: [String: String]

  init(_ kind: TableFolder.Kind = .day) {
    files = Dictionary(Template(kind).files.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same with a text replaced in one of the files.
  func replacing(_ old: String, with new: String, in file: String) -> SheetFolder {
    var copy = self
    copy.files[file] = files[file]?.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    return copy
  }

  func with(_ file: String, _ text: String?) -> SheetFolder {
    var copy = self
    copy.files[file] = text
    return copy
  }

  /// The same with a row more at the end of one of the files.
  func adding(_ row: String, to file: String) -> SheetFolder { with(file, (files[file] ?? "") + row + "\r\n") }

  var folder: TableFolder { TableFolder(name: "folder", files: files.mapValues { Array($0.utf8) }) }

  var reading: CaseloadReading { TableReader.read(folder) }

  /// The same as a whole service.
  var service: ServiceReading { TableReader.service(folder) }
}
