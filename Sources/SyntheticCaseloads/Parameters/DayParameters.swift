package import CareModel
package import Quantities

/// What a generated day is like: every figure with its source and how good the ground under it is.
///
/// *Sourced* figures have a publication behind them, *from memory* ones are the trade's knowledge without one at hand,
/// *proposals* claim no evidence, *derived* ones are arithmetic on sourced figures.
package struct DayParameters: Hashable, Sendable {
  /// Names the day: the same parameters and seed give the same day, on every machine.
  package var seed: UInt64
  package var title: String
  /// Tuesday 24 November 2026, unless set.
  package var serviceDate = CivilDate(daysSinceEpoch: 20_781)
  /// The moment the day is planned at; nothing has been done yet.
  package var asOf = ClockTime(wrapping: 7 * 3600)

  /// Calls of the day, of all kinds. Derived: 600 starts a year x 28 days / 365 x 2.0 calls (domain.md 2.6).
  package var calls = 92
  /// Workers with a duty today, therapists among them. Derived: 24 full-time posts and 4 therapists (domain.md 2.6).
  package var workersOnShift = 14
  /// Share of the workers who are therapists. From memory: 4 posts of 28 (domain.md 2.6).
  package var therapistShare = PerMille(150)
  /// Home visits that a therapist is booked for. From memory: 4 to 6 a day (domain.md 2.4).
  package var visitsPerTherapist = 5
  /// First visits waiting to be placed; the first six are of all ranks. Derived: 11.5 starts a week and a queue of
  /// some days (NAIC 2015: 8.7 days' wait).
  package var firstVisits = 6
  /// Calls that people would like from 07:00 to 11:00. From memory: 45 to 50 per cent (domain.md 2.5).
  package var morningShare = PerMille(470)
  /// Calls that need two workers. From memory: 5 to 10 per cent in reablement (domain.md 2.5).
  package var twoPersonShare = PerMille(80)
  /// Calls that must keep their time. From memory: 10 to 15 per cent (domain.md 2.6).
  package var timeCriticalShare = PerMille(120)
  /// Other personal care of high consequence. Proposal.
  package var highConsequenceShare = PerMille(200)
  /// People who would rather have a woman or a man. From memory: 8 per cent (domain.md 2.6).
  package var genderPreferenceShare = PerMille(80)
  /// People who would rather be spoken to in another language. From memory: 3 per cent (domain.md 2.6).
  package var languagePreferenceShare = PerMille(30)
  /// People who refuse one of the workers. Proposal.
  package var refusalShare = PerMille(30)
  /// Calls bound to the person's next one by a least gap. Proposal.
  package var gapLinkShare = PerMille(30)
  /// Referrals that carry a flag for care-home risk, beyond the first six starts. Proposal.
  package var careHomeRiskShare = PerMille(150)
  /// Reviews held by telephone or video. From memory: 30 per cent (domain.md 2.6).
  package var remoteReviewShare = PerMille(300)
  /// How far the assistants' work exceeds their hours: 300 leaves as many assistants as make demand 30 per cent more than
  /// they can do, 8 minutes of travel a call included (from memory: 6 to 9, domain.md 2.5). Nil: the usual staff.
  package var demandOverCapacity: PerMille?
  /// The surroundings that set the speed of travel. From memory: a London borough's (domain.md 2.5).
  package var area = AreaKind.innerLondon
  /// People and workers live round so many centres, a mile apart. Proposal; one for every 15 calls.
  package var neighbourhoods = 6

  package init(seed: UInt64, title: String) {
    self.seed = seed
    self.title = title
  }

  /// The same service with so many times the calls, workers, first visits and neighbourhoods.
  package func scaled(by factor: Int) -> DayParameters {
    let times = min(max(factor, 1), 1000)
    guard times > 1 else { return self }
    var scaled = self
    scaled.title = "\(title), \(times) times the size"
    scaled.calls = calls * times
    scaled.workersOnShift = workersOnShift * times
    scaled.firstVisits = firstVisits * times
    scaled.neighbourhoods = neighbourhoods * times
    return scaled
  }
}
