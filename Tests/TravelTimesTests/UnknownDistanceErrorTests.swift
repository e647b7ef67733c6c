import CareModel
import Quantities
import Testing
import TravelTimes

@Suite("Places of which no distance is known")
struct UnknownDistanceErrorTests {
  private static let base = TestPlaces.place("base", 51_412_300, -300_700, row: 0)

  private func day(_ home: Place, matrices: [TravelMatrix] = [], remote: Bool = false) throws -> Caseload {
    let hours = try #require(InstantInterval(start: Instant(epochSeconds: 30_000), end: Instant(epochSeconds: 60_000)))
    let duty = DutyPeriod(id: DutyID("d"), hours: hours, startPlace: Self.base.id, endPlace: nil, mode: .car)
    let worker = Worker(id: WorkerID("w"), role: .rehabilitationAssistant, dutyPeriods: [duty])
    let visit = Visit(
      id: VisitID("v"), person: PersonID("p"), kind: .personalCare, mode: remote ? .telephone : .home,
      demands: [Demand(length: Minutes(30))], windows: [])
    return Caseload(
      title: "", isInvented: true, asOf: Instant(epochSeconds: 0), serviceDate: CivilDate(daysSinceEpoch: 0),
      calendar: ServiceCalendar(zone: "UTC", initialOffset: .zero, changes: []), policy: Policy(),
      places: [Self.base, home], matrices: matrices, people: [Person(id: PersonID("p"), place: home.id)],
      workers: [worker], visits: [visit])
  }

  @Test("a home without position and matrix is named, with its mode")
  func named() throws {
    let day = try day(TestPlaces.unplaced("home"))
    #expect(throws: UnknownDistanceError(mode: .car, hasMatrix: false, places: [PlaceID("home")])) {
      try TravelModel(day)
    }
  }

  @Test("a home that is outside the matrix and has no position is named")
  func outsideMatrix() throws {
    let matrix = try #require(TravelMatrix(mode: .car, size: 1, seconds: [0]))
    let day = try day(TestPlaces.unplaced("home", row: 1), matrices: [matrix])
    let error = #expect(throws: UnknownDistanceError.self) { try TravelModel(day) }
    #expect(error?.places == [PlaceID("home")])
    #expect(error?.description.contains("home") == true)
  }

  @Test("a home in the matrix needs no position, and one that nobody travels to needs neither")
  func enough() throws {
    let matrix = try #require(TravelMatrix(mode: .car, size: 2, seconds: [0, 60, 60, 0]))
    let known = try TravelModel(day(TestPlaces.unplaced("home", row: 1), matrices: [matrix]))
    #expect(known.leg(from: Self.base.id, to: PlaceID("home"), mode: .car, part: .offPeak).seconds == Seconds(60))
    #expect(throws: Never.self) { try TravelModel(day(TestPlaces.unplaced("home"), remote: true)) }
  }
}
