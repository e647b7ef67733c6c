import BenchmarkCases
import SyntheticCaseloads
import Testing

@Suite("Benchmark cases")
struct BenchmarkCaseTests {
  @Test("every case has a name of its own that can name a file, and a summary")
  func names() {
    let names = BenchmarkCase.all.map(\.name)
    #expect(Set(names).count == names.count)
    for entry in BenchmarkCase.all {
      #expect(entry.name.wholeMatch(of: #/[a-z0-9]+(-[a-z0-9]+)*/#) != nil, "\(entry.name)")
      #expect(!entry.summary.isEmpty && !entry.summary.contains { "\"\\".contains($0) || $0.isNewline })
      #expect(entry.repetitions >= 1)
    }
  }

  @Test(
    "both suites have cases; every preset of the generator's days is in one of them, and every large one of its services"
  )
  func suites() {
    for suite in BenchmarkCase.Suite.allCases { #expect(BenchmarkCase.all.contains { $0.suite == suite }) }
    for preset in DayPreset.allCases {
      #expect(DayCase.all.contains { $0.day.name == preset.rawValue }, "\(preset.rawValue)")
    }
    for preset in ServicePreset.allCases where preset.target.callsPerDay > 100 {
      #expect(DayCase.all.contains { $0.day.name == "service-\(preset.rawValue)" }, "\(preset.rawValue)")
    }
  }

  /// Those of the gate that take no longer than a moment on a debug build.
  static let quick = BenchmarkCase.all.filter {
    $0.suite == .gate && (!$0.name.hasPrefix("day-") || $0.name.hasPrefix("day-tiny")) && $0.name != "program-integer"
  }

  @Test("a case counts the same each time", arguments: quick.map(\.name))
  func repeatable(name: String) throws {
    let entry = try #require(Self.quick.first { $0.name == name })
    let body = try entry.prepare()
    let first = try body()
    #expect(!first.counters.isEmpty)
    #expect(Set(first.counters.map(\.name)).count == first.counters.count)
    #expect(first.counters.allSatisfy { $0.value >= 0 })
    #expect(try body().counters == first.counters)
    #expect(try entry.prepare()().counters == first.counters)
  }
}
