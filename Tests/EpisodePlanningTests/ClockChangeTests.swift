import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Calls and shifts on the days on which the clocks change")
struct ClockChangeTests {
  private func start(_ from: String, _ until: String, on iso: String) -> InstantInterval? {
    PackageExpansion.visits(
      of: episode(
        start: "2026-03-01", packages: [package(from: "2026-03-01", [line("night", from, until)])],
        extended: "2026-12-31"),
      person: Person(id: PersonID("p-1"), place: PlaceID("home-1")), on: date(iso), calendar: InventedService.calendar,
      policy: Policy()
    ).first?.windows.first?.preferred
  }

  @Test("of an hour that the clocks show twice, the first is meant")
  func doubledHour() {
    // The night of Saturday 24 October: 01:30 is shown at 00:30 and at 01:30 UTC of the 25th.
    let window = start("01:30", "01:45", on: "2026-10-24")
    #expect(window?.start == Instant(epochSeconds: 1_792_888_200))
    #expect(window?.length == Seconds(900))
    // Sunday's own call is read by the winter clock.
    #expect(start("08:00", "09:00", on: "2026-10-25")?.start == Instant(epochSeconds: 1_792_915_200))
  }

  @Test("a time that the clocks skip is the moment at which they do")
  func missingHour() {
    let change = Instant(epochSeconds: 1_774_746_000)
    let window = start("01:15", "01:45", on: "2026-03-28")
    #expect(window?.start == change)
    #expect(window?.end == change)
    #expect(start("00:30", "02:30", on: "2026-03-28")?.length == Seconds(3600))
    #expect(start("08:00", "09:00", on: "2026-03-29")?.start == Instant(epochSeconds: 1_774_767_600))
  }

  @Test("later clock times never come earlier, on any day around the changes")
  func monotone() {
    let calendar = InventedService.calendar
    for iso in ["2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25"] {
      let instants = stride(from: 0, to: 86_400, by: 300).map {
        calendar.instant(of: ClockTime(wrapping: 5 * 3600 + $0), onServiceDay: date(iso))
      }
      #expect(zip(instants, instants.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(instants.allSatisfy(calendar.day(date(iso)).contains))
    }
  }

  @Test("a night shift is as long as the night")
  func nightShift() {
    func length(_ iso: String) -> Int? {
      shift("22:00", "07:00").hours(on: date(iso), calendar: InventedService.calendar)?.length.value
    }
    #expect(length("2026-10-24") == 10 * 3600)
    #expect(length("2026-03-28") == 8 * 3600)
    #expect(length("2026-11-24") == 9 * 3600)
  }
}
