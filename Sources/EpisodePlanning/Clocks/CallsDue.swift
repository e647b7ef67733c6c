import CareModel
import Quantities

/// The care plans and next reviews that the clocks of running episodes ask for, booked or not (R21, R24).
struct CallsDue {
  private let service: Service

  init(_ service: Service) { self.service = service }

  /// In order of last permitted day, then episode.
  var all: [CallDue] {
    service.episodes.flatMap(of).sorted {
      ($0.lastPermittedDay, $0.episode, $0.kind.rawValue) < ($1.lastPermittedDay, $1.episode, $1.kind.rawValue)
    }
  }

  /// No plan once it is agreed, no review that the end of the programme comes before, nothing of what is no programme any more.
  func of(_ record: EpisodeRecord) -> [CallDue] {
    guard record.isRunning(on: service.today), record.episode.kind != .bridging,
      LimitClock(record.episode, policy: service.policy).permitsReablement(on: service.today),
      let person = service.person(record.episode.person)
    else { return [] }
    let end = record.lastDayOfProgramme(policy: service.policy)
    return next(of: record, person).filter { due in
      due.kind == .carePlan || end.map { $0 >= due.lastPermittedDay } ?? true
    }
  }

  /// What the clocks of a running episode ask for next, whether or not the end of the programme comes before: the plan until it is
  /// agreed, and a review.
  func next(of record: EpisodeRecord, _ person: Person) -> [CallDue] {
    func due(_ kind: Visit.Kind, by last: CivilDate) -> CallDue {
      CallDue(person: person.id, episode: record.id, kind: kind, lastPermittedDay: last)
    }
    let plan = CarePlanClock(
      record, referral: record.episode.referral.flatMap(service.referral), calendar: service.calendar,
      policy: service.policy)
    let review = ReviewClock(record, person: person, calendar: service.calendar, policy: service.policy)
    return (plan.metAt == nil ? [due(.carePlan, by: plan.lastPermittedDay)] : [])
      + [due(.review, by: review.lastPermittedDay)]
  }
}
