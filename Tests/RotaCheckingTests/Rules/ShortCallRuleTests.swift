import CareModel
import RotaChecking
import Testing

@Suite("Short calls")
struct ShortCallRuleTests {
  private func day(_ minutes: Int, coreTeam: [String] = [], seen: [String: Int] = [:], mode: Visit.Mode = .home)
    -> TinyDay
  {
    var day = TinyDay([TinyDay.visit(mode: mode, minutes: [minutes])])
    day.people[0] = TinyDay.person("p1", coreTeam: coreTeam, recentVisits: seen)
    return day
  }

  @Test(
    "under thirty minutes by a stranger is a warning, and the rota may still go out",
    arguments: [(30, true), (29, false)])
  func length(minutes: Int, isKept: Bool) {
    let checked = day(minutes).check([run([stop("v1", "08:00", minutes: minutes)])])
    #expect(checked.findings.map(\.rule) == (isKept ? [] : [.shortCall]))
    #expect(checked.findings.allSatisfy { $0.severity == .warning })
    #expect(checked.isPublishable)
  }

  @Test("who knows the person may make it short")
  func acquaintance() {
    let rota = [run([stop("v1", "08:00", minutes: 15)])]
    #expect(day(15, coreTeam: ["w1"]).broken(rota) == [])
    #expect(day(15, seen: ["w1": 1]).broken(rota) == [])
    #expect(day(15, coreTeam: ["w2"], seen: ["w1": 0]).broken(rota) == [.shortCall])
    #expect(day(15, mode: .telephone).broken(rota) == [])
  }
}
