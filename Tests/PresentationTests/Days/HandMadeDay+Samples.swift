import CareModel
import Explanations
import Quantities
import RotaChecking
import TravelTimes

extension HandMadeDay {
  /// Two assistants, a call each of the kinds that the headline counts, all covered and in time.
  static func quiet() -> HandMadeDay {
    var day = HandMadeDay()
    day.worker("ann", breakAt: "11:00")
    day.worker("bob", breakAt: "11:00")
    day.call("v1", of: "p1", at: "08:00", isTimeCritical: true)
    day.call("v2", of: "p2", at: "09:00", minutes: 45, workers: 2)
    day.call("v3", of: "p3", at: "10:30", kind: .therapy)
    day.firstVisit("v4", of: "p4", at: "12:00", deadline: "16:00")
    day.give("v1", to: "ann", at: "08:00")
    day.give("v2", to: "ann", at: "09:00")
    day.give("v2", to: "bob", at: "09:00", demand: 1)
    day.give("v3", to: "bob", at: "10:30")
    day.give("v4", to: "ann", at: "12:00")
    day.names = ["p1": "Ada Brook", "p2": "Ben Carr", "p3": "Cy Dunn", "p4": "Mrs Example", "ann": "Ann", "bob": "Bob"]
    return day
  }

  /// As many uncovered calls of each weight as told, beside one covered call.
  static func short(essential: Int, other: Int) -> HandMadeDay {
    var day = HandMadeDay()
    day.worker("ann")
    day.call("c", of: "p", at: "08:00")
    day.give("c", to: "ann", at: "08:00")
    for index in 0..<essential {
      day.call("e\(index)", of: "pe\(index)", at: "09:00", consequence: .high)
      day.leaveOut("e\(index)", because: [(.dutyFull, 1)], next: ("13:00", "ann"))
    }
    for index in 0..<other {
      day.call("o\(index)", of: "po\(index)", at: "09:00", kind: .therapy)
      day.leaveOut("o\(index)", because: [(.noSuchRoleOrSkill, 1)])
    }
    return day
  }

  /// The night on which the clocks go back, with calls in both hours that the clocks show as one.
  static func nightOfClockChange() -> HandMadeDay {
    var day = HandMadeDay()
    day.date = "2026-10-24"
    day.asOf = "20:00"
    day.places = []
    day.worker("ann", from: "22:00", until: "04:00")
    day.call("v1", of: "p1", at: "2026-10-25T01:30+01:00")
    day.call("v2", of: "p2", at: "2026-10-25T01:30+00:00")
    day.give("v1", to: "ann", at: "2026-10-25T01:30+01:00")
    day.give("v2", to: "ann", at: "2026-10-25T01:30+00:00")
    return day
  }

  /// A whole borough's day, its calls given out roughly: enough to look at.
  static func borough(workers count: Int = 14, calls: Int = 92) throws -> HandMadeDay {
    var day = HandMadeDay()
    let patches = [("North", 12_000, -9_000), ("Riverside", -6_000, -16_000), ("Hill", -9_000, 17_000)]
    day.place("base", kind: .base)
    let firstNames = [
      "Ada", "Ben", "Cora", "Dev", "Edie", "Femi", "Grace", "Hal", "Iris", "Joe", "Kit", "Lena", "Mo", "Nia",
    ]
    let lastNames = ["Brook", "Carr", "Dunn", "Eyre", "Fox", "Gale", "Hart", "Ives", "Judd", "Kerr", "Lamb", "Moss"]
    for index in 0..<count {
      let id = "w\(index < 9 ? "0" : "")\(index + 1)"
      let isLate = index % 5 == 4
      let role: Role = index == 12 ? .occupationalTherapist : index == 13 ? .physiotherapist : .rehabilitationAssistant
      day.worker(
        id, role: role, from: isLate ? "14:00" : "07:00", until: isLate ? "22:00" : "15:00", at: "base",
        overtime: index % 6 == 0 ? 30 : 0)
      day.names[id] = "\(firstNames[index % firstNames.count]) \(lastNames[(index * 5 + 3) % lastNames.count])"
    }
    let hours = [
      "07:30", "08:00", "08:30", "08:15", "09:00", "12:15", "12:30", "17:00", "17:30", "20:30", "10:30", "15:30",
    ]
    for index in 0..<calls {
      let person = "p\(100 + index / 2)"
      let patch = patches[(index / 2) % 3]
      let spread = (index / 2 * 7919) % 12_001 - 6_000
      day.person(
        person, north: patch.1 + spread, east: patch.2 + (index / 2 * 104_729) % 14_001 - 7_000, patch: patch.0)
      day.names[person] =
        "\(["Mrs", "Mr", "Ms"][index / 2 % 3]) \(lastNames[(index / 2 * 7 + 1) % 12])-\(lastNames[(index / 24) % 12])"
      let id = "v\(100 + index)"
      let hour = hours[(index * 5 + index / 12) % hours.count]
      if index % 15 == 7 {
        day.firstVisit(id, of: person, at: "11:00", deadline: index % 2 == 0 ? "17:00" : "09:30")
      } else if index % 9 == 4 {
        day.call(id, of: person, at: "10:30", minutes: 45, kind: .therapy)
      } else {
        day.call(
          id, of: person, at: hour, minutes: [30, 45, 20, 30][index % 4],
          consequence: index % 4 == 0 ? .high : nil, isTimeCritical: index % 8 == 0, workers: index % 13 == 5 ? 2 : 1)
      }
    }
    try day.giveOutRoughly()
    return day
  }

  /// Earliest start first, to whoever can be there first; what nobody can take within its agreed time is left out.
  private mutating func giveOutRoughly() throws {
    let travel = try TravelModel(caseload)
    let caseload = caseload
    var free: [String: (at: Instant, place: PlaceID)] = [:]
    for worker in caseload.workers {
      guard let duty = worker.dutyPeriods.first else { continue }
      free[worker.id.text] = (duty.hours.start, duty.startPlace)
    }
    for visit in caseload.visits.sorted(by: {
      ($0.windows[0].agreed.start, $0.id) < ($1.windows[0].agreed.start, $1.id)
    }) {
      guard let home = caseload.place(of: visit) else { continue }
      var options: [(start: Instant, id: String)] = []
      for worker in caseload.workers {
        guard let duty = worker.dutyPeriods.first, let now = free[worker.id.text] else { continue }
        let leg = travel.leg(from: now.place, to: home, mode: .car, part: .morningPeak)
        let begin = max(now.at + leg.seconds, visit.windows[0].agreed.start)
        let start = Instant(epochSeconds: (begin.epochSeconds + 299) / 300 * 300)
        if start + visit.length + Minutes(25) <= duty.hours.end { options.append((start, worker.id.text)) }
      }
      options.sort { ($0.start, $0.id) < ($1.start, $1.id) }
      let chosen = options.prefix(visit.demands.count)
      let latest = visit.windows[0].agreed.end + Minutes(visit.kind == .firstResponse ? 300 : 15)
      guard chosen.count == visit.demands.count, let start = chosen.last?.start, start <= latest else {
        leaveOut(visit.id.text, because: [(.dutyFull, 9), (.notOnDuty, 3)], next: ("13:40", "w03"))
        continue
      }
      for (demand, option) in chosen.enumerated() {
        stops[option.id, default: []].append(
          Stop(visit: visit.id, demand: demand, start: start, end: start + visit.length))
        free[option.id] = (start + visit.length, home)
      }
    }
  }
}
