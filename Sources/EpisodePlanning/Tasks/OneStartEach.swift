import CareModel
import Quantities

/// Tells open referrals that begin a package from those that belong to one: nobody is started twice, nor beside a running package.
///
/// An increase inside a running episode belongs to that episode's package (`domain.md` part 3): a named person agrees a new
/// version of it, or ends the episode first. Until then the running package goes on, and nothing is planned beside it, or two
/// teams would call on one person, each for the whole of the day.
struct OneStartEach {
  /// In the order in which they were given.
  let starts: [ReferralRecord]
  /// Referrals of people whose package is running.
  let increases: [ReferralRecord]
  /// Referrals of people for whom another one is planned: the one that an episode is agreed for, else the first.
  let repeated: [ReferralRecord]

  /// - Parameters:
  ///   - open: in the order in which people are served.
  ///   - date: the day from which they could begin.
  ///   - isRunning: whether an episode's package is called on then.
  init(
    _ open: [ReferralRecord], of service: Service, on date: CivilDate, where isRunning: (EpisodeRecord) -> Bool
  ) {
    let packages = service.episodes.filter { $0.episode.kind != .visionRehabilitation }
    let running = Dictionary(grouping: packages.filter(isRunning), by: \.episode.person)
    let agreed = Set(packages.filter { $0.state == .preStart }.compactMap(\.episode.referral))
    func isIncrease(_ record: ReferralRecord) -> Bool {
      let ready = record.referral.readyFrom.map { max(date, service.calendar.serviceDate(of: $0)) } ?? date
      return running[record.referral.person, default: []].contains { $0.goesOn(through: ready) }
    }
    let added = Set(open.filter(isIncrease).map(\.id))
    increases = open.filter { added.contains($0.id) }
    let others = open.filter { !added.contains($0.id) }
    let served = Dictionary(grouping: others, by: \.referral.person).compactMapValues { records in
      records.first { agreed.contains($0.id) } ?? records.first
    }
    starts = others.filter { served[$0.referral.person]?.id == $0.id }
    repeated = others.filter { served[$0.referral.person]?.id != $0.id }
  }
}

extension EpisodeRecord {
  /// No end is recorded or agreed before a day.
  fileprivate func goesOn(through date: CivilDate) -> Bool {
    [endedOn, plannedEnd].allSatisfy { $0.map { date <= $0 } ?? true }
  }
}
