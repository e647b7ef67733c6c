import Benchmark
import BenchmarkCases
import Foundation

// Every case of the wanted suite as a benchmark of its own, each in a process of its own.
//
// Clock and peak memory go the tool's way. What was counted is written besides, one JSON file a case: the tool keeps
// measurements in histograms of three significant digits, so that above 2,048 it no longer tells 72,019 from 72,020.

let environment = ProcessInfo.processInfo.environment
let suite = environment["REABLE_BENCH_SUITE"].flatMap(BenchmarkCase.Suite.init) ?? .gate
let folder = environment["REABLE_BENCH_COUNTED"]

let benchmarks: @Sendable () -> Void = {
  if let folder { writeExpected(to: folder) }
  for entry in BenchmarkCase.all where entry.suite == suite {
    let record = CaseRecord(entry)
    Benchmark(
      entry.name,
      configuration: Benchmark.Configuration(
        metrics: [.wallClock, .peakMemoryResident], timeUnits: .microseconds, warmupIterations: 0,
        maxDuration: .seconds(3600), maxIterations: entry.repetitions)
    ) { benchmark in
      benchmark.startMeasurement()
      do {
        let outcome = try record.run()
        benchmark.stopMeasurement()
        if let trouble = record.take(outcome) { benchmark.error(trouble) }
      } catch {
        benchmark.error("\(entry.name): \(error)")
      }
    } setup: {
      try record.prepare()
    } teardown: {
      if let folder { try record.write(to: folder) }
    }
  }
}

/// Writes the names that are to be counted: the tool goes on past a case that crashes, and ends with 0.
@Sendable func writeExpected(to folder: String) {
  let names = BenchmarkCase.all.filter { $0.suite == suite }.map(\.name).joined(separator: "\n") + "\n"
  let file = URL(fileURLWithPath: folder).appendingPathComponent("\(suite.rawValue).expected")
  do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(names.utf8).write(to: file)
  } catch {
    FileHandle.standardError.write(Data("\(file.path): \(error)\n".utf8))
  }
}
