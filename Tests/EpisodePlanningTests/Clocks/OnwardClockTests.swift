import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Who goes on caring (R45, R46)")
struct OnwardClockTests {
  private func clock(_ record: EpisodeRecord, policy: Policy = Policy()) -> OnwardClock {
    OnwardClock(record, policy: policy)
  }

  @Test("it is asked on day 21, and written down by day 35")
  func days() {
    #expect(clock(running()).askOn == date("2026-11-30"))
    #expect(clock(running()).recordBy == date("2026-12-14"))
    let policy = Policy.with {
      $0.clocks.onwardTriggerDay = 1
      $0.clocks.handoverDay = 42
    }
    #expect(clock(running(), policy: policy).askOn == date("2026-11-10"))
    #expect(clock(running(), policy: policy).recordBy == date("2026-12-21"))
  }

  @Test("the answer says whether it is needed")
  func answer() {
    #expect(clock(running()).askedOn == nil)
    #expect(!clock(running()).isNeeded)
    let needed = clock(running(asked: ("2026-11-28", true)))
    #expect(needed.askedOn == date("2026-11-28"))
    #expect(needed.isNeeded)
    #expect(!clock(running(asked: ("2026-11-28", false))).isNeeded)
  }

  @Test("whoever waits for a provider needs one, whatever was thought before")
  func awaiting() {
    #expect(clock(running(awaitingSince: "2026-12-01")).isNeeded)
    #expect(clock(running(asked: ("2026-11-28", false), awaitingSince: "2026-12-01")).isNeeded)
  }

  @Test("the record of the episode says whether the handover is written down")
  func recorded() {
    #expect(!clock(running()).isRecorded)
    #expect(clock(running(handedOver: true)).isRecorded)
  }
}
