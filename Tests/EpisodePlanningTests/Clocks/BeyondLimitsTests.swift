import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Past the six weeks, and on whose word (R23)")
struct BeyondLimitsTests {
  private func beyond(_ record: EpisodeRecord, policy: Policy = Policy()) -> [String] {
    var parts = InventedService()
    parts.policy = policy
    parts.episodes = [record]
    return EpisodePlanner(parts.service, days: 7).plan().beyondLimit.map { found in
      "\(found.day) \(found.lastPermittedDay) \(found.standing) \(found.extension?.authorisedBy ?? "-")"
    }
  }

  @Test("day 42 is not past them, day 43 is")
  func from() {
    #expect(beyond(running(start: "2026-10-14")).isEmpty)
    #expect(beyond(running(start: "2026-10-13")) == ["43 2026-11-23 noAuthoriser -"])
    #expect(beyond(running(start: "2026-10-13", kind: .visionRehabilitation)).isEmpty)
    #expect(beyond(running(start: "2026-10-13", kind: .bridging)).isEmpty)
  }

  @Test("inside an extension it goes on by a named person's word, behind it by nobody's; one that adds no day is none")
  func extended() throws {
    #expect(beyond(running(start: "2026-10-13", extended: "2026-11-24")) == ["43 2026-11-24 extended team manager"])
    #expect(beyond(running(start: "2026-10-01", extended: "2026-11-23")) == ["55 2026-11-23 noAuthoriser team manager"])
    #expect(beyond(running(start: "2026-10-13", extended: "2026-11-23")) == ["43 2026-11-23 noAuthoriser -"])
  }

  @Test("a recorded handover or a named person's order to stop is told as such")
  func otherwise() {
    #expect(beyond(running(start: "2026-10-13", handedOver: true)) == ["43 2026-11-23 handedOver -"])
    let stop = Policy.with { $0.afterLimit = .stop }
    #expect(beyond(running(start: "2026-10-13", stopped: true), policy: stop) == ["43 2026-11-23 stopped -"])
  }

  @Test("those without an authoriser stand first, then who has been past them longest")
  func order() {
    var parts = InventedService()
    parts.episodes = [("e-1", "2026-10-01", "2026-12-20"), ("e-2", "2026-10-10", nil), ("e-3", "2026-10-05", nil)].map {
      id, start, last in
      EpisodeRecord(
        episode: Episode(
          id: EpisodeID(id), person: PersonID("p-1"), startDate: date(start),
          extension: last.map { Episode.Extension(lastDay: date($0), authorisedBy: "A", reason: "b") }), packages: [])
    }
    #expect(EpisodePlanner(parts.service, days: 7).plan().beyondLimit.map(\.episode.text) == ["e-3", "e-2", "e-1"])
  }
}
