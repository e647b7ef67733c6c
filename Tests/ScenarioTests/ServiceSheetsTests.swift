import CareModel
import Interchange
import Quantities
import SyntheticCaseloads
import Testing

@Suite("A whole service through sheets")
struct ServiceSheetsTests {
  private func expectEqual(_ service: Service, _ reading: ServiceReading) throws {
    let read = try #require(reading.service, "\(reading.problems.prefix(3))")
    #expect(reading.problems.isEmpty && reading.warnings.isEmpty, "\(reading.problems.prefix(3))")
    #expect(read.calendar == service.calendar && read.policy == service.policy && read.asOf == service.asOf)
    #expect(read.places == service.places)
    #expect(read.people == service.people)
    #expect(read.staff == service.staff)
    #expect(read.episodes == service.episodes)
    #expect(read.referrals == service.referrals)
    #expect(read.appointments == service.appointments)
    #expect(read == service)
  }

  @Test(
    "an invented service written to sheets and read back is the same service", arguments: 1...6 as ClosedRange<UInt64>)
  func tiny(seed: UInt64) throws {
    let service = ServiceGenerator(ServicePreset.tiny.parameters(seed: seed)).service
    try expectEqual(service, TableReader.service(ServiceSheets(service: service).folder))
  }

  @Test("so is a borough's, with its stays, leave, changed packages and two-person calls")
  func borough() throws {
    let service = ServiceGenerator(ServicePreset.smallBorough.parameters(seed: 2)).service
    try expectEqual(service, TableReader.service(ServiceSheets(service: service).folder))
  }

  @Test(
    "so is one with therapy on days of choice, orders of equipment, terms of reviews, bookings of them, hours before and a clinic"
  )
  func handMade() throws {
    let service = try HandMadeService().service
    let folder = ServiceSheets(service: service).folder
    #expect(folder.files["equipment.csv"]?.split(separator: 10).count == 5)
    #expect(folder.files["clinics.csv"]?.split(separator: 10).count == 3)
    try expectEqual(service, TableReader.service(folder))
  }
}
