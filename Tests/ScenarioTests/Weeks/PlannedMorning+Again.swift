import CareModel
import Interchange
import Quantities

/// What shows only when the plan is made again.
extension PlannedMorning {
  /// Without all who are served behind a rank and have no promise, neither its starts nor its levels get any better.
  ///
  /// A level that the plan itself doesn't call proven is open, and ends the comparison.
  func takenByLowerRanks() throws -> [String] {
    let promised = Set(service.appointments.filter { $0.date >= service.today }.compactMap(\.referral))
    let ranks = service.policy.careHomeRiskScope.ranks
    let names = plan.account.levels.map(\.name)
    var found: [String] = []
    for (index, rank) in ranks.enumerated() {
      let behind = Set(ranks.dropFirst(index + 1))
      let moved = Set(
        plan.starts.filter { behind.contains($0.rank) && !promised.contains($0.referral) }.map(\.referral))
      let ahead = ranks.prefix(index + 1)
      guard !moved.isEmpty, let last = names.lastIndex(of: rank.name + "FirstDay"),
        plan.account.levels.prefix(last + 1).contains(where: { $0.value > 0 })
          || ahead.contains(where: { lateness(of: $0, in: plan).contains { $0 > 0 } })
      else { continue }
      let alone = try planner(service.with(referrals: service.referrals.filter { !moved.contains($0.id) }))
      let levels = zip(plan.account.levels, alone.account.levels).prefix(last + 1)
      let isProven = levels.allSatisfy { $0.0.bound == $0.0.value }
      if let better = levels.first(where: { $0.0.bound != $0.0.value || $0.0.value != $0.1.value }),
        better.0.bound == better.0.value, better.1.value < better.0.value
      {
        found.append("\(better.0.name): \(better.0.value), without those behind \(better.1.value)")
      }
      // Of who holds time tentatively, a plan doesn't say when they would start.
      let isKnown = plan.starts.allSatisfy { start in
        !ahead.contains(start.rank) || (start.state == .accepted && service.referral(start.referral)?.needs != nil)
      }
      let (with, without) = (
        ahead.flatMap { lateness(of: $0, in: plan) }, ahead.flatMap { lateness(of: $0, in: alone) }
      )
      if isProven, isKnown, without.lexicographicallyPrecedes(with) {
        found.append("to \(rank.name): \(with), without those behind \(without)")
      }
    }
    return found
  }

  /// What comes of a rank's starts: those without a day, those late that were in time this morning, and lateness in
  /// quarter-hours, squared.
  private func lateness(of rank: Rank, in plan: EpisodePlan) -> [Int] {
    var sums = [0, 0, 0]
    for start in plan.starts where start.rank == rank {
      guard case .starts(let when) = start.outcome else {
        sums[0] += 1
        continue
      }
      guard when.earliest > start.deadline else { continue }
      sums[1] += start.deadline >= service.asOf ? 1 : 0
      let quarters = ((when.earliest - start.deadline).value + 899) / 900
      sums[2] += quarters * quarters
    }
    return sums
  }

  func otherBytes() throws -> [String] {
    let json = PlanDocument(plan, of: service).json
    let again = ServiceReader.read(json: Array(ServiceWriter.text(service).utf8), file: "again.json").service
    guard let again else { return ["the service can't be read again"] }
    return PlanDocument(try planner(again), of: again).json == json ? [] : ["another plan the second time"]
  }

  var lostInDocument: [String] {
    let reading = ServiceReader.read(json: Array(ServiceWriter.text(service).utf8), file: "service.json")
    let problems = (reading.problems + reading.warnings).map { "\($0.location): \($0.code) \($0.found)" }
    return problems + (reading.service == service || !problems.isEmpty ? [] : ["reads back as another service"])
  }
}
