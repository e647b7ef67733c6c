import ArgumentParser
import Interchange

/// The option `--columns`: what the columns of another system's export are called here.
struct ColumnsOption: ParsableArguments {
  @Option(
    name: .customLong("columns"),
    help: ArgumentHelp(
      "For a folder of another system's CSV files: a file that says what its files, columns and words are here (file,theirs,ours,values).",
      valueName: "mapping"))
  var path: String?

  /// What the file says; everything is as ours where none is given.
  ///
  /// - Throws: `ExitCode` after saying what is wrong.
  func mapping() throws -> ColumnMapping {
    guard let path else { return .none }
    do {
      let (mapping, problems) = ColumnMapping.read(try InputFile.bytes(of: path), file: path)
      guard problems.isEmpty else { throw Refusal.input(problems, of: path) }
      return mapping
    } catch let error as FileError {
      throw Refusal.file(error)
    }
  }

  /// A document has no columns.
  ///
  /// - Throws: `ExitCode` after saying so, where the option is given.
  func refuse(for document: String) throws {
    guard path != nil else { return }
    throw Refusal.input(
      "--columns is for a folder of CSV files; \(document) is a document, and nothing in it is called otherwise")
  }
}
