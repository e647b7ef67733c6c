import Foundation
import Interchange

/// The two streams: data to standard output, people's text and progress to standard error.
enum Console {
  /// - Throws: `FileError` where the stream is closed or its disk is full.
  static func writeData(_ text: String) throws(FileError) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw .unwritable(path: "standard output", reason: error.localizedDescription)
    }
  }

  /// Writes data, or says that it can't and ends with the code for it.
  ///
  /// - Throws: `ExitCode`.
  static func deliver(_ text: String) throws {
    do {
      try writeData(text)
    } catch {
      throw Refusal.file(error)
    }
  }

  /// What nobody can read is no reason to stop.
  static func writeNote(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

  static var noteIsTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

  static var dataIsTerminal: Bool { isatty(FileHandle.standardOutput.fileDescriptor) == 1 }

  /// Columns of the terminal, or of a wide page where there is none.
  static var columns: Int {
    var size = winsize()
    let stream = dataIsTerminal ? STDOUT_FILENO : STDERR_FILENO
    guard ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 140 }
    return Int(size.ws_col)
  }
}
