import CareModel
import EpisodePlanning
import Foundation
import Interchange
import Quantities
import SyntheticCaseloads
import Testing

@Suite("Invented services, planned")
struct PlannedServicesTests {
  struct Invented: Sendable, CustomStringConvertible {
    let preset: ServicePreset
    let seed: UInt64
    let isTight: Bool
    var description: String { "\(preset) seed \(seed)\(isTight ? " tight" : "")" }

    var service: Service {
      var parameters = preset.parameters(seed: seed)
      if isTight { ServiceMix.tight.apply(to: &parameters) }
      return ServiceGenerator(parameters).service
    }
  }

  static let all =
    (1...6).map { Invented(preset: .tiny, seed: $0, isTight: $0 % 2 == 0) }
    + (1...4).map { Invented(preset: .smallBorough, seed: $0, isTight: $0 % 2 == 0) }

  @Test("every clock is kept, or the plan says that it isn't; nobody is lost", arguments: all)
  func nothingSilent(invented: Invented) {
    let service = invented.service
    let plan = EpisodePlanner(service).plan()
    #expect(plan == EpisodePlanner(service).plan())
    // Everybody who waits is in the queue, once.
    let waiting = OpenReferrals(service).records.map(\.id)
    #expect(plan.starts.map(\.referral) == waiting)
    for start in plan.starts {
      let isLate = start.lateBy > .zero || start.deadline < service.asOf
      let isTold = plan.breaches.contains { $0.clock == .response && $0.referral == start.referral }
      #expect(isLate ? isTold : true, "\(start.referral)")
      if case .waits = start.outcome, start.state == .accepted { #expect(isTold) }
    }
    for record in service.episodes where record.isRunning(on: service.today) && record.episode.kind == .reablement {
      let last = record.episode.lastPermittedDay(policy: service.policy)
      let calls = plan.calls.filter { $0.episode == record.id }
      // After the last permitted day nothing but what goes on as bridging, or was booked before.
      #expect(calls.allSatisfy { $0.date <= last || $0.basis == .bridging || $0.basis == .booked })
      if last < service.today, !record.episode.isHandoverRecorded {
        #expect(plan.tasks.contains { $0.kind == .authoriser && $0.episode == record.id })
      }
    }
    // What is planned lies in the days that are shown, and what is placed by its last permitted day or told.
    #expect(plan.calls.allSatisfy { plan.firstDay <= $0.date && $0.date <= plan.lastDay })
    for call in plan.calls where call.basis == .planned {
      guard let last = call.lastPermittedDay, call.date > last else { continue }
      #expect(plan.breaches.contains { $0.episode == call.episode })
    }
    for level in plan.account.levels { #expect(level.bound.map { $0 <= level.value } ?? true) }
  }

  @Test(
    "a lower rank never takes what a higher one could have used: without those behind, nobody starts better",
    arguments: all)
  func order(invented: Invented) {
    let service = invented.service
    let plan = EpisodePlanner(service).plan()
    let ranks = service.policy.careHomeRiskScope.ranks
    for rank in ranks {
      let ahead = Set(ranks.prefix { $0 != rank } + [rank])
      let kept = plan.starts.filter { ahead.contains($0.rank) }
      guard kept.count < plan.starts.count else { continue }
      let alone = service.keeping(Set(kept.map(\.referral)), of: Set(plan.starts.map(\.referral)))
      let without = EpisodePlanner(alone).plan()
      let late = kept.map { $0.lateBy.value }.reduce(0, +)
      let lateAlone = without.starts.map { $0.lateBy.value }.reduce(0, +)
      let placed = kept.filter { if case .starts = $0.outcome { true } else { false } }.count
      let placedAlone = without.starts.filter { if case .starts = $0.outcome { true } else { false } }.count
      #expect(placed == placedAlone, "\(rank.name)")
      #expect(placed < placedAlone || late == lateAlone, "\(rank.name)")
    }
  }
}

extension Service {
  /// The same service without some of those who wait.
  fileprivate func keeping(_ kept: Set<ReferralID>, of waiting: Set<ReferralID>) -> Service {
    Service(
      title: title, isInvented: isInvented, asOf: asOf, calendar: calendar, policy: policy, places: places,
      matrices: matrices, people: people,
      referrals: referrals.filter { !waiting.contains($0.id) || kept.contains($0.id) }, episodes: episodes,
      staff: staff, appointments: appointments, quarantine: quarantine)
  }
}
