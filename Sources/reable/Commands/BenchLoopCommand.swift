import ArgumentParser
import Interchange
import RotaOptimiser
import RotaPlanning
import SyntheticCaseloads
import TravelTimes

/// `reable bench-loop`: the insertion loop by itself, to hold it against another language's (`Benchmarks/InsertionLoop`).
struct BenchLoopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-loop",
    abstract: "Time the loop that looks for a call's place, on the greedy rota of 368 calls and 56 workers.",
    discussion: """
      Prints the places looked at in all passes, a sum over what was found, and nanoseconds.

      Example:
        reable bench-loop --passes 200 --arrays loop.txt
      """, shouldDisplay: false)

  @Option(help: "How often the loop is run.")
  var passes = 200

  @Option(help: "A file to write the arrays to that the loop reads.")
  var arrays: String?

  func validate() throws {
    if !(1...1_000_000).contains(passes) {
      throw ValidationError("--passes \(passes): take a number from 1 to 1000000")
    }
  }

  func run() throws {
    let day = DayGenerator(DayPreset.smallBorough4.parameters(seed: 1)).caseload
    let probe = try SearchProbe(RotaPlanner(day, travel: TravelModel(day)).problem)
    let begin = ContinuousClock.now
    let total = probe.leastDetours(passes: passes)
    let elapsed = begin.duration(to: .now)
    do {
      if let arrays { try AtomicFile(path: arrays).write(probe.loopArrays) }
      try Console.writeData("\(total.places) \(total.sum) \(Int(elapsed / .nanoseconds(1)))\n")
    } catch {
      throw Refusal.file(error)
    }
  }
}
