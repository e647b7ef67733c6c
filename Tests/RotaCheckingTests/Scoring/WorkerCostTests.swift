import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("What the choice of worker costs")
struct WorkerCostTests {
  private func cost(
    _ person: Person = TinyDay.person("p1"), _ visit: Visit = TinyDay.visit(), runs: [Run]? = nil,
    asOf: String = "05:00"
  ) -> Int {
    var day = TinyDay([visit])
    day.people[0] = person
    day.asOf = at(asOf)
    day.workers[0] = TinyDay.worker("w1", gender: .female, languages: ["Polish"])
    let checked = day.check(runs ?? [run([stop("v1", "08:00")])])
    return checked.score[Level(.cost)] - checked.timelines.reduce(0) { $0 + $1.cost.value }
  }

  @Test("core team, seen before, never seen")
  func continuity() {
    #expect(cost(TinyDay.person("p1", coreTeam: ["w1"])) == 0)
    #expect(cost(TinyDay.person("p1", coreTeam: ["w2"], recentVisits: ["w1": 1])) == 300)
    #expect(cost(TinyDay.person("p1", recentVisits: ["w1": 1])) == 0)
    #expect(cost(TinyDay.person("p1", coreTeam: ["w2"])) == 500)
    #expect(cost(TinyDay.person("p1", recentVisits: ["w2": 1])) == 500)
    #expect(cost(TinyDay.person("p1", recentVisits: ["w1": 0, "w2": 0])) == 0)
    #expect(cost() == 0)
  }

  @Test("each wish of the person and of the call that is not met")
  func preferences() {
    func wish(_ language: String, _ strength: Preference.Strength) -> Preference {
      Preference(.language(language), strength)
    }
    let person = TinyDay.person("p1", preferences: [wish("Welsh", .weak), wish("Polish", .strong)])
    #expect(cost(person) == 200)
    #expect(cost(person, TinyDay.visit(preferences: [wish("Welsh", .strong), wish("Welsh", .required)])) == 800)
  }

  @Test("each worker of a two-person call counts")
  func twoWorkers() {
    let person = TinyDay.person("p1", coreTeam: ["w1"], recentVisits: ["w2": 3])
    let runs = [run([stop("v1", "08:00")]), run("w2", "d2", [stop("v1", "08:00", demand: 1)])]
    #expect(cost(person, TinyDay.visit(minutes: [30, 30]), runs: runs) == 300)
    #expect(cost(TinyDay.person("p1", coreTeam: ["w3"]), TinyDay.visit(minutes: [30, 30]), runs: runs) == 1000)
  }

  @Test(
    "a published worker changed, twice at short notice", arguments: [("05:00", 400), ("06:00", 400), ("06:05", 800)])
  func changed(asOf: String, pence: Int) {
    let visit = TinyDay.visit(state: .published, published: placement(["w1"], "08:00"))
    #expect(cost(TinyDay.person("p1"), visit, runs: [run("w2", "d2", [stop("v1", "08:00")])], asOf: asOf) == pence)
    #expect(cost(TinyDay.person("p1"), visit, asOf: asOf) == 0)
  }
}
