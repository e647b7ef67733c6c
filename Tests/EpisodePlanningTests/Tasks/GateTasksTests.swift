import CareModel
import EpisodePlanning
import Quantities
import Testing

/// Today is Tuesday 24 November 2026.
@Suite("Tasks for the gate before acceptance (R5, R6)")
struct GateTasksTests {
  private func tasks(_ record: ReferralRecord) -> [DueTask] {
    var parts = InventedService()
    parts.referrals = [record]
    return DueTasks(parts.service).through(date("2027-11-24")).filter {
      $0.kind == .contactAssessment || $0.kind == .decision
    }
  }

  @Test(
    "who has been accepted without a contact assessment by somebody who may hold it is to be assessed, by the response's deadline",
    arguments: [nil] + Role.allCases)
  func assessment(of role: Role?) {
    let record = waiting(state: .accepted, assessed: role.map { assessed("2026-11-24", "06:00", by: $0) })
    let found = tasks(record)
    if role == .careManager || role == .nurse {
      #expect(found.isEmpty)
    } else {
      #expect(found.map(\.kind) == [.contactAssessment])
      #expect(found.first?.deadline == instant("2026-11-25", "05:30"))
    }
  }

  @Test(
    "who has been accepted though an answer is no is to be decided about", arguments: [true, false], [true, false])
  func answers(needsCare: Bool, canEngage: Bool) {
    let held = assessed("2026-11-24", "06:00", needsCare: needsCare, canEngage: canEngage)
    #expect(
      tasks(waiting(state: .accepted, assessed: held)).map(\.kind) == (needsCare && canEngage ? [] : [.decision]))
  }

  /// When the assessment of somebody is due for whom time is held since 06:00 today.
  private func due(ready: Instant?) -> Instant? {
    tasks(waiting(received: instant("2026-11-24", "06:00"), ready: ready, state: .provisional)).first?.deadline
  }

  @Test("held tentatively, the assessment is due at the homecoming, and never before the response time is over (R18)")
  func provisional() {
    #expect(due(ready: instant("2026-11-26", "14:00")) == instant("2026-11-26", "14:00"))
    #expect(due(ready: instant("2026-11-25", "06:00")) == instant("2026-11-25", "06:00"))
    #expect(due(ready: instant("2026-11-24", "07:00")) == instant("2026-11-25", "06:00"))
    #expect(due(ready: instant("2026-11-20", "14:00")) == instant("2026-11-25", "06:00"))
    #expect(due(ready: nil) == instant("2026-11-25", "06:00"))
  }
}
