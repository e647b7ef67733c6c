import CareModel
import Quantities
import Testing

@Suite("The scenario double-ups")
struct DoubleUpsTests {
  @Test("each two-person call has two different workers at the same second, for the whole of it")
  func together() throws {
    let day = try PlannedDay.shipped("double-ups")
    let joint = day.caseload.visits.filter { $0.demands.count == 2 }
    #expect(joint.count == 12 && joint.count * 2 > day.caseload.visits.count)
    for visit in joint {
      let stops = day.stops(of: visit.id)
      #expect(stops.map(\.stop.demand) == [0, 1], "\(visit.id)")
      #expect(Set(stops.map(\.worker)).count == 2, "\(visit.id)")
      #expect(Set(stops.map(\.stop.start)).count == 1, "\(visit.id)")
      for (demand, entry) in zip(visit.demands, stops) {
        #expect(entry.stop.end == entry.stop.start + demand.length, "\(visit.id)")
      }
    }
  }

  @Test("no call is sent single or cut short to make room: what gives way is the time")
  func timeGivesWay() throws {
    let day = try PlannedDay.shipped("double-ups")
    #expect(day.rota.uncovered.isEmpty)
    let outside = day.caseload.visits.filter { visit in
      guard let start = day.start(of: visit.id) else { return false }
      return visit.windows.allSatisfy { !$0.agreed.contains(start) }
    }
    #expect(!outside.isEmpty && outside.allSatisfy { !$0.isTimeCritical })
  }
}
