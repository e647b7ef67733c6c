import CareModel
import Quantities
import ReproducibleNumbers

/// Puts a tiny day together, part by part, from one stream.
struct TinyDayBuilder {
  var stream: RandomStream
  var draft: DayDraft
  /// Those switched on for this seed.
  let features: TinyDayFeatures
  let callCount: Int
  let workerCount: Int

  private static let date = CivilDate(daysSinceEpoch: 20_781)
  private static let calendar = LondonCalendar.calendar(around: date)

  /// Each feature allowed is switched on for half of the seeds.
  init(seed: UInt64, features allowed: TinyDayFeatures) {
    stream = RandomStream(seed: seed, purpose: .tinyDays)
    features = allowed.intersection(TinyDayFeatures(rawValue: Int(truncatingIfNeeded: stream.next() >> 32)))
    workerCount = stream.nextInt(in: 1...3)
    callCount = stream.nextInt(in: 2...6)
    let isLate = features.contains(.lateAsOf) || features.contains(.facts)
    let asOf = isLate ? 8 * 60 + 30 + 5 * stream.nextInt(below: 13) : 7 * 60
    draft = DayDraft(
      title: "Tiny day \(seed)", asOf: ServiceHours(calendar: Self.calendar, date: Self.date).instant(asOf),
      serviceDate: Self.date, calendar: Self.calendar)
  }

  /// Fills the draft; call it once.
  mutating func build() {
    addPolicy()
    addPlaces()
    addWorkers()
    addPeople()
    addCalls()
    addLinks()
    addOrders()
  }

  mutating func chance(_ perMille: Int, of feature: TinyDayFeatures) -> Bool {
    let drawn = stream.nextBool(perMille: perMille)
    return drawn && features.contains(feature)
  }

  /// A number of steps of five minutes, in minutes.
  mutating func minutes(_ range: ClosedRange<Int>) -> Int { 5 * stream.nextInt(in: range) }

  private mutating func addPolicy() {
    let scope = stream.choose(from: CareHomeRiskScope.allCases) ?? .withinClass
    draft.policy.careHomeRiskScope = scope
    draft.policy.ladder = .standard(scope: scope)
    draft.policy.afterLimit = stream.nextBool(perMille: 700) ? .bridge : .stop
    draft.policy.breakRequiredAfter = Minutes([0, 60, 120, 240][stream.nextInt(below: 4)])
    draft.policy.changeBudget = stream.nextInt(below: 2)
  }

  /// A base, homes and a clinic on a grid of two-minute steps; in a quarter of days ways there and back differ.
  private mutating func addPlaces() {
    let names = ["base", "clinic"] + (1...callCount).map { "home\($0)" }
    let cells = names.map { _ in (x: stream.nextInt(below: 6), y: stream.nextInt(below: 4)) }
    let isPlaced = stream.nextBool(perMille: 500)
    let isUneven = stream.nextBool(perMille: 250)
    var tables: (car: [Int32], bicycle: [Int32], metres: [Int32]) = ([], [], [])
    for from in cells.indices {
      for to in cells.indices {
        let steps = abs(cells[from].x - cells[to].x) + abs(cells[from].y - cells[to].y)
        let extra = from != to && isUneven ? stream.nextInt(below: 60) : 0
        tables.car.append(Int32(steps * 120 + extra))
        tables.bicycle.append(Int32(steps * 200 + extra))
        tables.metres.append(Int32(steps * 700))
      }
    }
    for (row, name) in names.enumerated() {
      let position = GeographicPosition(
        latitudeMicrodegrees: 51_400_000 + 6300 * cells[row].y, longitudeMicrodegrees: -290_000 + 10_000 * cells[row].x)
      draft.places.append(
        Place(
          id: PlaceID(name), kind: name == "base" ? .base : name == "clinic" ? .clinic : .home,
          position: isPlaced ? position : nil, matrixIndex: row))
    }
    draft.matrices = [(TravelMode.car, tables.car), (.bicycle, tables.bicycle)].compactMap { mode, seconds in
      TravelMatrix(mode: mode, size: names.count, seconds: seconds, metres: tables.metres)
    }
  }
}
