import CareModel
import Presentation
import Testing

@Suite("What was mended of a rota, in words")
struct StartWordsTests {
  private func report(_ mends: [(StartReport.Remedy, String)]) -> StartReport {
    StartReport(
      inputDigest: "", kept: 35,
      mends: mends.map { .init(visit: nil, worker: WorkerID("w1"), remedy: $0.0, rule: $0.1, sentence: "Wrong.") })
  }

  @Test("remedies are counted in their order, rules as they come")
  func words() {
    #expect(report([]).words == "started from a rota: 35 calls kept, nothing to mend")
    #expect(
      report([(.moved, "travel"), (.dropped, "knownRecords"), (.dropped, "travel")]).words
        == "started from a rota: 35 calls kept; dropped 2, moved 1; rules broken: time to get there (2), "
        + "everything named is in the document (1)")
  }
}
