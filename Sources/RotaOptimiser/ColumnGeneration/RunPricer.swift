/// Finds the cheapest runs of a shift at given prices, by labelling (Irnich and Desaulniers 2005) over ng-routes (Baldacci, Mingozzi and
/// Roberti 2011): a run may come back to a call that it has forgotten on the way.
///
/// Labels are taken up in the order of their time. All arithmetic is on whole numbers; with every way allowed and the whole comparison of labels
/// the least cost found is exactly the least of the relaxed runs, which no run undercuts.
final class RunPricer {
  /// How thoroughly runs are looked for.
  enum Care: Equatable {
    /// So many ways from each stop, labels compared by time and cost alone.
    case nearest(Int32)
    /// Every way, every label: what it finds to be the least is the least.
    case exact
  }

  /// A run found, from its last label back.
  struct Found {
    var cost: Int64
    var slots: [Int32]
    var starts: [Int32]
    /// When the worker is back, or free where the way home is no part of the run.
    var end: Int32
  }

  static let mostLabels = 2_000_000
  private static let mostBuckets = 2_000_000
  /// Some hundredth of a second.
  private static let stepsBetweenLooks = 1_000_000
  /// Beyond so many cells the completion of runs is not bounded.
  private static let mostCells = 4_000_000
  static let unlimited = Int32.max

  let network: PricingNetwork
  let problem: CompiledProblem
  let own: FlatArray<CallMask>
  let barred: FlatArray<CallMask>
  let remembered: FlatArray<CallMask>
  var labels: UnsafeMutablePointer<Label>
  private var capacity = 1 << 14
  private var labelCount: Int32 = 0
  private let firstOfCall: FlatArray<Int32>
  private let buckets: FlatArray<Int32>
  var bucketCount = 0
  private let slotFixed: FlatArray<Int64>
  let slotCost: FlatArray<Int64>
  private let termCost: FlatArray<Int64>
  private let placementCost: FlatArray<Int64>
  let bestOfCall: FlatArray<Int32>
  let costOfCall: FlatArray<Int64>
  let endOfCall: FlatArray<Int32>
  /// Labels compared and ways looked at since the start: the measure of work.
  var steps = 0
  private(set) var labelsMade = 0
  /// A pass is given up at so many steps.
  var stepLimit = Int.max
  /// A pass is given up, too, once the time is up.
  private let clock: SharedClock
  /// The steps at which the clock is asked next.
  private var nextLook = 0

  private(set) var ways: ShiftWays

  // What a pass works with.
  var shift: CompiledProblem.Shift
  var shiftNumber: Int32 = 0
  var levelOfCost = Int64(0)
  private var slope = Int64(0)
  private var isExact = false
  private var nearest = Int32.max
  let bucketWidth: Int32
  private var overflow = false
  var completion: CompletionBound
  /// Whose runs' completion is bounded, at the prices in use; -1 for no shift.
  private var completedShift: Int32 = -1
  private var threshold = Int64.max
  var least = Int64.max

  init(_ network: PricingNetwork, memory: CallMemory, clock: SharedClock) {
    self.network = network
    self.clock = clock
    ways = network.ways
    let problem = network.problem
    self.problem = problem
    own = FlatArray(memory.own, orEmpty: .empty)
    barred = FlatArray(memory.barred, orEmpty: .empty)
    remembered = FlatArray(memory.remembered, orEmpty: .empty)
    labels = .allocate(capacity: capacity)
    firstOfCall = FlatArray(repeating: -1, count: problem.callCount)
    slotFixed = FlatArray(repeating: 0, count: network.slotCount)
    slotCost = FlatArray(repeating: 0, count: network.slotCount)
    termCost = FlatArray(repeating: 0, count: network.terms.count)
    placementCost = FlatArray(repeating: 0, count: network.placements.count)
    bestOfCall = FlatArray(repeating: -1, count: problem.callCount)
    costOfCall = FlatArray(repeating: 0, count: problem.callCount)
    endOfCall = FlatArray(repeating: 0, count: problem.callCount)
    shift = problem.shifts[Int32(0)]
    let shortest = (0..<problem.taskCount).reduce(Int32.max) { min($0, problem.tasks[$1].length) }
    let longest = (0..<problem.shiftCount).reduce(0) {
      max($0, Int(problem.shifts[$1].latest) - Int(problem.shifts[$1].earliest))
    }
    bucketWidth = max(1, shortest)
    let bucketsNeeded = min(Self.mostBuckets, longest / Int(bucketWidth) + 1)
    let origins = problem.callCount + 1
    completion = CompletionBound(
      origins: origins, intervals: bucketsNeeded * origins <= Self.mostCells ? bucketsNeeded : 0)
    buckets = FlatArray(repeating: -1, count: min(Self.mostBuckets, longest / Int(bucketWidth) + 1))
  }

  deinit {
    labels.deallocate()
    own.free()
    barred.free()
    remembered.free()
    buckets.free()
    completion.free()
    firstOfCall.free()
    slotFixed.free()
    slotCost.free()
    termCost.free()
    placementCost.free()
    bestOfCall.free()
    costOfCall.free()
    endOfCall.free()
  }

  /// Only these ways from now on.
  func use(_ ways: ShiftWays) { self.ways = ways }

  /// Sets the prices for the passes to come.
  func use(_ prices: ColumnPrices) {
    completedShift = -1
    levelOfCost = prices.levels.last ?? 0
    slope = problem.terms.unfairness.amount &* levelOfCost / Int64(problem.terms.unfairness.unit)
    for index in 0..<network.terms.count { termCost[index] = network.terms.priced(index, by: prices.levels) }
    for index in 0..<network.placements.count {
      placementCost[index] = network.placements.priced(index, by: prices.levels)
    }
    for index in 0..<network.slotCount {
      let slot = network.slots[index]
      var cost = slot.base < 0 ? 0 : network.bases.priced(Int(slot.base), by: prices.levels)
      if slot.isFirstDemand { cost &-= prices.calls[Int(slot.call)] }
      if slot.agreement >= 0 {
        let price = prices.agreements[Int(slot.agreement)]
        cost = slot.isFirstDemand ? cost &+ price : cost &- price
      }
      slotFixed[index] = cost
    }
  }

  /// Looks for runs of a shift that cost less than a threshold, at the prices in use.
  ///
  /// - Returns: The least cost of any run that stops anywhere and costs less than the threshold, nil where there is none or where the labels
  ///   were too many to tell (`isComplete`), and the best such runs with different last calls.
  func price(_ shiftNumber: Int32, care: Care, below threshold: Int64, wanted: Int) -> (least: Int64?, runs: [Found]) {
    begin(shiftNumber, care: care)
    for call in 0..<problem.callCount {
      firstOfCall[call] = -1
      bestOfCall[call] = -1
    }
    for index in 0..<network.slotCount {
      let task = Int(network.slots[index].task)
      let placement = problem.placementIndex[task * problem.shiftCount + Int(shiftNumber)]
      slotCost[index] = slotFixed[index] &+ (placement < 0 ? 0 : placementCost[placement])
    }
    self.threshold = threshold
    if bucketCount > 0, !overflow {
      if isExact, completedShift != shiftNumber {
        boundCompletion()
        completedShift = shiftNumber
      }
      run()
    }
    var ends = (0..<Int32(problem.callCount)).filter { bestOfCall[$0] >= 0 && costOfCall[$0] < threshold }
    ends.sort { (costOfCall[$0], $0) < (costOfCall[$1], $1) }
    let runs = ends.prefix(wanted).map { traced(bestOfCall[$0], cost: costOfCall[$0], end: endOfCall[$0]) }
    return (least >= threshold || overflow ? nil : least, runs)
  }

  /// Whether the last pass came to its end.
  var isComplete: Bool { !overflow }

  /// What no run of the last exact pass is cheaper than, whether or not the pass came to its end: the completion from the beginning.
  var floor: Int64 {
    guard bucketCount > 0 else { return 0 }
    return isBounded ? completion.rest(at: shift.earliest, origin: 0) : -CompletionBound.never
  }

  /// The intervals for which the completion of a shift's runs is bounded.
  func intervals(ofShift number: Int32) -> Int {
    max(0, Int(problem.shifts[number].latest) - Int(problem.shifts[number].earliest)) / Int(bucketWidth) + 1
  }

  private func begin(_ number: Int32, care: Care) {
    shiftNumber = number
    shift = problem.shifts[number]
    if case .nearest(let count) = care {
      (isExact, nearest) = (false, count)
    } else {
      (isExact, nearest) = (true, .max)
    }
    overflow = false
    least = Int64.max
    labelCount = 0
    let row = ways.firstRow(ofShift: number)
    let firstArc = ways.firstArc
    let span = Int(shift.latest) - Int(shift.earliest)
    bucketCount = span < 0 || firstArc[row] == firstArc[row + 1] ? 0 : span / Int(bucketWidth) + 1
    overflow = bucketCount > buckets.count
  }

  private func run() {
    var contactCost = Int64(0)
    if slope > 0, shift.contactSoFar > shift.share { contactCost = slope &* Int64(shift.contactSoFar &- shift.share) }
    var departure = Self.unlimited
    if shift.breakCount > 0, shift.hasDeparted { departure = relevant(shift.departed) }
    let origin = Label(
      cost: contactCost, time: shift.earliest, departure: departure, visited: .empty,
      room: slope > 0 ? max(0, shift.share &- shift.contactSoFar) : 0, taken: 0, slot: -1, start: shift.earliest,
      origin: 0, parent: -1, next: -1, following: -1, isDead: false)
    for bucket in 0..<bucketCount { buckets[bucket] = -1 }
    labels[0] = origin
    labelCount = 1
    extend(0)
    var bucket = 0
    while bucket < bucketCount, !overflow {
      var label = buckets[bucket]
      while label >= 0, !overflow {
        if steps > min(stepLimit, nextLook) { overflow = mustEnd() }
        if !labels[Int(label)].isDead {
          finish(label)
          extend(label)
        }
        label = labels[Int(label)].following
      }
      bucket += 1
    }
    labelsMade += Int(labelCount)
  }

  private func mustEnd() -> Bool {
    guard steps <= stepLimit else { return true }
    nextLook = steps + Self.stepsBetweenLooks
    return clock.isReached()
  }

  /// A latest departure, or the largest number where no end is so late that it matters.
  @inline(__always)
  private func relevant(_ departure: Int32) -> Int32 {
    departure &+ problem.breakRequiredAfter >= shift.latest ? Self.unlimited : departure
  }

  private func extend(_ number: Int32) {
    let from = labels[Int(number)]
    let row = ways.firstRow(ofShift: shiftNumber) + Int(from.origin)
    let arcs = ways.arcs
    var arc = ways.firstArc[row]
    var end = ways.firstArc[row + 1]
    // From the beginning every way is open.
    if number > 0, end &- arc > nearest { end = arc &+ nearest }
    steps += Int(end &- arc)
    while arc < end, !overflow {
      let way = arcs[arc]
      arc &+= 1
      let slot = network.slots[way.slot]
      let seconds = way.seconds
      if from.time &+ seconds > slot.until { continue }
      if own[slot.call].intersects(from.visited) { continue }
      var label = from
      label.cost &+= slotCost[way.slot] &+ levelOfCost &* Int64(way.pence)
      if slope > 0 {
        label.cost &+= slope &* Int64(max(0, slot.length &- from.room))
        label.room = max(0, from.room &- slot.length)
      }
      if shift.breakCount > 0, number == 0, !shift.hasDeparted { label.departure = relevant(slot.until &- seconds) }
      label.visited = from.visited.intersection(remembered[slot.call]).union(barred[slot.call])
      label.slot = way.slot
      label.parent = number
      if slot.node >= 0 { label.origin = slot.call &+ 1 }
      reach(slot, label, leg: seconds)
    }
  }

  /// Adds the labels of a slot, with each number of breaks taken before it.
  @inline(__always)
  private func reach(_ slot: PricingNetwork.Slot, _ draft: Label, leg: Int32) {
    var (time, taken) = (draft.time, draft.taken)
    var arrival = time &+ leg
    while true {
      let start = arrival <= slot.from ? slot.from : problem.onGrain(arrival)
      if start <= slot.until, start &+ slot.length <= shift.latest {
        var label = draft
        label.start = start
        label.time = start &+ slot.length
        label.taken = taken
        if taken == shift.breakCount { label.departure = Self.unlimited }
        if start > slot.quietUntil { label.cost &+= lateCost(slot, start) }
        if !isBounded || label.cost &+ completion.rest(at: label.time, origin: label.origin) < threshold {
          add(label, call: slot.call)
        }
      }
      guard taken < shift.breakCount, let next = rest(taken, at: time, leg: leg) else { return }
      (time, arrival) = next
      taken &+= 1
    }
  }

  /// When the next break is over, and the arrival behind it.
  @inline(__always)
  func rest(_ taken: Int32, at time: Int32, leg: Int32) -> (time: Int32, arrival: Int32)? {
    let pause = problem.breaks[shift.firstBreak &+ taken]
    let start = max(time, pause.from)
    guard start &+ pause.length <= pause.until else { return nil }
    let over = start &+ pause.length
    let arrival = problem.terms.rules.breaksOnTheWay ? max(time &+ leg, pause.from) &+ pause.length : over &+ leg
    return (over, arrival)
  }

  @inline(__always)
  private var isBounded: Bool { isExact && completion.isUsed }

  func lateCost(_ slot: PricingNetwork.Slot, _ start: Int32) -> Int64 {
    var cost = Int64(0)
    var index = slot.firstTerm
    while index < slot.firstTerm &+ slot.termCount {
      cost &+= termCost[index] &* problem.timingTerms[index].times(at: start)
      index &+= 1
    }
    return cost
  }

  private func add(_ new: Label, call: Int32) {
    var (before, at) = (Int32(-1), firstOfCall[call])
    var compared = 0
    while at >= 0 {
      compared &+= 1
      let old = labels + Int(at)
      if beats(old.pointee, new) {
        steps &+= compared
        return
      }
      let next = old.pointee.next
      if beats(new, old.pointee) {
        old.pointee.isDead = true
        if before < 0 { firstOfCall[call] = next } else { labels[Int(before)].next = next }
      } else {
        before = at
      }
      at = next
    }
    steps &+= compared
    if Int(labelCount) == capacity { grow() }
    if overflow { return }
    var label = new
    label.next = firstOfCall[call]
    firstOfCall[call] = labelCount
    let bucket = Int((new.time &- shift.earliest) / bucketWidth)
    label.following = buckets[bucket]
    buckets[bucket] = labelCount
    labels[Int(labelCount)] = label
    labelCount &+= 1
  }

  /// Whatever can follow the second label can follow the first, and costs no more.
  @inline(__always)
  private func beats(_ one: Label, _ other: Label) -> Bool {
    if one.time > other.time || one.cost > other.cost || one.taken < other.taken || one.origin != other.origin {
      return false
    }
    if !isExact { return true }
    if one.departure < other.departure || !one.visited.isSubset(of: other.visited) { return false }
    return one.room >= other.room || one.cost &+ slope &* Int64(other.room &- one.room) <= other.cost
  }

  private func grow() {
    guard capacity < Self.mostLabels else {
      overflow = true
      return
    }
    let larger = UnsafeMutablePointer<Label>.allocate(capacity: capacity * 2)
    larger.update(from: labels, count: capacity)
    labels.deallocate()
    labels = larger
    capacity *= 2
  }
}
