import CareModel
import Quantities

/// The contact time that there is to give out: each day's of the whole service, and of the days on which somebody may start that
/// of each patch which not everybody reaches.
///
/// A call takes its time from its day and from its patch on that day: so a patch has never more calls than those have time for who
/// reach it, whoever is free at the other end of the county.
struct CapacityPools {
  private(set) var whole: CapacityTable
  private var tables: [CapacityTable]
  private let reach: PatchReach
  private let placeOfPatch: [String: Int]
  private let classes: WorkClasses
  private let first: CivilDate

  /// Days of which patches are counted: those that a start takes time on.
  private static let patchDays = StartOptions.startDays + StartOptions.fitDays - 1

  init(
    _ service: Service, _ hours: StaffHours, _ classes: WorkClasses, from first: CivilDate, days: Int,
    overhead: ContactOverhead
  ) {
    self.classes = classes
    self.first = first
    reach = PatchReach(service)
    whole = CapacityTable(service, hours, classes, from: first, days: days, overhead: overhead)
    tables = reach.patches.map { patch in
      CapacityTable(
        service, hours, classes, from: first, days: CapacityPools.patchDays, overhead: overhead, members: patch.members)
    }
    placeOfPatch = Dictionary(uniqueKeysWithValues: reach.patches.enumerated().map { ($1.name, $0) })
  }

  /// Gives time to calls that are fixed.
  mutating func takeAll(_ calls: [PlannedCall]) {
    whole.takeAll(calls)
    let byPatch = Dictionary(grouping: calls) { reach.patch(of: $0.need, for: $0.person) }
    for (patch, place) in placeOfPatch { tables[place].takeAll(byPatch[patch] ?? []) }
  }

  /// By pool: first the service's days, then each patch's.
  var flows: [DayFlow] { whole.days + tables.flatMap(\.days) }

  /// By pool: the capacity of each node.
  var capacity: [[Int]] { whole.capacity + tables.flatMap(\.capacity) }

  /// What a call takes from each pool that has to have room for it.
  func loads(
    of need: CallNeed, for person: PersonID, on day: Int, parts: ClosedRange<PartOfDay>
  ) -> [PlanningProblem.Load] {
    loads(of: need.demands, inPatch: reach.patch(of: need, for: person), on: day, parts: parts)
  }

  /// The same of a call whose patch is known; nil where it is in none.
  func loads(
    of demands: [Demand], inPatch patch: String?, on day: Int, parts: ClosedRange<PartOfDay>
  ) -> [PlanningProblem.Load] {
    let place = day < CapacityPools.patchDays ? patch.flatMap { placeOfPatch[$0] } : nil
    let own = place.map { [pool(ofPatch: $0, day)] } ?? []
    return demands.flatMap { demand -> [PlanningProblem.Load] in
      guard let kind = classes.index(of: demand, parts: parts) else { return [] }
      return ([day] + own).map { PlanningProblem.Load(pool: $0, demand: kind, minutes: demand.length.value) }
    }
  }

  /// The day of a pool, and its patch; nil for the whole service.
  func place(ofPool pool: Int) -> (date: CivilDate, patch: String?) {
    guard pool >= whole.days.count else { return (first.adding(days: pool), nil) }
    let (patch, day) = (pool - whole.days.count).quotientAndRemainder(dividingBy: CapacityPools.patchDays)
    return (first.adding(days: day), reach.patches[patch].name)
  }

  private func pool(ofPatch patch: Int, _ day: Int) -> Int { whole.days.count + patch * CapacityPools.patchDays + day }
}
