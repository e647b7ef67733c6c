import CareModel
import RotaChecking
import Testing

@Suite("Facts")
struct FactsRuleTests {
  private func day(_ state: Visit.State = .done) -> TinyDay {
    var day = TinyDay([TinyDay.visit(state: state, actual: placement(["w1"], "08:03"))])
    day.asOf = at("08:10")
    return day
  }

  @Test("what happened is in the run of its worker, at its start", arguments: [Visit.State.done, .underWay])
  func kept(state: Visit.State) { #expect(day(state).broken([run([stop("v1", "08:03")])]) == []) }

  @Test("another start, worker or length, or no stop at all, contradicts it by choice")
  func broken() {
    let rotas = [
      [run([stop("v1", "08:04")])], [run("w2", "d2", [stop("v1", "08:03")])],
      [run([stop("v1", "08:03", minutes: 31)])], [],
    ]
    for rota in rotas {
      #expect(day().findings(.facts, rota).map(\.cause) == [.choice])
      #expect(!day().check(rota).isPublishable)
    }
    #expect(
      day().findings(.facts, []).map(\.sentence) == [
        "Call v1 is done: it was begun by w1 at 08:03 and takes 30 min, but the rota doesn't say so."
      ])
  }

  @Test("a call under way is not listed as uncovered")
  func listed() {
    #expect(day(.underWay).broken([run([stop("v1", "08:03")])], uncovered: ["v1"]) == [.facts])
  }

  @Test("where the worker has no duty period there is no run to put it in: a fact")
  func withoutDuty() {
    var day = day()
    day.workers[0] = TinyDay.worker("w1", duties: [])
    let checked = day.check([])
    #expect(checked.findings.map(\.cause) == [.fact] && checked.isPublishable)
  }
}
