package import CareModel
package import Explanations
package import Quantities

/// A call that is not done, or not when it should be.
package struct Shortfall: Sendable {
  package let visit: Visit
  package let matter: Matter
  /// The level that the call counts at while it is uncovered.
  package let level: Level
  /// When it starts, where it is covered.
  package let start: Instant?
  package let explanation: Explanation?

  /// What is wrong with it.
  package enum Matter: Hashable, Sendable {
    /// Nobody does it.
    case uncovered
    /// A first visit not yet due is left for another day.
    case deferred
    /// A first visit after its deadline, by so much.
    case pastDeadline(Seconds)
    /// A call starts after its agreed window, by so much.
    case afterAgreed(Seconds)
    /// A call starts before its agreed window, by so much.
    case beforeAgreed(Seconds)
  }

  /// The word in front of it.
  package var label: String {
    switch matter {
    case .uncovered: "UNCOVERED"
    case .deferred: "LATER"
    case .pastDeadline, .afterAgreed: "LATE"
    case .beforeAgreed: "EARLY"
    }
  }

  /// After its deadline or its agreed window.
  package var isLate: Bool { label == "LATE" }

  /// Nobody does it today.
  package var isUncovered: Bool { matter == .uncovered || matter == .deferred }

  /// All of a day: essential calls left undone, then late ones that had a promise to keep, then other calls left
  /// undone, then other calls outside their agreed window; each in the order of the ladder, then of time.
  static func all(
    caseload: Caseload, levels: [VisitID: VisitLevel], placements: [VisitID: [RotaReport.Placed]],
    explanations: [Explanation]
  ) -> [Shortfall] {
    let reasons = Dictionary(explanations.map { ($0.visit, $0) }) { first, _ in first }
    let ladder = caseload.policy.ladder
    var found: [(key: (Int, Int, Instant, VisitID), shortfall: Shortfall)] = []
    for visit in caseload.visits {
      guard case .counted(let level)? = levels[visit.id] else { continue }
      let placed = placements[visit.id] ?? []
      let isCovered = RotaReport.isCovered(visit, by: placed)
      let start = isCovered ? placed.first?.stop.start : nil
      guard let matter = matter(of: visit, level: level, start: start, on: caseload) else { continue }
      let shortfall = Shortfall(
        visit: visit, matter: matter, level: level, start: start, explanation: reasons[visit.id])
      let wished = start ?? visit.windows.first?.preferred.start ?? caseload.asOf
      found.append(((shortfall.group, ladder.index(of: level) ?? ladder.levels.count, wished, visit.id), shortfall))
    }
    return found.sorted { $0.key < $1.key }.map(\.shortfall)
  }

  private var group: Int {
    switch matter {
    case .uncovered: level.kind.isEssential ? 0 : 2
    case .deferred: 3
    case .pastDeadline: 1
    case .afterAgreed, .beforeAgreed: visit.isTimeCritical ? 1 : 4
    }
  }

  private static func matter(of visit: Visit, level: Level, start: Instant?, on caseload: Caseload) -> Matter? {
    guard let start else { return level.kind == .deferred ? .deferred : .uncovered }
    if let deadline = caseload.responseDeadline(of: visit), start > deadline { return .pastDeadline(start - deadline) }
    guard let agreed = visit.alternative(at: start)?.agreed else { return nil }
    if start > agreed.end { return .afterAgreed(start - agreed.end) }
    if start < agreed.start { return .beforeAgreed(agreed.start - start) }
    return nil
  }
}

extension Visit {
  /// The alternative whose safe window holds a start, else the nearest, the earlier of two (`Documentation/score.md`).
  package func alternative(at start: Instant) -> WindowAlternative? {
    func distance(_ window: WindowAlternative) -> Int {
      max(0, (window.safe.start - start).value, (start - window.safe.end).value)
    }
    return windows.min { distance($0) < distance($1) }
  }
}
