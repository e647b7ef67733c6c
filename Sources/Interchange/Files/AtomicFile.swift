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
  /// A link is followed, so that it stays a link. What is no file of bytes (a device, a pipe) is written to as it is, never
  /// replaced.
  ///
  /// - Throws: ``FileError`` with the system's reason; the temporary file is then gone again.
  package func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    switch AtomicFile.kind(of: target.path) {
    case .folder: throw .unwritable(path: path, reason: "it is a folder; name a file in it")
    case .stream: try writeThrough(Data(bytes), to: target)
    case .regularOrNew: try replace(target, with: Data(bytes))
    }
  }

  private enum Kind { case regularOrNew, folder, stream }

  private static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .regularOrNew }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .regularOrNew
    case S_IFDIR: return .folder
    default: return .stream
    }
  }

  private func writeThrough(_ data: Data, to target: URL) throws(FileError) {
    do {
      let handle = try FileHandle(forWritingTo: target)
      try handle.write(contentsOf: data)
      try handle.close()
    } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
  }

  private func replace(_ target: URL, with data: Data) throws(FileError) {
    let directory = target.deletingLastPathComponent()
    let name = ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).partial"
    let temporary = directory.appendingPathComponent(name)
    do {
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      try data.write(to: temporary)
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
