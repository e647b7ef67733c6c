import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Equipment: fitted when it has come, and waited for where it must be there first")
struct EquipmentTests {
  private func order(
    _ lead: Int, delivered: String? = nil, fitted: String? = nil, essential: Bool = false
  ) -> EquipmentOrder {
    EquipmentOrder(
      id: LineID("rail"), item: "grab rail", orderedOn: date("2026-11-20"), leadDays: lead,
      deliveredOn: delivered.map(date), isEssential: essential,
      fit: CallNeed(kind: .equipmentFit, demands: [Demand(length: Minutes(30))], preferred: clocks("10:00", "12:00")),
      fittedOn: fitted.map(date))
  }

  private func parts(_ order: EquipmentOrder) -> InventedService {
    var parts = InventedService()
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "15:00")) }])]
    let open = episode(start: "2026-11-16")
    parts.episodes = [EpisodeRecord(episode: open.episode, packages: open.packages, equipment: [order])]
    return parts
  }

  private func fits(_ parts: InventedService) -> [CivilDate] {
    EpisodePlanner(parts.service, days: 21).plan().calls.filter { $0.need.kind == .equipmentFit }.map(\.date)
  }

  @Test("a fitting falls on the first day on which it is there, never before")
  func fitted() {
    #expect(fits(parts(order(8))) == [date("2026-11-28")])
    #expect(fits(parts(order(8, delivered: "2026-11-24"))) == [date("2026-11-25")])
    // It should have come: tomorrow at the earliest.
    #expect(fits(parts(order(2))) == [date("2026-11-25")])
  }

  @Test("what is fitted or booked is planned no more")
  func done() {
    #expect(fits(parts(order(2, delivered: "2026-11-22", fitted: "2026-11-23"))).isEmpty)
    var booked = parts(order(2))
    booked.appointments = [
      Appointment(
        id: VisitID("a-1"), person: PersonID("p-1"), episode: EpisodeID("e-1"), date: date("2026-11-30"),
        call: order(2).fit ?? line("x", "10:00", "11:00").call, line: LineID("rail"))
    ]
    #expect(fits(booked) == [date("2026-11-30")])
  }

  @Test("equipment that has not come is asked after on the day on which it should")
  func asked() {
    func tasks(_ order: EquipmentOrder) -> [CivilDate] {
      DueTasks(parts(order).service).through(date("2026-12-20")).filter { $0.kind == .delivery }.map(\.dueOn)
    }
    #expect(tasks(order(8)) == [date("2026-11-28")])
    #expect(DueTasks(parts(order(8)).service).through(date("2026-12-20")).compactMap(\.item) == ["grab rail"])
    #expect(tasks(order(8, delivered: "2026-11-23")).isEmpty)
  }

  @Test("nobody starts before what is essential is there; what is not essential keeps nobody")
  func essential() throws {
    func start(_ order: EquipmentOrder) throws -> PlannedStart.Start {
      var parts = parts(order)
      parts.episodes = []
      let open = referral()
      let needs = try #require(open.needs)
      parts.referrals = [
        ReferralRecord(
          referral: open.referral,
          needs: StartNeeds(firstVisit: needs.firstVisit, lines: needs.lines, equipment: [order]))
      ]
      let service = parts.service
      let plan = EpisodePlanner(service, days: 14).plan()
      guard case .starts(let found)? = plan.starts.first?.outcome else { throw NoStart() }
      // The day's rota knows it, too.
      for day in 0..<5 {
        let date = service.today.adding(days: day)
        let cut = DayCut.caseload(of: service, on: date)
        #expect(cut.visits.contains { $0.kind == .firstResponse } == (date >= found.date))
      }
      return found
    }
    let awaited = try start(order(7, essential: true))
    #expect(awaited.date == date("2026-11-27"))
    #expect(awaited.delayedBy == .awaitsEquipment("grab rail", date("2026-11-27")))
    #expect(try start(order(7)).date == date("2026-11-24"))
    #expect(try start(order(7, delivered: "2026-11-23", essential: true)).date == date("2026-11-24"))
  }

  private struct NoStart: Error {}
}
