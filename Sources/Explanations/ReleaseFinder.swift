package import CareModel
import Quantities
package import RotaChecking
import RotaPlanning
package import TravelTimes

/// Says what would free a call that is not done, or not in time: tries single changes of the day against the rota as it stands.
package final class ReleaseFinder {
  private let checked: CheckedRota
  private let caseload: Caseload
  private let travel: TravelModel
  private let reasons: ReasonFinder
  /// By minutes: the rota against the day on which everybody may stay so much longer.
  private var staying: [Int: RotaFits] = [:]
  private lazy var unlocked: RotaFits? = fitsWithoutLocks

  package convenience init(_ checked: CheckedRota, of caseload: Caseload, travel: TravelModel) {
    self.init(checked, of: caseload, travel: travel, ReasonFinder(checked, of: caseload, travel: travel))
  }

  init(_ checked: CheckedRota, of caseload: Caseload, travel: TravelModel, _ reasons: ReasonFinder) {
    self.checked = checked
    self.caseload = caseload
    self.travel = travel
    self.reasons = reasons
  }

  /// At most one of each kind, in the order in which a coordinator would ask for them: what nobody need be asked for beyond a telephone
  /// call first, more staff last. Empty for a call that is done in time, and where no single change of the list helps.
  ///
  /// - Complexity: twice what it takes to put the day before the optimiser, and some five times that once.
  package func releases(for visit: Visit) -> [Release] {
    guard let matter = reasons.matter(of: visit) else { return [] }
    let wanted = reasons.wantedHours(of: visit, matter)
    return [
      otherMoved(visit, wanted), longerDuty(visit, wanted),
      matter == .uncovered ? widerWindow(visit) : nil,
      lockLifted(visit, wanted), moreWorkers(visit, wanted),
    ].compactMap { $0 }
  }

  // MARK: - Another call

  private func otherMoved(_ visit: Visit, _ wanted: [InstantInterval]) -> Release? {
    let starts = wanted.flatMap { reasons.fits.starts(of: visit, within: $0) }
    guard let found = reasons.fits.exchange(for: visit, within: starts) else { return nil }
    return release(
      .otherMoved(found.moved, to: found.placement, by: found.shift), found.opening, visit, on: caseload, wanted)
  }

  // MARK: - Longer duties

  private static let longestStay = 60
  private static let stayStep = 15

  private func longerDuty(_ visit: Visit, _ wanted: [InstantInterval]) -> Release? {
    guard opening(visit, wanted, in: fits(staying: Self.longestStay)) != nil else { return nil }
    for minutes in stride(from: Self.stayStep, through: Self.longestStay, by: Self.stayStep) {
      guard let found = opening(visit, wanted, in: fits(staying: minutes)) else { continue }
      let longer = beyondAgreed(found)
      guard longer.count == 1, let one = longer.first, let worker = caseload.worker(one.worker) else { return nil }
      let grain = max(1, caseload.policy.timeGrain.startedMinutes.value)
      let by = Minutes((one.minutes.value + grain - 1) / grain * grain)
      let supposed = caseload.supposing(
        workers: [worker.staying { $0.id == one.duty ? by : .zero }])
      return release(.longerDuty(worker.id, one.duty, by: by), found, visit, on: supposed, wanted)
    }
    return nil
  }

  private func fits(staying minutes: Int) -> RotaFits {
    if let known = staying[minutes] { return known }
    // Whose duty is over is not asked back.
    let workers = caseload.workers.map { worker in
      worker.staying { $0.hours.end > caseload.asOf ? Minutes(minutes) : .zero }
    }
    let day = caseload.supposing(workers: workers)
    let fits = RotaFits(checked.rota, of: day, travel: travel)
    staying[minutes] = fits
    return fits
  }

  /// Duties that end later than has been agreed.
  private func beyondAgreed(
    _ opening: RotaFits.Opening
  ) -> [(worker: WorkerID, duty: DutyID, minutes: Minutes)] {
    RotaChecker.check(opening.rota, of: caseload, travel: travel).timelines.compactMap { timeline in
      guard
        let duty = caseload.worker(timeline.worker)?.dutyPeriods.first(where: { $0.id == timeline.duty }),
        timeline.overtime > duty.agreedOvertime
      else { return nil }
      return (timeline.worker, timeline.duty, timeline.overtime - duty.agreedOvertime)
    }
  }

  // MARK: - A wider window

  private func widerWindow(_ visit: Visit) -> Release? {
    let candidates = visit.windows.indices.flatMap { index in
      [later(visit, index), earlier(visit, index)].compactMap { $0 }
    }
    return candidates.min { $0.miss < $1.miss }.flatMap { $0.release }
  }

  private typealias Widening = (miss: Seconds, release: Release?)

  private func later(_ visit: Visit, _ index: Int) -> Widening? {
    let window = visit.windows[index]
    let until = index + 1 < visit.windows.count ? visit.windows[index + 1].safe.start : caseload.day.end
    guard let found = opening(visit, from: window.safe.end + Seconds(1), until: until) else {
      return nil
    }
    let miss = found.start - window.safe.end
    guard let wider = InstantInterval(start: window.safe.start, end: found.start) else { return nil }
    return (miss, widened(.laterStart(by: miss.startedMinutes), found, visit, index, wider))
  }

  private func earlier(_ visit: Visit, _ index: Int) -> Widening? {
    let (window, grain) = (visit.windows[index], caseload.policy.timeGrain)
    let from = max(caseload.asOf, index > 0 ? visit.windows[index - 1].safe.end : caseload.day.start)
    let until = window.safe.start - Seconds(1)
    // The latest start: an opening from there exists, and none from a moment later.
    guard from <= until, var found = opening(visit, from: from, until: until) else { return nil }
    while let nearer = opening(visit, from: halfway(found.start, until, grain), until: until) { found = nearer }
    var (low, high) = (found.start, halfway(found.start, until, grain))
    while low + grain < high {
      let middle = halfway(low, high - grain, grain)
      if let nearer = opening(visit, from: middle, until: until) {
        found = nearer
        low = nearer.start
      } else {
        high = middle
      }
    }
    let miss = window.safe.start - found.start
    guard let wider = InstantInterval(start: found.start, end: window.safe.end) else { return nil }
    return (miss, widened(.earlierStart(by: miss.startedMinutes), found, visit, index, wider))
  }

  /// A moment of the grain about halfway between two, later than the first.
  private func halfway(_ from: Instant, _ until: Instant, _ grain: Seconds) -> Instant {
    let steps = (until - from).value / grain.value
    return from + Seconds(max(1, (steps + 1) / 2) * grain.value)
  }

  private func opening(_ visit: Visit, from: Instant, until: Instant) -> RotaFits.Opening? {
    guard let hours = InstantInterval(start: from, end: until) else { return nil }
    return reasons.fits.opening(for: visit, within: reasons.fits.starts(of: visit, within: hours))
  }

  private func widened(
    _ change: Release.Change, _ found: RotaFits.Opening, _ visit: Visit, _ index: Int, _ safe: InstantInterval
  ) -> Release? {
    var windows = visit.windows
    guard let wider = WindowAlternative(preferred: windows[index].preferred, agreed: windows[index].agreed, safe: safe)
    else { return nil }
    windows[index] = wider
    return release(change, found, visit, on: caseload.supposing(visits: [visit.with(windows: windows)]), [safe])
  }

  // MARK: - Locks

  private func lockLifted(_ visit: Visit, _ wanted: [InstantInterval]) -> Release? {
    if let lock = visit.lock {
      let day = caseload.supposing(visits: [visit.unlocked])
      return opening(visit, wanted, on: day).flatMap {
        release(.lockLifted(visit.id, setBy: lock.setBy), $0, visit, on: day, wanted)
      }
    }
    guard let unlocked, let found = opening(visit, wanted, in: unlocked) else { return nil }
    let before = starts(of: checked.rota)
    let after = starts(of: found.rota)
    let moved = locked.filter { before[$0.id] != after[$0.id] }
    guard moved.count == 1, let one = moved.first, let lock = one.lock else { return nil }
    return release(
      .lockLifted(one.id, setBy: lock.setBy), found, visit, on: caseload.supposing(visits: [one.unlocked]), wanted)
  }

  private var locked: [Visit] { caseload.visits.filter { $0.lock != nil && !$0.state.isFact } }

  /// Nil where nothing is locked.
  private var fitsWithoutLocks: RotaFits? {
    locked.isEmpty
      ? nil : RotaFits(checked.rota, of: caseload.supposing(visits: locked.map(\.unlocked)), travel: travel)
  }

  private func starts(of rota: Rota) -> [VisitID: Instant] {
    Dictionary(rota.runs.flatMap(\.stops).map { ($0.visit, $0.start) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: - More workers

  private static let leastLength = Minutes(60)

  /// For a call for two, one more worker beside one of the day, or else two.
  private func moreWorkers(_ visit: Visit, _ wanted: [InstantInterval]) -> Release? {
    let demands = visit.demands.indices.map { [$0] } + (visit.demands.count > 1 ? [Array(visit.demands.indices)] : [])
    for missing in demands {
      if let release = moreWorkers(visit, missing, wanted) { return release }
    }
    return nil
  }

  private func moreWorkers(_ visit: Visit, _ missing: [Int], _ wanted: [InstantInterval]) -> Release? {
    guard let first = wanted.map(\.start).min(), let last = wanted.map(\.end).max(),
      let all = InstantInterval(start: max(first, caseload.asOf), end: last + visit.length),
      let place = caseload.place(of: visit) ?? caseload.person(visit.person)?.place
    else { return nil }
    func day(during hours: InstantInterval) -> Caseload {
      caseload.supposing(workers: missing.map { worker(visit, $0, at: place, during: hours) })
    }
    guard let found = opening(visit, wanted, on: day(during: all)) else { return nil }
    let extra = Set(missing.map(Self.name))
    guard extra.isSubset(of: found.workers), let lead = missing.first,
      let hours = InstantInterval(start: found.start, end: found.start + max(visit.length, Self.leastLength))
    else { return nil }
    return release(
      .moreWorkers(count: missing.count, demand: visit.demands[lead], during: hours), found, visit,
      on: day(during: hours), wanted)
  }

  private static func name(_ demand: Int) -> WorkerID { WorkerID("\u{1}more-\(demand)") }

  /// Somebody who may do a demand of a call, is at its door and fulfils every wish about gender and language.
  private func worker(_ visit: Visit, _ demand: Int, at place: PlaceID, during hours: InstantInterval) -> Worker {
    let wishes = caseload.preferences(about: visit).filter { $0.strength == .required }.map(\.wish)
    var (gender, languages): (Gender?, [String]) = (nil, [])
    for wish in wishes {
      switch wish {
      case .gender(let wanted): gender = wanted
      case .language(let wanted): languages.append(wanted)
      case .workers: break
      }
    }
    let need = visit.demands[demand]
    return Worker(
      id: Self.name(demand), role: need.roles.first ?? .rehabilitationAssistant, skills: need.skills, gender: gender,
      languages: languages,
      dutyPeriods: [
        DutyPeriod(
          id: DutyID("\u{1}more-\(demand)"), hours: hours, startPlace: place, endPlace: nil, mode: .onFoot)
      ])
  }

  // MARK: - Trying

  private func opening(_ visit: Visit, _ wanted: [InstantInterval], on day: Caseload) -> RotaFits.Opening? {
    guard let supposed = day.visit(visit.id) else { return nil }
    return opening(supposed, wanted, in: RotaFits(checked.rota, of: day, travel: travel))
  }

  /// The first start when the person would like it, or else the first that is wanted at all.
  private func opening(_ visit: Visit, _ wanted: [InstantInterval], in fits: RotaFits) -> RotaFits.Opening? {
    let liked = visit.windows.map(\.preferred).filter { liked in wanted.contains { $0.contains(liked) } }
    return [liked, wanted].lazy.compactMap { hours in
      fits.opening(for: visit, within: hours.flatMap { fits.starts(of: visit, within: $0) })
    }.first
  }

  /// Nil where the checker refuses the rota that it leads to, and where a level before the cost would be worse for it, the first that
  /// differs deciding.
  private func release(
    _ change: Release.Change, _ found: RotaFits.Opening, _ visit: Visit, on day: Caseload, _ wanted: [InstantInterval]
  ) -> Release? {
    guard wanted.contains(where: { $0.contains(found.start) }) else { return nil }
    let after = RotaChecker.check(found.rota, of: day, travel: travel)
    let before = RotaChecker.check(checked.rota, of: day, travel: travel).score
    guard after.isPublishable, !before.isBetterAboveCost(than: after.score) else { return nil }
    let known = found.workers.filter { caseload.worker($0) != nil }
    return Release(change: change, opening: Explanation.Opening(start: found.start, workers: known))
  }
}

extension Score {
  /// At the levels before the cost.
  fileprivate func isBetterAboveCost(than other: Score) -> Bool {
    func above(_ score: Score) -> [Int] {
      zip(score.ladder.levels, score.values).filter { $0.0.kind != .cost }.map(\.1)
    }
    return above(self).lexicographicallyPrecedes(above(other))
  }
}
