import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("Role and skill")
struct RoleAndSkillRuleTests {
  private func day(_ demand: Demand, _ worker: Worker, lock: Lock? = nil) -> TinyDay {
    var day = TinyDay([TinyDay.visit(demands: [demand], lock: lock)])
    day.workers = [worker]
    return day
  }
  private let rota = [run([stop("v1", "08:00")])]

  @Test("one of the roles is enough")
  func roles() {
    let demand = Demand(roles: [.physiotherapist, .occupationalTherapist], length: Minutes(30))
    #expect(day(demand, TinyDay.worker("w1", role: .occupationalTherapist)).broken(rota) == [])
    let found = day(demand, TinyDay.worker("w1", role: .nurse)).findings(.roleAndSkill, rota)
    #expect(
      found.map(\.sentence) == ["Call v1 needs a physiotherapist or occupational therapist, but w1 is a nurse."])
  }

  @Test("all skills are needed")
  func skills() {
    let demand = Demand(skills: [Skill("hoist"), Skill("stoma")], length: Minutes(30))
    #expect(day(demand, TinyDay.worker("w1", skills: ["stoma", "hoist", "peg"])).broken(rota) == [])
    let found = day(demand, TinyDay.worker("w1", skills: ["hoist"])).findings(.roleAndSkill, rota)
    #expect(found.map(\.sentence) == ["Call v1 needs the skill stoma, which worker w1 doesn't have."])
    #expect(found.map(\.cause) == [.choice])
  }

  @Test("a worker whom a lock orders is the lock's")
  func locked() {
    let demand = Demand(skills: [Skill("hoist")], length: Minutes(30))
    let ordered = day(demand, TinyDay.worker("w1"), lock: lock(["w1"])).findings(.roleAndSkill, rota)
    #expect(ordered.map(\.cause) == [.lock])
    let timed = day(demand, TinyDay.worker("w1"), lock: lock(nil, "08:00")).findings(.roleAndSkill, rota)
    #expect(timed.map(\.cause) == [.choice])
  }
}
