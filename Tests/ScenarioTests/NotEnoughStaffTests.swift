import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("The scenario not-enough-staff")
struct NotEnoughStaffTests {
  /// Essential calls that wait although they would fit if every call that ranks behind them gave way.
  ///
  /// Such a rota would be in the wrong order: the others could be dropped for the one. Found by trying every worker and start, all
  /// that is left as it is, with the checker as judge.
  private func passedOver(_ rota: Rota, of day: PlannedDay) -> [VisitID] {
    rota.uncovered.compactMap(day.caseload.visit).filter { visit in
      guard let level = day.caseload.level(of: visit).level, level.kind.isEssential, visit.demands.count == 1,
        let rung = day.rung(of: visit)
      else { return false }
      let behind = day.caseload.visits.filter { ranks($0, behind: rung, in: day) }.map(\.id)
      return fits(visit, into: rota.without(behind), of: day)
    }.map(\.id)
  }

  /// A first visit goes with its start: where another call of it ranks before, neither gives way.
  private func ranks(_ visit: Visit, behind rung: Int, in day: PlannedDay) -> Bool {
    let start = day.caseload.visits.filter { $0.referral == visit.referral && visit.kind == .firstResponse }
    return ([visit] + start).allSatisfy { call in day.rung(of: call).map { $0 > rung } ?? true }
  }

  private func fits(_ visit: Visit, into rota: Rota, of day: PlannedDay) -> Bool {
    let grain = day.caseload.policy.timeGrain.value
    let duties = day.caseload.workers.filter(visit.demands[0].isMet).flatMap { worker in
      worker.dutyPeriods.map { (worker: worker.id, duty: $0) }
    }
    for window in visit.windows {
      for elapsed in stride(from: 0, through: window.safe.length.value, by: grain) {
        let start = window.safe.start + Seconds(elapsed)
        let stop = Stop(visit: visit.id, demand: 0, start: start, end: start + visit.length)
        for (worker, duty) in duties where duty.hours.contains(start) {
          let tried = rota.adding(stop, to: duty.id, of: worker)
          if RotaChecker.check(tried, of: day.caseload, travel: day.travel).isPublishable { return true }
        }
      }
    }
    return false
  }

  @Test("somebody waits: there is more work than hours")
  func somebodyWaits() throws {
    let day = try PlannedDay.shipped("not-enough-staff")
    #expect(day.checked.score.total(.response) > 0)
    let duties = day.caseload.workers.filter { $0.role == .rehabilitationAssistant }.flatMap(\.dutyPeriods)
    let hours = duties.reduce(Minutes.zero) { sum, duty in
      duty.breaks.reduce(sum + Minutes(duty.hours.length.value / 60)) { $0 - $1.length }
    }
    let work = day.caseload.visits.flatMap(\.demands).filter { $0.roles.contains(.rehabilitationAssistant) }
      .reduce(Minutes.zero) { $0 + $1.length + Minutes(8) }
    #expect(work.value * 10 >= hours.value * 13)
  }

  @Test("nobody waits whose place was taken by somebody further down the ladder")
  func inOrder() throws {
    let day = try PlannedDay.shipped("not-enough-staff")
    #expect(passedOver(day.rota, of: day) == [])
  }

  @Test("first visits are made rank by rank: who is served ranks no lower than anybody who waits")
  func ranks() throws {
    let day = try PlannedDay.shipped("not-enough-staff")
    let first = day.caseload.visits.filter { $0.kind == .firstResponse }
    let ladder = day.caseload.policy.careHomeRiskScope.ranks
    func places(_ visits: [Visit]) -> [Int] {
      visits.compactMap { visit in ladder.firstIndex(of: day.caseload.rank(of: visit)) }
    }
    let served = places(first.filter { day.isCovered($0.id) })
    let waiting = places(first.filter { !day.isCovered($0.id) })
    #expect(served.count + waiting.count == 6 && !served.isEmpty && !waiting.isEmpty)
    #expect((served.max() ?? 0) < (waiting.min() ?? 0))
  }

  @Test("a rota in which somebody was passed over is seen to be one")
  func wrongOrder() throws {
    let day = try PlannedDay.shipped("not-enough-staff")
    let first = VisitID("p-003-first")
    let start = try #require(day.stops(of: first).first).stop.start
    // Their room is given to somebody further down.
    let behind = VisitID("p-026-therapy")
    let worker = WorkerID("t-01")
    let length = try #require(day.caseload.visit(behind)).length
    let bundle = day.caseload.visits.filter { $0.person == PersonID("p-003") }.map(\.id)
    let wrong = day.rota.without(bundle + [behind])
      .adding(Stop(visit: behind, demand: 0, start: start, end: start + length), to: DutyID("t-01"), of: worker)
    #expect(passedOver(wrong, of: day).contains(first))
  }
}

extension Rota {
  /// The same rota with some of its calls left out and listed as uncovered.
  func without(_ calls: [VisitID]) -> Rota {
    let leaving = Set(calls)
    let runs = runs.map { run in
      let stops = run.stops.filter { !leaving.contains($0.visit) }
      return Run(worker: run.worker, duty: run.duty, stops: stops, breaks: run.breaks)
    }
    return Rota(
      serviceDate: serviceDate, asOf: asOf, runs: runs.filter { !$0.stops.isEmpty },
      uncovered: Array(Set(uncovered).union(leaving)), provenance: nil)
  }

  /// The same rota with one stop more, in its place in time.
  func adding(_ stop: Stop, to duty: DutyID, of worker: WorkerID) -> Rota {
    var longer = runs.filter { $0.duty != duty }
    let old = runs.first { $0.duty == duty }
    let stops = ((old?.stops ?? []) + [stop]).sorted { $0.start < $1.start }
    longer.append(Run(worker: worker, duty: duty, stops: stops, breaks: old?.breaks ?? []))
    return Rota(
      serviceDate: serviceDate, asOf: asOf, runs: longer, uncovered: uncovered.filter { $0 != stop.visit })
  }
}
