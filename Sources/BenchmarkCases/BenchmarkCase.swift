/// One benchmark: something made ready, and a body that is measured.
public struct BenchmarkCase: Sendable {
  /// Names its thresholds: small letters, digits and hyphens.
  public let name: String
  /// What it measures, in a line.
  public let summary: String
  /// Where it is run.
  public let suite: Suite
  /// How often the body is run; each run counts the same.
  public let repetitions: Int
  private let makeReady: @Sendable () throws -> Body

  /// The measured part; it can be run again and again.
  public typealias Body = () throws -> BenchmarkOutcome

  /// Where a benchmark is run.
  public enum Suite: String, CaseIterable, Sendable {
    /// With every change, against committed thresholds: a second or a few each.
    case gate
    /// By hand, for the report.
    case long
  }

  init(
    _ name: String, summary: String, suite: Suite = .gate, repetitions: Int = 1,
    makeReady: @escaping @Sendable () throws -> Body
  ) {
    self.name = name
    self.summary = summary
    self.suite = suite
    self.repetitions = repetitions
    self.makeReady = makeReady
  }

  /// Does what is not measured, and hands out the body.
  public func prepare() throws -> Body { try makeReady() }

  /// Every benchmark, those of the gate first; each name once.
  public static let all: [BenchmarkCase] =
    DayCase.all.map(\.benchmark) + searchCases + operatorCases + travelCases + programCases + documentCases
    + checkerCases + planCases
}
