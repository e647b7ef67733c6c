import CareModel
import Quantities
import SyntheticCaseloads
import Testing

/// An invented service with what generated ones don't have: calls on days of choice and a booking of one, orders of
/// equipment, terms of reviews, hours of support before, and a clinic.
struct HandMadeService {
  let service: Service

  init() throws {
    let base = ServiceGenerator(ServicePreset.tiny.parameters(seed: 1)).service
    let record = try #require(base.episodes.first { $0.state == .active && !$0.packages.isEmpty })
    let referral = try #require(base.referrals.first { $0.needs != nil })
    let needs = try #require(referral.needs)
    let clinic = Place(
      id: PlaceID("clinic"), kind: .clinic, position: base.places[0].position,
      clinicSessions: [
        ClinicSession(
          weekdays: WeekdaySet([.tuesday, .thursday]),
          hours: try HandMadeService.hours("09:00", "12:00"), slots: 4),
        ClinicSession(hours: try HandMadeService.hours("14:00", "16:00"), slots: 1),
      ])
    let choice = PackageLine(
      id: LineID("practice"), weekdays: WeekdaySet([.monday, .wednesday, .friday]),
      freedom: PackageLine.FreedomOfDay(timesAWeek: 2, daysBetween: 3),
      call: CallNeed(
        kind: .therapy, mode: .clinic, place: clinic.id, demands: [Demand(roles: [], skills: [], length: Minutes(50))],
        preferred: try HandMadeService.hours("11:00", "12:00")))
    let booked = Appointment(
      id: VisitID("booked-practice"), person: record.episode.person, episode: record.id,
      date: base.today.adding(days: 2), call: choice.call, line: choice.id)
    service = Service(
      title: base.title, isInvented: true, asOf: base.asOf, calendar: base.calendar, policy: base.policy,
      places: base.places + [clinic], people: base.people,
      referrals: base.referrals.map {
        $0.id == referral.id ? referral.needing(needs, HandMadeService.awaited(base)) : $0
      },
      episodes: try base.episodes.map {
        $0.id == record.id ? try HandMadeService.extended(record, by: choice, on: base.today) : $0
      }, staff: base.staff, appointments: base.appointments + [booked])
  }

  private static func hours(_ from: String, _ until: String) throws -> ClockInterval {
    ClockInterval(from: try #require(ClockTime(from)), until: try #require(ClockTime(until)))
  }

  private static func awaited(_ base: Service) -> [EquipmentOrder] {
    [
      EquipmentOrder(
        id: LineID("bed-frame"), item: "hospital bed", orderedOn: base.today, leadDays: 0, isEssential: true)
    ]
  }

  private static func extended(_ record: EpisodeRecord, by line: PackageLine, on today: CivilDate) throws
    -> EpisodeRecord
  {
    let fit = CallNeed(
      kind: .equipmentFit, demands: Array(repeating: Demand(roles: [], skills: [], length: Minutes(40)), count: 2),
      preferred: try hours("13:00", "15:00"), consequence: .medium)
    let orders = [
      EquipmentOrder(
        id: LineID("rail"), item: "grab rail, long", orderedOn: record.episode.startDate, leadDays: 3,
        deliveredOn: record.episode.startDate, fit: fit, fittedOn: today),
      EquipmentOrder(id: LineID("seat"), item: "shower seat", orderedOn: today, leadDays: 10, fit: fit),
      EquipmentOrder(id: LineID("stool"), item: "stool", orderedOn: today, leadDays: 2),
    ]
    return EpisodeRecord(
      episode: record.episode,
      packages: record.packages.map {
        PackageVersion(
          effectiveFrom: $0.effectiveFrom, approval: $0.approval, lines: $0.lines + [line], links: $0.links)
      }, clocks: record.clocks,
      reviews: ReviewTerms(
        risk: ReviewTerms.Risk(level: .low, setBy: "the nurse, on Friday"), suited: [.telephone, .clinic]),
      equipment: orders, callers: record.callers, state: record.state, awaitingOnwardSince: record.awaitingOnwardSince,
      plannedEnd: record.plannedEnd, endedOn: record.endedOn, endReason: record.endReason)
  }
}

extension ReferralRecord {
  fileprivate func needing(_ needs: StartNeeds, _ orders: [EquipmentOrder]) -> ReferralRecord {
    ReferralRecord(
      referral: Referral(
        id: id, person: referral.person, referralClass: .escalatingExisting, careHomeRisk: referral.careHomeRisk,
        receivedAt: referral.receivedAt, readyFrom: referral.readyFrom, whereabouts: referral.whereabouts,
        homecoming: referral.homecoming, state: referral.state, responseDeadline: referral.responseDeadline,
        baselineWeekly: Minutes(150)), contactAssessment: contactAssessment,
      needs: StartNeeds(firstVisit: needs.firstVisit, lines: needs.lines, equipment: orders))
  }
}
