import CareModel

/// Starts, clocked calls and calls with freedom of day as candidates, in the order in which they are served.
struct ScheduleCandidates {
  let all: [PlanningProblem.Candidate]
  /// By entry of the queue: its ways to start; nil for one that is promised.
  let ways: [StartOptions.Ways?]
  /// By entry of the queue: its place among the candidates; nil for one that is promised.
  let placeOfEntry: [Int?]
  /// By call that has to find a day: its place among the candidates.
  let placeOfOpen: [Int]

  /// Calls that have to find days beside starts: by a clock, or where there is time.
  struct Open {
    let clocked: [OpenCalls]
    let others: [OpenCalls]

    var all: [OpenCalls] { clocked + others }

    var asked: Set<WorkClasses.DemandClass> { Set(all.flatMap { $0.ways.flatMap { $0.calls.flatMap(\.asked) } }) }
  }

  init(
    _ queue: StartQueue, _ open: Open, _ options: StartOptions, candidate: (OpenCalls) -> PlanningProblem.Candidate
  ) {
    let ways = queue.entries.map { entry in
      entry.promised == nil ? options.ways(of: entry) : nil
    }
    var all: [PlanningProblem.Candidate] = []
    var places: [Int?] = Array(repeating: nil, count: queue.entries.count)
    func add(_ range: Range<Int>) {
      for index in range {
        guard let candidate = ways[index]?.candidate else { continue }
        places[index] = all.count
        all.append(candidate)
      }
    }
    let before = queue.countBeforeClocks
    add(0..<before)
    let clocked = all.count..<(all.count + open.clocked.count)
    all += open.clocked.map(candidate)
    add(before..<queue.entries.count)
    let others = all.count..<(all.count + open.others.count)
    all += open.others.map(candidate)
    self.all = all
    self.ways = ways
    placeOfEntry = places
    placeOfOpen = Array(clocked) + Array(others)
  }

  /// By entry of the queue: the day of its start, for the reserve.
  func placed(_ choice: [PlanningProblem.Decision?], _ queue: StartQueue) -> [StartReserve.Placed] {
    queue.entries.indices.map { index in
      let entry = queue.entries[index]
      let decision = placeOfEntry[index].flatMap { choice[$0] }
      return StartReserve.Placed(
        isFirstClass: entry.rank.referralClass == .hospitalDischarge,
        day: decision.flatMap { ways[index]?.all[$0.option].option.day })
    }
  }
}
