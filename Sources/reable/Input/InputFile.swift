import Foundation
import Interchange

/// Reads whole files.
enum InputFile {
  static func bytes(of path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else { throw FileError.unreadable(path: path) }
    return [UInt8](data)
  }

  /// The names to print, or none.
  ///
  /// - Throws: `ExitCode` after saying what is wrong.
  static func names(_ path: String?) throws -> NameBook {
    guard let path else { return .empty }
    do {
      let (book, problems) = NameBook.read(try bytes(of: path), file: path)
      guard problems.isEmpty else { throw Refusal.input(problems, of: path) }
      return book
    } catch let error as FileError {
      throw Refusal.file(error)
    }
  }
}
