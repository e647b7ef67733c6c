import CareModel
import Foundation
import Interchange
import ReproducibleNumbers

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

  /// A rota of a day, JSON or CSV, the digest of its file, and all that was read of it.
  ///
  /// - Throws: `ExitCode` after saying what is wrong.
  static func rota(
    _ path: String, of caseload: Caseload
  ) throws -> (rota: Rota, digest: String, reading: RotaReading) {
    do {
      let bytes = try bytes(of: path)
      let reading = RotaReader.read(bytes, file: path, of: caseload)
      guard let rota = reading.rota else { throw Refusal.input(reading.problems, of: path) }
      return (rota, SHA256.hexadecimal(of: bytes), reading)
    } catch let error as FileError {
      throw Refusal.file(error)
    }
  }
}
