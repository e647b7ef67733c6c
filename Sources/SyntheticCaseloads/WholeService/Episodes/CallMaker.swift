import CareModel
import Quantities
import ReproducibleNumbers

/// Gives each of a person's calls its time, length and needs (`domain.md` 2.5, 2.6).
struct CallMaker {
  let parameters: ServiceParameters

  /// Minutes from one call's preferred start to the next one's, at least: a worker is never told to be there twice.
  private static let spacing = 150

  /// How much oftener than its share a package of one call, of two, of three and of four needs two workers.
  private static let multiplesOfTwoPerson = [0.3, 0.6, 1.2, 1.5]

  /// The calls of one person, spaced through the day.
  func calls(_ slots: [DaySlot], of arrival: Arrival, size: Int) -> [DaySlot: CallNeed] {
    var person = RandomStream(
      seed: parameters.seed, purpose: .lines, index: arrival.index, subindex: arrival.subindex << 3)
    // Whoever needs two for one call needs two for all.
    let isTwoPerson = person.nextUnit() < twoPersonShares[min(max(size, 1), 4) - 1]
    // Three in five of such a person's calls keep their time; half of such a person's are of high consequence.
    let timed = Spread(of: parameters.share(.timeCriticalPerMille), usual: 0.6)
    let high = Spread(of: parameters.share(.highConsequencePerMille), usual: 0.5)
    let isTimed = person.nextUnit() < timed.people
    let isHigh = person.nextUnit() < high.people
    var calls: [DaySlot: CallNeed] = [:]
    var earliest = 0
    for (place, slot) in DaySlot.allCases.enumerated() where slots.contains(slot) {
      var stream = RandomStream(
        seed: parameters.seed, purpose: .lines, index: arrival.index,
        subindex: arrival.subindex << 3 + UInt64(place) + 1)
      let start = max(earliest, start(slot, &stream))
      earliest = start + CallMaker.spacing
      let length = length(slot, &stream)
      let isCritical = stream.nextUnit() < timed.calls && isTimed
      let isGrave = stream.nextUnit() < high.calls && isHigh
      let width = min(parameters[isCritical ? .timeCriticalWindowMinutes : .windowMinutes], 22 * 60 - start)
      calls[slot] = CallNeed(
        kind: .personalCare, demands: demands(length, isTwoPerson: isTwoPerson, isCritical: isCritical),
        preferred: ClockInterval(
          from: ClockTime(wrapping: start * 60), until: ClockTime(wrapping: (start + max(0, width)) * 60)),
        consequence: isCritical || isTwoPerson || isGrave ? .high : .medium, isTimeCritical: isCritical)
    }
    return calls
  }

  /// A share of all calls as a share of people, and one of such a person's calls: the usual one while there are people enough.
  private struct Spread {
    let people: Double
    let calls: Double

    init(of share: Double, usual: Double) {
      people = min(1, share / usual)
      calls = max(usual, share)
    }
  }

  /// How likely a package of one call, of two, of three and of four needs two workers, each call counted once: in proportion
  /// to the multiples. Where a size would be above certain, the smaller ones take what is left.
  private var twoPersonShares: [Double] {
    let weights = parameters.weights([
      .startOneCallPerMille, .startTwoCallsPerMille, .startThreeCallsPerMille, .startFourCallsPerMille,
    ])
    let multiples = CallMaker.multiplesOfTwoPerson
    let calls = weights.enumerated().map { Double(($0.offset + 1) * $0.element) }
    let share = parameters.share(.twoPersonPerMille)
    var wanted = share * calls.reduce(0, +)
    var shares = multiples.map { min(1, share * $0) }
    var open = calls.count
    while open > 0 {
      let marked = (0..<open).reduce(0) { $0 + calls[$1] * multiples[$1] }
      guard marked > 0 else { break }
      let factor = wanted / marked
      for place in 0..<open { shares[place] = min(1, factor * multiples[place]) }
      if factor * multiples[open - 1] <= 1 { break }
      open -= 1
      wanted -= calls[open]
    }
    return shares
  }

  /// Minutes after midnight; two draws added make the middle of the morning likelier.
  private func start(_ slot: DaySlot, _ stream: inout RandomStream) -> Int {
    let quarter = 15
    switch slot {
    case .morning:
      let half = max(0, parameters[.morningSpreadMinutes] / 2 / quarter)
      let earliest = parameters[.morningEarliestMinute] + (180 - min(180, parameters[.morningSpreadMinutes])) / 2
      return earliest + quarter * (stream.nextInt(in: 0...half) + stream.nextInt(in: 0...half))
    case .lunch: return 11 * 60 + 45 + quarter * stream.nextInt(in: 0...4)
    case .tea: return 16 * 60 + quarter * stream.nextInt(in: 0...4)
    case .bed: return 19 * 60 + 30 + quarter * stream.nextInt(in: 0...4)
    }
  }

  private func length(_ slot: DaySlot, _ stream: inout RandomStream) -> Int {
    switch slot {
    case .morning:
      let weights = parameters.weights([.morning30PerMille, .morning45PerMille, .morning60PerMille])
      return [30, 45, 60][stream.chooseIndex(weights: weights) ?? 1]
    case .lunch: return parameters[.lunchMinutes]
    case .tea: return parameters[.teaMinutes]
    case .bed:
      return [30, 45][stream.chooseIndex(weights: parameters.weights([.bed30PerMille, .bed45PerMille])) ?? 0]
    }
  }

  private func demands(_ length: Int, isTwoPerson: Bool, isCritical: Bool) -> [Demand] {
    let medicines = isCritical ? [SyntheticSkill.medicines] : []
    let handling = isTwoPerson ? [SyntheticSkill.movingAndHandling] : []
    let first = Demand(
      roles: [.rehabilitationAssistant], skills: handling + medicines, length: Minutes(length))
    guard isTwoPerson else { return [first] }
    return [first, Demand(roles: [.rehabilitationAssistant], skills: handling, length: Minutes(length))]
  }
}
