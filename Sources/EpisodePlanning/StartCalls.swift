import CareModel
import Quantities

/// The calls of a start whose first visit is still to come: the first visit, and the essential calls of the start package
/// behind it (the start bundle of the day).
struct StartCalls {
  private let service: Service
  private let date: CivilDate
  private let asOf: Instant
  private let earliestDuty: Instant?
  /// First visits that have been promised.
  private let promised: [ReferralID: [Appointment]]

  /// Unless somebody has asked for a time, the first visit is preferred within this of the first moment it may be.
  private static let usualWidth = Minutes(120)

  /// - Parameters:
  ///   - asOf: what is known at this moment.
  ///   - earliestDuty: when the first worker of the day begins; nil where nobody works.
  /// - Complexity: linear in the number of the service's appointments, so that each start finds its own at once.
  init(service: Service, date: CivilDate, asOf: Instant, earliestDuty: Instant?) {
    self.service = service
    self.date = date
    self.asOf = asOf
    self.earliestDuty = earliestDuty
    var promised: [ReferralID: [Appointment]] = [:]
    for appointment in service.appointments
    where appointment.call.kind == .firstResponse && !service.isAway(during: appointment) {
      if let referral = appointment.referral { promised[referral, default: []].append(appointment) }
    }
    self.promised = promised
  }

  /// A start's calls with the links that keep the others behind the first visit.
  struct Bundle {
    var drafts: [VisitDraft] = []
    var links: [VisitLink] = []
  }

  /// Empty for a referral that is not accepted, whose needs are not known, or that is not ready today.
  func bundle(of record: ReferralRecord, episode: EpisodeRecord?) -> Bundle {
    guard record.referral.state == .accepted, let needs = record.needs,
      needs.isEquipped(on: date, today: service.today)
    else { return Bundle() }
    let agreed = episode?.agreed(on: date)
    let lines = agreed?.lines ?? needs.lines
    let owner = episode?.id.text ?? record.id.text
    switch booking(of: record.id) {
    case .later: return Bundle()
    // The promise is taken as kept; the essential calls go on until the episode is recorded.
    case .earlier: return behind(nil, lines, owner, record)
    case .today(let appointment):
      let booked = appointment.call.windows(on: date, calendar: service.calendar)
      return behind(
        booked.map { FirstVisit(id: appointment.id, start: $0.preferred.start, length: appointment.call.length) },
        lines, owner, record)
    case .none:
      guard let first = firstVisit(service.policy.clocks.firstVisit(needs.firstVisit), owner, record) else {
        return Bundle()
      }
      let known = FirstVisit(
        id: first.visit.id, start: first.windows.first?.preferred.start ?? asOf, length: first.visit.length)
      var bundle = behind(known, lines, owner, record)
      bundle.drafts.insert(first, at: 0)
      return bundle
    }
  }

  /// Where the first visit stands that has been promised to somebody.
  private enum Booking {
    case none, earlier, later
    case today(Appointment)
  }

  private struct FirstVisit {
    let id: VisitID
    let start: Instant
    let length: Minutes
  }

  private func booking(of referral: ReferralID) -> Booking {
    let booked = promised[referral] ?? []
    if let today = booked.first(where: { $0.date == date }) { return .today(today) }
    if booked.contains(where: { $0.date > date }) { return .later }
    // What was booked for a day that is over, and is not recorded as begun, has not been kept.
    let known = service.calendar.serviceDate(of: asOf)
    return booked.contains { $0.date >= known && $0.date < date } ? .earlier : .none
  }

  private func firstVisit(
    _ need: StartNeeds.FirstVisit, _ owner: String, _ record: ReferralRecord
  ) -> VisitDraft? {
    let (calendar, policy) = (service.calendar, service.policy)
    let day = calendar.day(date)
    let ready = max(day.start, record.referral.readyFrom ?? day.start)
    let latest = min(day.end, calendar.instant(of: policy.missedAfterClock, onServiceDay: date))
    let opens = max(ready, max(asOf, earliestDuty ?? ready))
    guard ready < latest, opens < latest else { return nil }
    let wanted = need.preferred.flatMap { calendar.interval(of: $0, onServiceDay: date) }
    let start = max(ready, wanted?.start ?? opens)
    let end = max(start, wanted?.end ?? min(latest, opens + StartCalls.usualWidth))
    guard let preferred = InstantInterval(start: start, end: end),
      let agreed = InstantInterval(
        start: max(ready, start - policy.agreedTolerance), end: end + policy.agreedTolerance),
      let safe = InstantInterval(start: ready, end: max(latest, agreed.end))
    else { return nil }
    let visit = Visit(
      id: .call(of: owner, PackageLine.nameOfFirstVisit, on: date), person: record.referral.person,
      kind: .firstResponse,
      referral: record.id, demands: need.demands, windows: [], consequence: need.consequence)
    return VisitDraft(visit, windows: [WindowDraft(preferred: preferred, agreed: agreed, safe: safe)])
  }

  /// The essential calls of the date that are wanted after the first visit; all of them where there is none.
  private func behind(
    _ first: FirstVisit?, _ lines: [PackageLine], _ owner: String, _ record: ReferralRecord
  ) -> Bundle {
    var bundle = Bundle()
    for line in lines where line.falls(on: date.weekday) && line.call.consequence.isEssential {
      let draft = line.call.draft(
        .call(of: owner, line.id.text, on: date), person: record.referral.person, referral: record.id, on: date,
        calendar: service.calendar)
      guard let draft, let start = draft.windows.first?.preferred.start else { continue }
      if let first {
        guard start >= first.start + first.length else { continue }
        bundle.links.append(VisitLink(first: first.id, second: draft.visit.id, relation: .order))
      }
      bundle.drafts.append(draft)
    }
    return bundle
  }
}
