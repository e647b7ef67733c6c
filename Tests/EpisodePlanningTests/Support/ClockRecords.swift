import CareModel
import EpisodePlanning
import Quantities

/// A referral as its clocks see it, with nothing known about what the person needs.
func waiting(
  _ id: String = "r-1", _ referralClass: ReferralClass = .hospitalDischarge, flagged: Bool = false,
  received: Instant = instant("2026-11-24", "05:30"), ready: Instant? = nil,
  homecoming: Referral.Homecoming = .confirmed,
  state: Referral.State = .received, due: Instant? = nil, assessed: ReferralRecord.ContactAssessment? = nil,
  baseline: Int? = nil, of person: String = "p-1"
) -> ReferralRecord {
  ReferralRecord(
    referral: Referral(
      id: ReferralID(id), person: PersonID(person), referralClass: referralClass,
      careHomeRisk: flagged ? Referral.CareHomeRisk(setBy: "care manager") : nil, receivedAt: received,
      readyFrom: ready, whereabouts: ready == nil ? .home : .inHospital, homecoming: homecoming, state: state,
      responseDeadline: due, baselineWeekly: baseline.map { Minutes($0) }),
    contactAssessment: assessed)
}

func assessed(
  _ iso: String, _ time: String, by role: Role = .careManager, needsCare: Bool = true, canEngage: Bool = true
) -> ReferralRecord.ContactAssessment {
  ReferralRecord.ContactAssessment(
    heldAt: instant(iso, time), assessedBy: "assessor", role: role, needsPersonalCare: needsCare, canEngage: canEngage)
}

/// An episode as its clocks see it, without a package.
///
/// - Parameter owner: of the care plan.
func running(
  start: String = "2026-11-10", kind: Episode.Kind = .reablement, state: EpisodeRecord.State = .active,
  planned: String? = nil, owner: String? = "w-ot", reviewed: [String] = [], predicted: [String] = [],
  asked: (on: String, isNeeded: Bool)? = nil,
  awaitingSince: String? = nil, plannedEnd: String? = nil, extended: String? = nil, handedOver: Bool = false,
  stopped: Bool = false
) -> EpisodeRecord {
  EpisodeRecord(
    episode: Episode(
      id: EpisodeID("e-1"), person: PersonID("p-1"), referral: ReferralID("r-1"), kind: kind, startDate: date(start),
      extension: extended.map {
        Episode.Extension(lastDay: date($0), authorisedBy: "team manager", reason: "waits for a rail")
      },
      isHandoverRecorded: handedOver, stopAtLimit: stopped ? Episode.StopOrder(orderedBy: "team manager") : nil),
    packages: [],
    clocks: EpisodeClocks(
      carePlanAgreedOn: planned.map(date), carePlanOwner: owner.map { WorkerID($0) }, reviewsHeld: reviewed.map(date),
      predictedEnds: predicted.map { EpisodeClocks.PredictedEnd(madeOn: date($0), end: date($0).adding(days: 14)) },
      onwardForecast: asked.map { EpisodeClocks.OnwardForecast(madeOn: date($0.on), needsOnwardCare: $0.isNeeded) }),
    state: state, awaitingOnwardSince: awaitingSince.map(date), plannedEnd: plannedEnd.map(date))
}

/// Somebody who is in hospital between pairs of instants.
func person(away stays: (Instant, Instant)...) -> Person {
  Person(
    id: PersonID("p-1"), place: PlaceID("home-1"),
    suspensions: stays.compactMap { InstantInterval(start: $0.0, end: $0.1) })
}

extension Policy {
  /// The usual policy with some of its settings changed.
  static func with(_ change: (inout Policy) -> Void) -> Policy {
    var policy = Policy()
    change(&policy)
    return policy
  }
}
