import CareModel
import RotaChecking
import Testing

@Suite("Refusals")
struct RefusalRuleTests {
  private func day(person: [String] = [], call: [String] = [], worker: [String] = []) -> TinyDay {
    var day = TinyDay([TinyDay.visit(refused: call)])
    day.people[0] = TinyDay.person("p1", refused: person)
    day.workers[0] = TinyDay.worker("w1", refused: worker)
    return day
  }
  private let rota = [run([stop("v1", "08:00")])]

  @Test("refusals of others don't matter")
  func kept() { #expect(day(person: ["w2"], call: ["w2"], worker: ["p2"]).broken(rota) == []) }

  @Test("person, call and worker may each refuse")
  func broken() {
    #expect(
      day(person: ["w1"]).findings(.refusal, rota).map(\.sentence)
        == ["Call v1 is given to worker w1, but p1 refuses this worker."])
    #expect(
      day(call: ["w1"]).findings(.refusal, rota).map(\.sentence)
        == ["Call v1 is given to worker w1, but the call must not go to this worker."])
    #expect(
      day(worker: ["p1"]).findings(.refusal, rota).map(\.sentence)
        == ["Call v1 is given to worker w1, but this worker must not be sent to p1."])
  }
}
