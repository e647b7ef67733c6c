import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Plans and reviews behind those that the program places (R21, R24)")
struct LaterClocksTests {
  /// Somebody who works in the afternoon of some days of the week.
  private func therapist(on weekdays: [Weekday], leave: [DateSpan] = []) -> StaffMember {
    let member = worker([weekdays.map { RosteredShift($0, shift("12:00", "17:00")) }], id: "w-2", leave: leave)
    return StaffMember(
      id: member.id, role: .occupationalTherapist, home: member.home, mode: .car, startsFrom: member.startsFrom,
      endsAt: nil, contract: member.contract, roster: member.roster, leave: member.leave)
  }

  private func reviews(leave: [DateSpan]) -> [CivilDate] {
    var parts = InventedService()
    parts.episodes = [running(start: "2026-11-18", planned: "2026-11-20", predicted: ["2026-11-24"])]
    parts.staff = [therapist(on: Weekday.allCases, leave: leave)]
    return EpisodePlanner(parts.service, days: 21).plan().calls.filter { $0.need.kind == .review }.map(\.date)
  }

  private func away(_ first: String, _ last: String) -> [DateSpan] {
    [DateSpan(first: date(first), last: date(last))].compactMap { $0 }
  }

  @Test(
    "a review behind the next one falls on its last permitted day; where nobody has time then, up to three days before")
  func reviews() {
    #expect(reviews(leave: []) == ["2026-11-25", "2026-12-02"].map(date))
    #expect(reviews(leave: away("2026-12-02", "2026-12-02")) == ["2026-11-25", "2026-12-01", "2026-12-08"].map(date))
    #expect(reviews(leave: away("2026-11-30", "2026-12-02")) == ["2026-11-25", "2026-11-29", "2026-12-06"].map(date))
    // Where none of these days has time, it is drawn on the last of them.
    #expect(reviews(leave: away("2026-11-29", "2026-12-02")) == ["2026-11-25", "2026-12-02"].map(date))
  }

  @Test(
    "the care plan of somebody who is to start falls where a professional has time: one day in hand, the last, an earlier one",
    arguments: [
      (Weekday.allCases, "2026-11-26"), ([.tuesday, .friday], "2026-11-27"), ([.wednesday], "2026-11-25"),
      ([.sunday], "2026-11-26"), ([.tuesday], "2026-11-26"),
    ])
  func carePlan(days: [Weekday], expected: String) {
    var parts = InventedService()
    parts.referrals = [referral(lines: [])]
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "15:00")) }]), therapist(on: days)]
    let plan = EpisodePlanner(parts.service, days: 7).plan()
    #expect(plan.calls.filter { $0.need.kind == .firstResponse }.map(\.date) == [date("2026-11-24")])
    #expect(plan.calls.filter { $0.need.kind == .carePlan }.map(\.date) == [date(expected)])
  }

  @Test("what one takes is not there for the next: of reviews that fall on one day the last have to come earlier")
  func taken() {
    var parts = InventedService()
    let names = ["p-1", "p-2", "p-3", "p-4"]
    parts.people = names.map { Person(id: PersonID($0), place: PlaceID("home-1")) }
    parts.referrals = names.map { waiting("r-\($0)", .newCommunity, state: .accepted, of: $0) }.map {
      ReferralRecord(
        referral: $0.referral,
        needs: StartNeeds(
          firstVisit: StartNeeds.FirstVisit(demands: [Demand(roles: [.rehabilitationAssistant], length: Minutes(30))]),
          lines: []))
    }
    parts.staff = [
      worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "11:00")) }]), therapist(on: Weekday.allCases),
    ]
    let plan = EpisodePlanner(parts.service, days: 14).plan()
    let reviews = plan.calls.filter { $0.need.kind == .review }
    // Five hours have 222 minutes with people: four reviews of 45 fit, but no care plan of 60 besides.
    #expect(reviews.count == 4)
    let perDay = Dictionary(
      grouping: plan.calls.filter { $0.need.kind.hasClock }, by: \.date
    ).mapValues { $0.reduce(0) { $0 + ($1.need.demands.first?.length.value ?? 0) } }
    #expect(perDay.values.allSatisfy { $0 <= 222 })
    #expect(
      plan.calls.filter { $0.need.kind == .carePlan }.map(\.date).sorted()
        == ["2026-11-26", "2026-11-26", "2026-11-26", "2026-11-27"].map(date))
  }
}
