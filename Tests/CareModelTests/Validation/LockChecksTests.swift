import CareModel
import Quantities
import Testing

@Suite("Locks that nobody could carry out")
struct LockChecksTests {
  private typealias Day = ValidationDay

  private func problems(
    _ lock: Lock, workers: Int = 1, kind: Visit.Kind = .personalCare, referral: String? = nil,
    change: (inout Day) -> Void = { _ in }
  ) -> [String] {
    var day = Day()
    day.visits[0] = Day.visit("v-1", "p-1", at: 120, kind: kind, referral: referral, workers: workers, lock: lock)
    change(&day)
    return day.problems
  }

  @Test("a lock that can be kept is no problem, even off the call's windows")
  func kept() {
    #expect(problems(Day.lock(["w-1"], at: 300)) == [])
    #expect(problems(Day.lock(["w-1", "w-2"]), workers: 2) == [])
    #expect(problems(Day.lock(nil, at: 700)) == [])
  }

  @Test("a lock orders something, and sends no two-person call single")
  func shape() {
    #expect(problems(Day.lock(nil)) == ["visits[0].lock lock.empty"])
    #expect(problems(Day.lock(["w-1"]), workers: 2) == ["visits[0].lock.workers lock.workerCount"])
    #expect(problems(Day.lock(["w-1", "w-2"])) == ["visits[0].lock.workers lock.workerCount"])
    #expect(problems(Day.lock(["w-9"])) == ["visits[0].lock.workers[0] reference.unknown"])
  }

  @Test("a locked start lies in the day and ahead")
  func time() {
    #expect(problems(Day.lock(nil, at: 89)) == ["visits[0].lock.start lock.past"])
    #expect(problems(Day.lock(nil, at: 90)) == [])
    #expect(problems(Day.lock(nil, at: 1441)) == ["visits[0].lock.start lock.outsideDay"])
  }

  @Test("a locked worker is at work")
  func duty() {
    #expect(problems(Day.lock(["w-2"], at: 600)) == ["visits[0].lock.workers[0] lock.offDuty"])
    #expect(problems(Day.lock(["w-2"], at: 599)) == [])
    #expect(
      problems(Day.lock(["w-2"])) { $0.workers[1] = Day.worker("w-2", duties: []) }
        == ["visits[0].lock.workers[0] lock.offDuty"])
  }

  @Test("nobody is visited who is away, not ready, or not to be visited")
  func person() {
    func away(_ start: Int, _ end: Int, _ day: inout Day) {
      day.people[0] = Person(id: PersonID("p-1"), place: PlaceID("h-1"), suspensions: [Day.between(start, end)])
    }
    #expect(problems(Day.lock(nil, at: 300)) { away(310, 320, &$0) } == ["visits[0].lock.start lock.suspended"])
    #expect(problems(Day.lock(nil, at: 300)) { away(330, 350, &$0) } == [])
    #expect(problems(Day.lock(["w-1"])) { away(0, 1440, &$0) } == ["visits[0].lock lock.suspended"])
    func referral(_ state: Referral.State, _ ready: Int?) -> Referral {
      Referral(
        id: ReferralID("r"), person: PersonID("p-1"), referralClass: .hospitalDischarge, receivedAt: Day.at(0),
        readyFrom: ready.map { Day.at($0) }, whereabouts: .inHospital, state: state)
    }
    #expect(
      problems(Day.lock(nil, at: 300), kind: .firstResponse, referral: "r") {
        $0.referrals = [referral(.accepted, 301)]
      }
        == ["visits[0].lock.start lock.notReady"])
    #expect(
      problems(Day.lock(nil, at: 300), kind: .firstResponse, referral: "r") {
        $0.referrals = [referral(.withdrawn, nil)]
      }
        == ["visits[0].lock lock.notWanted"])
  }

  @Test("two locks must leave worker and person in one place at a time; both are named")
  func pairs() {
    func pair(_ one: Lock, _ other: Lock, _ person: String, links: [VisitLink] = []) -> [String] {
      var day = Day()
      day.visits = [
        Day.visit("v-1", "p-1", at: 120, lock: one), Day.visit("v-2", person, at: 300, lock: other),
      ]
      day.links = links
      return day.problems
    }
    let both = ["visits[0].lock lock.contradiction", "visits[1].lock lock.contradiction"]
    #expect(pair(Day.lock(["w-1"], at: 120), Day.lock(["w-1"], at: 149), "p-2") == both)
    #expect(pair(Day.lock(["w-1"], at: 120), Day.lock(["w-1"], at: 150), "p-2") == [])
    #expect(pair(Day.lock(["w-1"], at: 120), Day.lock(["w-2"], at: 149), "p-2") == [])
    #expect(pair(Day.lock(["w-1"], at: 120), Day.lock(["w-2"], at: 149), "p-1") == both)
    let together = Day.link("v-1", "v-2", .sameStart)
    #expect(pair(Day.lock(["w-1"], at: 120), Day.lock(["w-2"], at: 120), "p-1", links: [together]) == [])
    #expect(Set(pair(Day.lock(nil, at: 120), Day.lock(nil, at: 300), "p-2", links: [together])).isSuperset(of: both))
    let order = Day.link("v-1", "v-2", .order)
    #expect(Set(pair(Day.lock(nil, at: 300), Day.lock(nil, at: 120), "p-2", links: [order])).isSuperset(of: both))
    let gap = Day.link("v-1", "v-2", .gap(minimum: Minutes(60), maximum: Minutes(90)))
    #expect(pair(Day.lock(nil, at: 120), Day.lock(nil, at: 210), "p-2", links: [gap]) == [])
    #expect(Set(pair(Day.lock(nil, at: 120), Day.lock(nil, at: 211), "p-2", links: [gap])).isSuperset(of: both))
    let other = Day.link("v-1", "v-2", .differentWorker)
    #expect(Set(pair(Day.lock(["w-1"]), Day.lock(["w-1"]), "p-2", links: [other])).isSuperset(of: both))
    let same = Day.link("v-1", "v-2", .sameWorker)
    #expect(pair(Day.lock(["w-1"]), Day.lock(["w-1"]), "p-2", links: [same]) == [])
    #expect(Set(pair(Day.lock(["w-1"]), Day.lock(["w-2"]), "p-2", links: [same])).isSuperset(of: both))
  }

  @Test("what has happened is not to blame for a lock against it")
  func facts() {
    var day = Day()
    let actual = Visit.Placement(workers: [WorkerID("w-1")], start: Day.at(85))
    day.visits[0] = Day.visit("v-1", "p-1", at: 80, state: .underWay, actual: actual)
    day.visits[2] = Day.visit("v-3", "p-2", at: 120, lock: Day.lock(["w-1"], at: 110))
    #expect(day.problems == ["visits[2].lock lock.contradiction"])
    let found = day.validation.problems.first?.found ?? ""
    #expect(found.contains("w-1 can't be at v-1") && found.contains("ordered by A. Coordinator"))
  }
}
