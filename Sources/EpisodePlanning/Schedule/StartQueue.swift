import CareModel
import Quantities

/// The open referrals of a service in the order in which they are served, with what each start would need (R15, R16, R18).
struct StartQueue {
  /// One of the queue.
  struct Entry {
    let record: ReferralRecord
    let episode: EpisodeRecord?
    let rank: Rank
    let patch: String?
    let firstVisit: StartNeeds.FirstVisit
    /// A first visit that has been promised for today or later.
    let promised: Appointment?
    /// What it needs is known.
    let isKnown: Bool
    /// Why nothing is held for it: an expired hold (R18), or a contact assessment that has answered no (R6).
    let released: TentativeHold?
    var holdsTime: Bool { released == nil }
    /// It may start once it has been accepted and its needs are known; until then its time is held tentatively.
    var isTentative: Bool { record.referral.state != .accepted || !isKnown }
    /// It goes on with an episode that has begun: its days have counted meanwhile.
    var isRestart: Bool { episode.map { record.id == .restart(of: $0.id) } ?? false }

    /// The lines of the package on a day: as agreed, else as asked for.
    func lines(on date: CivilDate) -> [PackageLine] { episode?.agreed(on: date)?.lines ?? record.needs?.lines ?? [] }

    /// How long the first visit lasts.
    var length: Minutes { firstVisit.demands.map(\.length).max() ?? .zero }

    /// On what word its calls stand.
    var basis: PlannedCall.Basis { isTentative ? .tentative : .planned }

    /// The name of its calls.
    var owner: String { episode?.id.text ?? record.id.text }

    /// The first visit's id if it falls on a day.
    func firstVisitID(on date: CivilDate) -> VisitID {
      .call(of: owner, PackageLine.nameOfFirstVisit, on: date)
    }
  }

  let entries: [Entry]
  private let service: Service

  init(_ service: Service) {
    self.service = service
    let coming = Dictionary(
      service.episodes.compactMap { record in record.episode.referral.map { ($0, record) } },
      uniquingKeysWith: { first, _ in first })
    let promised = Dictionary(
      service.appointments.filter {
        $0.call.kind == .firstResponse && $0.date >= service.today && !service.isAway(during: $0)
      }.compactMap { booked in booked.referral.map { ($0, booked) } },
      uniquingKeysWith: { one, other in one.date <= other.date ? one : other })
    let homes = HomePatches(service)
    entries = OpenReferrals(service).records.map { record in
      let episode = coming[record.id]
      return Entry(
        record: record, episode: episode, rank: service.policy.careHomeRiskScope.rank(of: record.referral),
        patch: homes.patch(of: record.referral.person),
        firstVisit: service.policy.clocks.firstVisit(record.needs?.firstVisit),
        promised: promised[record.id], isKnown: record.needs != nil, released: StartQueue.released(record, service))
    }
  }

  private static func released(_ record: ReferralRecord, _ service: Service) -> TentativeHold? {
    if let hold = HoldClock(record.referral, policy: service.policy), hold.deadline < service.asOf {
      return .over(hold.deadline)
    }
    return record.referral.state != .accepted && record.gate == .answeredNo ? .answeredNo : nil
  }

  /// Everything that is asked of workers by starts on some days.
  func asked(from first: CivilDate, days: Int) -> Set<WorkClasses.DemandClass> {
    var asked: Set<WorkClasses.DemandClass> = []
    for entry in entries {
      for demand in entry.firstVisit.demands {
        asked.formUnion(PartOfDay.allCases.map { WorkClasses.DemandClass(demand, parts: $0...$0) })
      }
      for day in 0..<days {
        let date = first.adding(days: day)
        for dated in DatedLine.of(entry.lines(on: date), on: date, calendar: service.calendar, policy: service.policy) {
          asked.formUnion(
            dated.line.call.demands.map { WorkClasses.DemandClass($0, parts: dated.part...dated.latestPart) })
        }
      }
    }
    return asked
  }

  /// How many of the entries come before the clocks of plans and reviews: all ranks to the last of class 1.
  var countBeforeClocks: Int {
    let ranks = service.policy.careHomeRiskScope.ranks
    let last = ranks.lastIndex { $0.referralClass == .hospitalDischarge } ?? -1
    return entries.firstIndex { (ranks.firstIndex(of: $0.rank) ?? ranks.count) > last } ?? entries.count
  }

  /// The longest wait of each class and patch, classes in their order (R17); who is still in hospital doesn't wait to come back.
  var longestWaits: [EpisodePlan.LongestWait] {
    let waiting = entries.filter { $0.record.referral.receivedAt <= service.asOf }
    let groups = Dictionary(grouping: waiting) { entry in
      Group(referralClass: entry.record.referral.referralClass, patch: entry.patch)
    }
    return groups.compactMap { group, entries -> EpisodePlan.LongestWait? in
      let longest = entries.min {
        ($0.record.referral.receivedAt, $0.record.id) < ($1.record.referral.receivedAt, $1.record.id)
      }
      return longest.map {
        EpisodePlan.LongestWait(
          referralClass: group.referralClass, patch: group.patch, referral: $0.record.id,
          receivedAt: $0.record.referral.receivedAt, waiting: entries.count)
      }
    }.sorted { ($0.referralClass, $0.patch ?? "") < ($1.referralClass, $1.patch ?? "") }
  }

  private struct Group: Hashable {
    let referralClass: ReferralClass
    let patch: String?
  }

  /// On what word a call of a start's package stands on a day; nil where it may not be: an episode that goes on with a restart
  /// has its limit, and perhaps its end (R23).
  private func basis(of call: CallNeed, _ entry: Entry, on date: CivilDate) -> PlannedCall.Basis? {
    guard entry.isRestart, let record = entry.episode else { return entry.basis }
    let (kind, consequence) = (call.kind, call.consequence)
    if let ended = record.endedOn, date > ended { return nil }
    if record.episode.isPastLimit(kind, consequence: consequence, on: date, policy: service.policy) { return nil }
    return record.episode.isBridging(kind, consequence: consequence, on: date, policy: service.policy)
      ? .bridging : entry.basis
  }

  /// The calls of a start: the first visit unless it is booked already, and the package from then to the last day.
  ///
  /// - Parameter behind: when the first visit is over at the earliest.
  func calls(
    of entry: Entry, startingOn date: CivilDate, part: PartOfDay, behind: Instant, until last: CivilDate
  ) -> [PlannedCall] {
    let person = entry.record.referral.person
    let away = service.person(person).map(Suspensions.init)
    var calls: [PlannedCall] = []
    if entry.promised == nil {
      calls.append(
        PlannedCall(
          id: entry.firstVisitID(on: date), person: person, referral: entry.record.id,
          date: date, part: part, latestPart: part,
          need: CallNeed(
            kind: .firstResponse, demands: entry.firstVisit.demands, preferred: part.usualStart,
            consequence: entry.firstVisit.consequence), basis: entry.basis))
    }
    var day = date
    let end = entry.isRestart ? last : min(last, date.adding(days: service.policy.reablementDays - 1))
    while day <= end {
      calls += DatedLine.of(entry.lines(on: day), on: day, calendar: service.calendar, policy: service.policy)
        .filter { day > date || $0.preferred.start >= behind }
        .filter { !(away?.coverWholly($0.preferred) ?? false) }
        .compactMap { dated in
          basis(of: dated.line.call, entry, on: day).map { basis in
            PlannedCall(
              id: .call(of: entry.owner, dated.line.id.text, on: day), person: person, episode: entry.episode?.id,
              referral: entry.record.id, date: day, part: dated.part, latestPart: dated.latestPart,
              need: dated.line.call, basis: basis)
          }
        }
      day = day.adding(days: 1)
    }
    return calls
  }
}

extension PartOfDay {
  /// When a first visit is wanted that nobody has asked a time for: within two hours of the part's beginning.
  fileprivate var usualStart: ClockInterval {
    let start = from ?? ClockTime(wrapping: 9 * 3600)
    return ClockInterval(from: start, until: ClockTime(wrapping: start.secondsOfDay + 2 * 3600))
  }
}

extension EpisodeRecord {
  /// The package on a day, of an episode that is to begin its first one before that.
  func agreed(on date: CivilDate) -> PackageVersion? { packages.agreed(on: date) }
}
