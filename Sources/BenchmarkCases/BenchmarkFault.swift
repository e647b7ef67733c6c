/// A benchmark that couldn't be run.
enum BenchmarkFault: Error, CustomStringConvertible {
  /// The day that it wrote couldn't be read: the problems' codes.
  case dayUnreadable([String])
  /// A linear program came out otherwise than it must.
  case unexpected(String)

  var description: String {
    switch self {
    case .dayUnreadable(let codes): "the benchmark's own day cannot be read: \(codes.joined(separator: ", "))"
    case .unexpected(let what): what
    }
  }
}
