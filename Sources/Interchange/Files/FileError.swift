/// A file that can't be read or written (exit 74).
package enum FileError: Error, Hashable, Sendable, CustomStringConvertible {
  case unreadable(path: String)
  case unwritable(path: String, reason: String)
  /// It is there already and would be lost.
  case exists(paths: [String])

  package var description: String {
    switch self {
    case .unreadable(let path):
      "\(path): can't be read\n    Maybe the path is misspelt, or the file may not be read by you"
    case .unwritable(let path, let reason): "\(path): can't be written (\(reason))"
    case .exists(let paths):
      "\(paths.joined(separator: ", ")): already there, and nothing was overwritten\n"
        + "    Maybe give a new, empty directory"
    }
  }
}
