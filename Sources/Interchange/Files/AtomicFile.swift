import Foundation

/// A file that is written whole or not at all.
///
/// The bytes go to a temporary file in the same directory, which then takes the name: a reader sees the old file or the
/// new one, never half of it, and a failure leaves the old one as it was.
package struct AtomicFile {
  package let path: String

  package init(path: String) { self.path = path }

  /// Writes the file, making its directory where it is missing.
  ///
  /// - Throws: ``FileError`` with the system's reason; the temporary file is then gone again.
  package func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
    let target = URL(fileURLWithPath: path)
    let directory = target.deletingLastPathComponent()
    let name = ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).partial"
    let temporary = directory.appendingPathComponent(name)
    do {
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      try Data(bytes).write(to: temporary)
    } catch {
      throw failure(error.localizedDescription, removing: temporary)
    }
    guard rename(temporary.path, target.path) == 0 else {
      throw failure(String(cString: strerror(errno)), removing: temporary)
    }
  }

  /// Writes text as UTF-8.
  package func write(_ text: String) throws(FileError) { try write(text.utf8) }

  private func failure(_ reason: String, removing temporary: URL) -> FileError {
    // Nothing to be done where even that fails; the reason for the first failure matters more.
    try? FileManager.default.removeItem(at: temporary)
    return .unwritable(path: path, reason: reason)
  }
}
