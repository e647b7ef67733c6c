import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("Changes to a published rota")
struct PublishedChangeTests {
  private func stability(
    _ runs: [Run], asOf: String = "05:00", timeCritical: Bool = false, budget: Int = 0, uncovered: [String] = []
  ) -> Int {
    var day = TinyDay([
      TinyDay.visit(timeCritical: timeCritical, state: .published, published: placement(["w1"], "08:00"))
    ])
    day.asOf = at(asOf)
    day.policy.changeBudget = budget
    return day.check(runs, uncovered: uncovered).score[Level(.stability)]
  }

  @Test(
    "a start moved by more than fifteen minutes is a change, either way",
    arguments: [("08:15", 0), ("08:20", 1), ("07:45", 0), ("07:40", 1), ("08:15:01", 1)])
  func moved(clock: String, weight: Int) { #expect(stability([run([stop("v1", clock)])]) == weight) }

  @Test("another worker is a change, a moved start one more, and being left out is no better than both")
  func worker() {
    #expect(stability([run("w2", "d2", [stop("v1", "08:00")])]) == 1)
    #expect(stability([run("w2", "d2", [stop("v1", "08:20")])]) == 2)
    #expect(stability([], uncovered: ["v1"]) == 2)
    #expect(stability([], asOf: "07:00", timeCritical: true, uncovered: ["v1"]) == 8)
  }

  @Test(
    "short notice and time-critical calls count double",
    arguments: [
      ("06:00", false, 1), ("06:00:01", false, 2), ("08:10", false, 2), ("05:00", true, 2), ("07:00", true, 4),
    ])
  func weights(asOf: String, timeCritical: Bool, weight: Int) {
    #expect(stability([run("w2", "d2", [stop("v1", "08:10")])], asOf: asOf, timeCritical: timeCritical) == weight)
  }

  @Test("the change budget is free", arguments: [(0, 4), (3, 1), (4, 0), (5, 0)])
  func budget(budget: Int, value: Int) {
    let runs = [run("w2", "d2", [stop("v1", "08:10")])]
    #expect(stability(runs, asOf: "07:00", timeCritical: true, budget: budget) == value)
  }
}
