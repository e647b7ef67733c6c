import CareModel
import Quantities
import SyntheticCaseloads

/// Which service is lived through twelve weeks, and from when.
struct LifeStart: Sendable, CustomStringConvertible {
  let preset: ServicePreset
  let seed: UInt64
  let first: CivilDate
  var isTight = false
  var afterLimit = Policy.AfterLimit.bridge
  /// Times as many referrals come in as the service has staff for.
  var crowding = 1

  static let days = 84

  init(
    _ preset: ServicePreset, seed: UInt64, from iso: String, isTight: Bool = false,
    afterLimit: Policy.AfterLimit = .bridge, crowding: Int = 1
  ) {
    self.preset = preset
    self.seed = seed
    first = CivilDate(iso: iso) ?? CivilDate(daysSinceEpoch: 0)
    self.isTight = isTight
    self.afterLimit = afterLimit
    self.crowding = crowding
  }

  var description: String {
    "\(preset.rawValue) seed \(seed) from \(first)\(isTight ? " tight" : "")\(crowding > 1 ? " crowded" : "")"
  }

  private func parameters(on date: CivilDate) -> ServiceParameters {
    var parameters = preset.parameters(seed: seed)
    if isTight { ServiceMix.tight.apply(to: &parameters) }
    parameters.date = date
    return parameters
  }

  /// As it stands on the first morning.
  var service: Service {
    let made = ServiceGenerator(parameters(on: first)).service
    var policy = made.policy
    policy.afterLimit = afterLimit
    return Service(
      title: made.title, isInvented: true, asOf: made.asOf, calendar: made.calendar, policy: policy,
      places: made.places, people: made.people, referrals: made.referrals, episodes: made.episodes, staff: made.staff,
      appointments: made.appointments)
  }

  /// What comes in during the twelve weeks, in order of receipt: the same generator, seen at their end.
  var arrivals: [LifeArrival] {
    var parameters = parameters(on: first.adding(days: LifeStart.days))
    parameters[.historyWeeks] = LifeStart.days / 7 + 1
    parameters[.startsPerYear] *= crowding
    let later = ServiceGenerator(parameters).service
    let places = Dictionary(later.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let since = later.calendar.start(of: first) + Minutes(120)
    return later.referrals.filter { $0.referral.receivedAt > since }.compactMap { record in
      guard let person = later.person(record.referral.person), let place = places[person.place] else { return nil }
      return LifeArrival(
        referral: record.referral, needs: record.needs,
        person: Person(id: person.id, place: person.place, preferences: person.preferences), place: place)
    }.sorted { ($0.referral.receivedAt, $0.referral.id) < ($1.referral.receivedAt, $1.referral.id) }
  }
}

/// A referral that is still to come, with what will be found out about it.
struct LifeArrival: Sendable {
  let referral: Referral
  /// Nil for somebody who will turn out not to need the service.
  let needs: StartNeeds?
  let person: Person
  let place: Place
}
