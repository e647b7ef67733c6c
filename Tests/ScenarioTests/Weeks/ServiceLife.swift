import CareModel
import Quantities
import ReproducibleNumbers

/// A service that lives from morning to morning: its planned day happens, people's lives go on, and staff decides.
///
/// The same start and the same plans give the same life: each event is drawn from a stream keyed by what it is, the day and
/// whom it befalls.
struct ServiceLife {
  private let seed: UInt64
  private let title: String
  let calendar: ServiceCalendar
  let policy: Policy
  private(set) var asOf: Instant
  private(set) var places: [Place]
  var people: [PersonID: Person]
  var referrals: [ReferralID: ReferralRecord]
  var episodes: [EpisodeID: EpisodeRecord]
  var staff: [WorkerID: StaffMember]
  var appointments: [VisitID: Appointment]
  private var coming: ArraySlice<LifeArrival>
  /// What those who have come in will turn out to need.
  var needs: [ReferralID: StartNeeds] = [:]
  private(set) var counts: [LifeEvent: Int] = [:]

  init(_ start: LifeStart) {
    let service = start.service
    seed = start.seed
    title = service.title
    (calendar, policy, asOf, places) = (service.calendar, service.policy, service.asOf, service.places)
    people = Dictionary(uniqueKeysWithValues: service.people.map { ($0.id, $0) })
    referrals = Dictionary(uniqueKeysWithValues: service.referrals.map { ($0.id, $0) })
    episodes = Dictionary(uniqueKeysWithValues: service.episodes.map { ($0.id, $0) })
    staff = Dictionary(uniqueKeysWithValues: service.staff.map { ($0.id, $0) })
    appointments = Dictionary(uniqueKeysWithValues: service.appointments.map { ($0.id, $0) })
    coming = start.arrivals[...]
  }

  var service: Service {
    Service(
      title: title, isInvented: true, asOf: asOf, calendar: calendar, policy: policy, places: places,
      people: Array(people.values), referrals: Array(referrals.values), episodes: Array(episodes.values),
      staff: Array(staff.values), appointments: Array(appointments.values))
  }

  var today: CivilDate { calendar.serviceDate(of: asOf) }
  /// When the next plan is made.
  var nextMorning: Instant { calendar.instant(of: ClockTime(wrapping: 7 * 3600), onServiceDay: today.adding(days: 1)) }

  /// From this morning to the next, by the plan that was made of it.
  mutating func live(by plan: EpisodePlan) {
    makeFirstVisits(plan)
    holdPlansAndReviews(plan)
    moveEpisodesOn()
    goAwayAndComeHome()
    decideReferrals(plan)
    fallSick()
    asOf = nextMorning
    receive()
    forget()
  }

  private mutating func receive() {
    while let next = coming.first, next.referral.receivedAt <= asOf {
      coming.removeFirst()
      let referral = next.referral
      let isInHospital = referral.readyFrom.map { $0 > asOf } ?? false
      note(.received)
      places.append(next.place)
      people[next.person.id] = next.person
      needs[referral.id] = next.needs
      let record = ReferralRecord(
        referral: referral.with(
          whereabouts: isInHospital ? .inHospital : .home, homecoming: isInHospital ? .expected : .confirmed,
          state: .received))
      // Of those who come in early in the day, most are seen to on that day.
      let isSeenTo =
        referral.receivedAt + Minutes(600) < asOf && happens(.assessed, referral.id.text + " at once", perMille: 600)
      referrals[referral.id] = isSeenTo ? assessed(record, from: referral.receivedAt, by: asOf) : record
    }
  }

  /// Appointments of long ago, and whoever was gone by then.
  private mutating func forget() {
    let since = today.adding(days: -21)
    for (id, record) in episodes where record.state == .ended && (record.endedOn.map { $0 < since } ?? false) {
      episodes[id] = nil
      if let referral = record.episode.referral { referrals[referral] = nil }
    }
    appointments = appointments.filter { appointment in
      appointment.value.date >= since && appointment.value.episode.map { episodes[$0] != nil } ?? true
    }
  }

  // MARK: - Chance

  mutating func note(_ event: LifeEvent) { counts[event, default: 0] += 1 }

  func stream(_ event: LifeEvent, _ id: String) -> RandomStream {
    var digest = StableDigest()
    digest.update(id)
    return RandomStream(
      seed: seed, purpose: StreamPurpose("weeks: " + event.rawValue), index: UInt64(max(0, today.daysSinceEpoch)),
      subindex: digest.value)
  }

  /// Whether something happens to somebody today.
  func happens(_ event: LifeEvent, _ id: String, perMille chance: Int) -> Bool {
    var stream = stream(event, id)
    return stream.nextBool(perMille: chance)
  }

  /// A number of somebody's for today.
  func draw(_ event: LifeEvent, _ id: String, in range: ClosedRange<Int>) -> Int {
    var stream = stream(event, id + " amount")
    return stream.nextInt(in: range)
  }

  /// A number that stays somebody's for life.
  func fate(_ id: String, in range: ClosedRange<Int>) -> Int {
    var digest = StableDigest()
    digest.update(id)
    var stream = RandomStream(seed: seed, purpose: StreamPurpose("weeks: fate"), index: 0, subindex: digest.value)
    return stream.nextInt(in: range)
  }

  /// What the clocks of a service day show at an hour.
  func instant(_ hour: Int, on date: CivilDate) -> Instant {
    calendar.instant(of: ClockTime(wrapping: hour * 3600), onServiceDay: date)
  }
}
