/// One of the tight synthetic days: staff with shifts and breaks, calls for one or two, tiers, continuity.
///
/// Times are minutes from midnight, distances hundredths of a kilometre. The `core` variants leave out what most solvers
/// can't say: breaks, calls for two, lateness, continuity.
package struct DaysInstance: Hashable, Sendable {
  package let name: String
  /// Without breaks, calls for two, lateness and continuity.
  package let isCore: Bool
  package let weights: Weights
  /// Staff number n of the file at n.
  package let staff: [Staff]
  /// Visit number n of the file at n.
  package let visits: [Visit]
  /// Minutes between the starts that a solver with fixed slots may use for calls for two; evaluation does not need it.
  package let slot: Int

  /// What things cost.
  package struct Weights: Hashable, Sendable {
    /// An uncovered visit, by its tier: 1 to 4 at index 1 to 4.
    package let tiers: [Int]
    /// A minute of travel.
    package let travel: Int
    /// A minute that a visit starts after its preferred time.
    package let late: Int
    /// A visit and worker who is not one of the person's continuity staff.
    package let discontinuity: Int
    /// A minute past the shift's end.
    package let overtime: Int
  }

  /// A point of the plane, in hundredths of a kilometre.
  package struct Point: Hashable, Sendable {
    package let x: Int
    package let y: Int

    package init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// Somebody who visits people.
  package struct Staff: Hashable, Sendable {
    package let role: String
    package let skills: [String]
    package let shiftStart: Int
    package let shiftEnd: Int
    /// Minutes past the shift's end, at most.
    package let maximumOvertime: Int
    package let start: Point
    package let end: Point
    /// Had by everybody who has one and is used.
    package let rest: Rest?
    package let patch: Int
  }

  /// A break: it starts in the window, and may be had on the way or at either end of it.
  package struct Rest: Hashable, Sendable {
    package let duration: Int
    package let earliestStart: Int
    package let latestStart: Int
  }

  /// A call.
  package struct Visit: Hashable, Sendable {
    package let place: Point
    package let duration: Int
    /// Both bounds are on the start.
    package let windowStart: Int
    package let windowEnd: Int
    package let preferred: Int
    /// Any of them.
    package let roles: [String]
    /// All of them.
    package let skills: [String]
    /// One, or two who start together.
    package let workers: Int
    /// 1 to 4.
    package let tier: Int
    /// Staff who know the person.
    package let continuity: [Int]
  }

  /// Minutes between two points: none within one, otherwise 3 and 2.4 a kilometre, rounded up.
  ///
  /// Exact: in binary fractions a few legs of exactly 2.5 km come out a minute longer.
  package static func travel(_ from: Point, _ to: Point) -> Int {
    guard from != to else { return 0 }
    // 2.4 · √s / 100 minutes are √(576 · s) / 1000.
    let scaled = 576 * ((from.x - to.x) * (from.x - to.x) + (from.y - to.y) * (from.y - to.y))
    let thousandths = scaled.squareRootRoundedDown
    let isWhole = thousandths * thousandths == scaled && thousandths % 1000 == 0
    return 3 + thousandths / 1000 + (isWhole ? 0 : 1)
  }

  /// Somebody's role and skills fit a call.
  package func fits(_ staff: Int, _ visit: Int) -> Bool {
    guard self.staff.indices.contains(staff), visits.indices.contains(visit) else { return false }
    let worker = self.staff[staff]
    return visits[visit].roles.contains(worker.role) && visits[visit].skills.allSatisfy(worker.skills.contains)
  }
}
