import Foundation

/// The two streams: data to standard output, people's text and progress to standard error.
enum Console {
  static func writeData(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  static func writeNote(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  static var noteIsTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

  static var dataIsTerminal: Bool { isatty(FileHandle.standardOutput.fileDescriptor) == 1 }

  /// Columns of the terminal, or of a wide page where there is none.
  static var columns: Int {
    var size = winsize()
    let stream = dataIsTerminal ? STDOUT_FILENO : STDERR_FILENO
    guard ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 110 }
    return Int(size.ws_col)
  }
}
