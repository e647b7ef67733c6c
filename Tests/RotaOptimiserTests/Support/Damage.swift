import Quantities
import ReproducibleNumbers
import RotaOptimiser

/// Rotas with something wrong in them.
enum Damage {
  private static let purpose = StreamPurpose("tests.damage")

  /// A rota in which up to six things have gone wrong.
  static func done(to rota: RotaSolution, of problem: RotaProblem, seed: UInt64) -> RotaSolution {
    var random = RandomStream(seed: seed, purpose: purpose, index: 0)
    var rota = rota
    for _ in 0..<random.nextInt(below: 7) {
      let (from, to) = (random.nextInt(below: rota.runs.count), random.nextInt(below: rota.runs.count))
      let count = rota.runs[from].stops.count
      let stop = count == 0 ? nil : rota.runs[from].stops[random.nextInt(below: count)]
      switch random.nextInt(below: 8) {
      case 0: rota.runs[from].stops.removeAll { $0 == stop }
      case 1: rota.runs[to].stops.append(contentsOf: stop.map { [$0] } ?? [])
      case 2:
        if let stop { rota.runs[to].stops.insert(stop, at: 0) }
        rota.runs[from].stops.removeAll { $0 == stop }
      case 3: random.shuffle(&rota.runs[from].stops)
      case 4:
        let shift = Seconds(60 * random.nextInt(in: -90...90))
        for index in rota.runs[from].stops.indices {
          rota.runs[from].stops[index].start = rota.runs[from].stops[index].start + shift
        }
      case 5:
        rota.runs[to].stops.append(
          RotaSolution.Stop(
            call: random.nextInt(in: -1...problem.calls.count), demand: random.nextInt(in: -1...2),
            start: Seconds(random.nextInt(in: -100_000...100_000))))
      case 6: (rota.runs[from].stops, rota.runs[to].stops) = (rota.runs[to].stops, rota.runs[from].stops)
      default: rota.runs[to].stops += rota.runs[from].stops
      }
    }
    return rota
  }
}

/// What calls owe one another, looked at anew: whole calls, links, sets, one call of a person at a time.
struct LinkMeter {
  let problem: RotaProblem

  /// What is broken, in words.
  func broken(in rota: RotaSolution) -> [String] {
    var starts: [Int: Int] = [:]
    var workers: [Int: [Int]] = [:]
    var found: [String] = []
    for (shift, run) in rota.runs.enumerated() {
      for stop in run.stops {
        if starts[stop.call, default: stop.start.value] != stop.start.value {
          found.append("\(stop.call) starts twice")
        }
        starts[stop.call] = stop.start.value
        workers[stop.call, default: []].append(problem.shifts[shift].worker)
      }
    }
    for (call, own) in workers where own.count != problem.calls[call].demands.count || Set(own).count != own.count {
      found.append("\(call) is not whole")
    }
    var together: Set<[Int]> = []
    for link in problem.links {
      switch link.relation {
      case .requires:
        if starts[link.second] != nil, starts[link.first] == nil { found.append("\(link.second) lacks its need") }
      case .gap(let minimum, let maximum):
        if minimum == .zero, maximum == .zero {
          together.formUnion([[link.first, link.second], [link.second, link.first]])
        }
        guard let first = starts[link.first], let second = starts[link.second] else { continue }
        let gap = second - first
        if gap < minimum.value || gap > maximum?.value ?? .max {
          found.append("gap of \(link.first) and \(link.second)")
        }
      case .sameWorker, .differentWorker:
        guard let first = workers[link.first], let second = workers[link.second] else { continue }
        let (fewer, more) = first.count <= second.count ? (first, second) : (second, first)
        var keeps = Set(first).isDisjoint(with: second)
        if case .sameWorker = link.relation { keeps = fewer.allSatisfy(more.contains) }
        if !keeps { found.append("workers of \(link.first) and \(link.second)") }
      }
    }
    for bundle in problem.bundles where Set(bundle.map { starts[$0] == nil }).count > 1 {
      found.append("set \(bundle)")
    }
    for (one, start) in starts {
      for (other, later) in starts where one != other && !together.contains([one, other]) {
        let length = problem.calls[one].demands.map(\.length.value).max() ?? 0
        if problem.calls[one].person == problem.calls[other].person, start <= later, later < start + length {
          found.append("\(one) and \(other) at a time")
        }
      }
    }
    return found
  }
}
