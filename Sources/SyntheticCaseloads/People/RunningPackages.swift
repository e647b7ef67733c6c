import CareModel
import Quantities
import ReproducibleNumbers

/// Shares the day's personal care among the people who have an episode.
struct RunningPackages {
  let parameters: DayParameters
  /// Calls of personal care to share out.
  let calls: Int
  /// How many of them lie in the morning peak.
  let mornings: Int
  /// The number of the first person.
  let firstNumber: Int

  /// People with their calls: one in twenty has none in the morning.
  ///
  /// Each extra call goes to somebody who has fewer than three yet, the likelier the more care the person needs.
  func plans() -> [PersonPlan] {
    let later = max(0, calls - mornings)
    let people = mornings + (later > 0 ? max(mornings / 20, mornings == 0 ? 1 : 0) : 0)
    var stream = RandomStream(seed: parameters.seed, purpose: .packages)
    var slots: [[DaySlot]] = (0..<people).map { $0 < mornings ? [.morning] : [] }
    let needs = (0..<people).map { need(index: $0) }
    for extra in 0..<later {
      // Nobody is left without a call.
      let idle = extra + mornings < people ? extra + mornings : nil
      let weights = slots.indices.map { slots[$0].count(where: { $0 != .morning }) < 3 ? needs[$0] : 0 }
      guard let person = idle ?? stream.chooseIndex(weights: weights) else { break }
      let free = DaySlot.allCases.filter { !slots[person].contains($0) && $0 != .morning }
      guard let slot = stream.chooseIndex(weights: free.map(\.weight)) else { continue }
      slots[person].append(free[slot])
    }
    return slots.enumerated().map { index, slots in
      let number = firstNumber + index
      let calls = DaySlot.allCases.filter(slots.contains).map { call(slot: $0, number: number) }
      return PersonPlan(number: number, calls: calls)
    }
  }

  /// How readily an extra call falls to this person: half need little, a few much.
  private func need(index: Int) -> Int {
    var stream = RandomStream(seed: parameters.seed, purpose: .packages, index: UInt64(index) + 1)
    return [1, 2, 3, 8, 12][stream.chooseIndex(weights: [35, 20, 20, 15, 10]) ?? 0]
  }

  private func call(slot: DaySlot, number: Int) -> CallPlan {
    let position = UInt64(DaySlot.allCases.firstIndex(of: slot) ?? 0)
    var stream = RandomStream(
      seed: parameters.seed, purpose: .callTimes, index: UInt64(max(number, 0)), subindex: position)
    var call = slot.call(&stream)
    if stream.nextBool(perMille: parameters.highConsequenceShare.value) { call.consequence = .high }
    return call
  }
}
