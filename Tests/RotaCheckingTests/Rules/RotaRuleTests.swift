import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("The list of rules")
struct RotaRuleTests {
  @Test("every rule can be broken, and findings come in the order of rules, calls, workers")
  func everyRule() {
    let checked = BrokenDay.checked
    let order = RuleName.allCases
    #expect(order.filter { rule in !checked.findings.contains { $0.rule == rule } } == [])
    let keys = checked.findings.map {
      (order.firstIndex(of: $0.rule) ?? -1, $0.visit?.text ?? "", $0.worker?.text ?? "")
    }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("each finding says what was measured, the limit, and a whole sentence")
  func wholeFindings() {
    for finding in BrokenDay.checked.findings {
      #expect(!finding.measured.isEmpty && !finding.limit.isEmpty && finding.sentence.hasSuffix("."))
      #expect((finding.overriddenBy != nil) == (finding.cause == .lock))
    }
  }
}

/// A day and a rota in which each rule is broken somewhere.
enum BrokenDay {
  static let checked: CheckedRota = {
    var day = TinyDay([
      TinyDay.visit("a", demands: [Demand(roles: [.nurse], length: Minutes(20))], lock: lock(nil, "10:30")),
      TinyDay.visit("b", person: "p2", minutes: [30, 30], preferences: [Preference(.gender(.male), .required)]),
      TinyDay.anytime("c", person: "p3", kind: .therapy, referral: "r1"),
      TinyDay.anytime("d", person: "p3", kind: .firstResponse, referral: "r1"),
      TinyDay.visit("e", person: "p4", episode: "e1", consequence: .low),
      TinyDay.anytime("f", person: "p4", state: .done, actual: placement(["w1"], "05:30")),
      TinyDay.anytime("g", person: "p1"),
      TinyDay.anytime("h", person: "p1", lock: lock(["w2"])),
    ])
    day.asOf = at("08:00")
    day.people[0] = TinyDay.person("p1", refused: ["w2"], suspensions: [span("10:00", "12:00")])
    day.workers[0] = TinyDay.worker(
      "w1", duties: [TinyDay.duty(breaks: [Break(length: Minutes(20), window: span("10:00", "13:00"))])])
    day.referrals = [TinyDay.referral(person: "p3", readyFrom: at("13:00"))]
    day.episodes = [
      Episode(id: EpisodeID("e1"), person: PersonID("p4"), startDate: TinyDay.serviceDate.adding(days: -60))
    ]
    day.links = [VisitLink(first: VisitID("g"), second: VisitID("b"), relation: .sameStart)]
    return day.check(
      [
        run([
          stop("f", "05:40"), stop("b", "08:00", demand: 1), stop("a", "10:30", minutes: 25), stop("g", "10:40"),
          stop("c", "12:01"), stop("e", "13:55"), stop("zz", "14:40"),
        ]),
        run("w2", "d2", [stop("b", "08:05"), stop("b", "08:05"), stop("g", "10:40")]),
        run("w1", "d1", [stop("b", "09:00")]),
      ], uncovered: ["d"])
  }()
}
