import CareModel
import Explanations
import Quantities
import RotaChecking
import RotaOptimiser
import RotaPlanning
import SyntheticCaseloads
import Testing
import TravelTimes

@Suite("Accounts of cost and place")
struct AccountTests {
  @Test("the entries of a cost add up to the rota's, and those of a call to what it is charged")
  func sums() throws {
    var terms: Set<CostAccount.Term> = []
    for seed in 0..<200 {
      let day = TinyDays.day(seed: UInt64(seed), features: .all)
      let travel = try TravelModel(day)
      guard let checked = try? RotaPlanner(day, travel: travel, settings: OptimiserSettings(budget: 200)).plan() else {
        continue
      }
      let account = CostAccount(checked.rota, of: day, travel: travel)
      let total = account.entries.reduce(0) { $0 + $1.pence.value }
      #expect(total == checked.score[Level(.cost)], "day \(seed)")
      let sums = CostAccount.sums(account.entries)
      #expect(sums.reduce(0) { $0 + $1.pence.value } == total && sums.allSatisfy { $0.pence > .zero })
      terms.formUnion(sums.map(\.term))
    }
    #expect(terms == Set(CostAccount.Term.allCases))
  }

  @Test(
    "of a call that is done: the cost with and without it, and other ways in the order of what the day would be worth")
  func placements() throws {
    var alternatives = 0
    for seed in 0..<150 {
      let day = TinyDays.day(seed: UInt64(seed), features: .usual)
      let travel = try TravelModel(day)
      guard let checked = try? RotaPlanner(day, travel: travel, settings: OptimiserSettings(budget: 2000)).plan() else {
        continue
      }
      let finder = PlacementFinder(checked, of: day, travel: travel)
      for visit in day.visits {
        guard let account = finder.account(of: visit) else {
          #expect(
            checked.rota.uncovered.contains(visit.id) || visit.state.isFact || day.level(of: visit).level == nil)
          continue
        }
        #expect(account.placement.workers.count == visit.demands.count)
        alternatives += account.alternatives.count
        for alternative in account.alternatives {
          // The rota is the best there is of so small a day, or as good.
          if let first = alternative.difference.first { #expect(first.by > 0, "day \(seed) \(visit.id)") }
          // Of a split shift the other part is another way, too.
          #expect(
            alternative.opening.workers != account.placement.workers
              || alternative.opening.start != account.placement.start)
        }
        let worth = account.alternatives.map { alternative in
          day.policy.ladder.levels.map { level in
            alternative.difference.first { $0.level == level }?.by ?? 0
          }
        }
        #expect(zip(worth, worth.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
      }
    }
    #expect(alternatives > 50)
  }
}
