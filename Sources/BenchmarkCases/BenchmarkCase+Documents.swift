import CareModel
import Interchange
import SyntheticCaseloads

extension BenchmarkCase {
  /// A small borough's day as a document.
  static let documentCases = [
    BenchmarkCase("document-read", summary: "the document of a small borough's day read and checked", repetitions: 10) {
      let text = Array(DayWriter.text(BenchmarkDay(DayPreset.smallBorough).make()).utf8)
      return {
        let reading = DayReader.read(json: text, file: "day.json")
        guard let day = reading.caseload else { throw BenchmarkFault.dayUnreadable(reading.problems.map(\.code)) }
        return BenchmarkOutcome(counters: [
          BenchmarkCounter(.size, "size.document", "bytes of the document", text.count),
          BenchmarkCounter(.size, "size.calls", "calls", day.visits.count),
        ])
      }
    },
    BenchmarkCase("document-write", summary: "the document of a small borough's day written", repetitions: 10) {
      let day = BenchmarkDay(DayPreset.smallBorough).make()
      return {
        let bytes = DayWriter.text(day).utf8.count
        return BenchmarkOutcome(counters: [BenchmarkCounter(.size, "size.document", "bytes of the document", bytes)])
      }
    },
  ]
}
