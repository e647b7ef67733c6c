import CareModel
import Interchange

/// The template's folder with single files changed.
struct SheetDay {
  var files: [String: String]

  init() {
    files = Dictionary(Template.files.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same with a text replaced in one of the files.
  func replacing(_ old: String, with new: String, in file: String) -> SheetDay {
    var copy = self
    copy.files[file] = files[file]?.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    return copy
  }

  func with(_ file: String, _ text: String?) -> SheetDay {
    var copy = self
    copy.files[file] = text
    return copy
  }

  /// The same with a row more in one of the files.
  func adding(_ row: String, to file: String) -> SheetDay { with(file, (files[file] ?? "") + row + "\r\n") }

  var folder: TableFolder { TableFolder(name: "day", files: files.mapValues { Array($0.utf8) }) }

  var reading: CaseloadReading { TableReader.read(folder) }
}
