import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("Known records")
struct KnownRecordsRuleTests {
  private let day = TinyDay([TinyDay.visit()])

  @Test("a rota of the document's records keeps every rule")
  func kept() {
    #expect(day.check([run([stop("v1", "08:00")])]).findings == [])
    #expect(day.check([run([stop("v1", "08:00")]), run("w2", "d2", [])]).findings == [])
  }

  @Test("an unknown worker, a duty of somebody else and an unknown call are named")
  func unknownRecords() {
    let stranger = day.findings(.knownRecords, [run("w9", "d1", [stop("v1", "08:00")])])
    #expect(stranger.map(\.sentence) == ["Worker w9 is not known."])
    let borrowed = day.findings(.knownRecords, [run("w1", "d2", [stop("v1", "08:00")])])
    #expect(borrowed.map(\.sentence) == ["Duty d2 is not one of worker w1's duties."])
    let call = day.findings(.knownRecords, [run([stop("v1", "08:00"), stop("v9", "09:00")])])
    #expect(call.map(\.visit) == [VisitID("v9")] && call.map(\.cause) == [.choice])
    let listed = day.findings(.knownRecords, [run([stop("v1", "08:00")])], uncovered: ["v9"])
    #expect(listed.map(\.visit) == [VisitID("v9")])
  }

  @Test("a demand that the call doesn't have is named", arguments: [-1, 1, Int.max, Int.min])
  func unknownDemand(index: Int) {
    let found = day.findings(.knownRecords, [run([stop("v1", "08:00", demand: index)])])
    #expect(found.map(\.measured) == ["demand \(index)"] && found.map(\.limit) == ["demand 0"])
  }

  @Test("a duty period has one run")
  func secondRun() {
    let found = day.findings(.knownRecords, [run([stop("v1", "08:00")]), run([])])
    #expect(found.map(\.sentence) == ["Worker w1 has more than one run for duty d1."])
  }

  @Test("a rota of another day is refused")
  func otherDay() {
    let rota = Rota(
      serviceDate: TinyDay.serviceDate.adding(days: 1), asOf: day.asOf, runs: [run([stop("v1", "08:00")])],
      uncovered: [])
    #expect(day.check(rota).findings.map(\.measured) == ["2026-11-25"])
  }
}
