import CareModel
import EpisodePlanning
import Quantities
import Testing

/// Today is Tuesday 24 November 2026.
@Suite("Repeat episodes (R19)")
struct RepeatEpisodesTests {
  private func record(
    _ id: String, from start: String, ended: String? = nil, person: String = "p-1", kind: Episode.Kind = .reablement,
    state: EpisodeRecord.State? = nil
  ) -> EpisodeRecord {
    EpisodeRecord(
      episode: Episode(id: EpisodeID(id), person: PersonID(person), kind: kind, startDate: date(start)),
      packages: [package(from: start, [line("morning", "08:00", "09:00")])],
      state: state ?? (ended == nil ? .active : .ended), endedOn: ended.map(date))
  }

  private func made(_ episodes: EpisodeRecord..., referrals: [ReferralRecord] = []) -> InventedService {
    var parts = InventedService()
    parts.episodes = episodes
    parts.referrals = referrals
    return parts
  }

  private func repeats(_ episodes: EpisodeRecord...) -> [RepeatEpisode] {
    var parts = InventedService()
    parts.episodes = episodes
    return RepeatEpisodes(parts.service).repeats(among: [])
  }

  @Test("91 days after the end of the earlier one count, 92 do not; on the very day does")
  func edge() {
    let now = record("e-2", from: "2026-11-20")
    #expect(
      repeats(record("e-1", from: "2026-07-20", ended: "2026-08-21"), now) == [
        RepeatEpisode(
          person: PersonID("p-1"), earlier: EpisodeID("e-1"), earlierEnd: date("2026-08-21"),
          now: .episode(EpisodeID("e-2")), daysBetween: 91)
      ])
    #expect(repeats(record("e-1", from: "2026-07-20", ended: "2026-08-20"), now).isEmpty)
    #expect(repeats(record("e-1", from: "2026-10-20", ended: "2026-11-20"), now).map(\.daysBetween) == [0])
  }

  @Test("the setting says how many days")
  func setting() {
    var parts = made(record("e-1", from: "2026-07-20", ended: "2026-11-10"), record("e-2", from: "2026-11-20"))
    parts.policy.clocks.repeatWithinDays = 9
    #expect(RepeatEpisodes(parts.service).repeats(among: []).isEmpty)
    parts.policy.clocks.repeatWithinDays = 10
    #expect(RepeatEpisodes(parts.service).repeats(among: []).count == 1)
  }

  @Test("what has not ended before is none: still running, ended later, another person's, or bridging")
  func none() {
    let now = record("e-2", from: "2026-11-20")
    #expect(repeats(record("e-1", from: "2026-10-20"), now).isEmpty)
    #expect(repeats(record("e-1", from: "2026-10-20", ended: "2026-11-21"), now).isEmpty)
    // Its end is ordered, and nobody has ended it.
    #expect(repeats(record("e-1", from: "2026-10-20", ended: "2026-11-19", state: .active), now).isEmpty)
    #expect(repeats(record("e-1", from: "2026-10-20", ended: "2026-11-19", person: "p-2"), now).isEmpty)
    #expect(repeats(record("e-1", from: "2026-10-20", ended: "2026-11-19", kind: .bridging), now).isEmpty)
    let bridging = record("e-2", from: "2026-11-20", kind: .bridging)
    #expect(repeats(record("e-1", from: "2026-10-20", ended: "2026-11-19"), bridging).isEmpty)
    #expect(repeats(record("e-1", from: "2026-10-20", ended: "2026-11-19")).isEmpty)
    let over = record("e-2", from: "2026-11-20", ended: "2026-11-24")
    #expect(repeats(record("e-1", from: "2026-10-20", ended: "2026-11-19"), over).isEmpty)
  }

  @Test("of several earlier ones the last counts")
  func last() {
    let found = repeats(
      record("e-1", from: "2026-08-01", ended: "2026-09-01"), record("e-0", from: "2026-09-10", ended: "2026-10-10"),
      record("e-2", from: "2026-11-20"))
    #expect(found.map(\.earlier) == [EpisodeID("e-0")] && found.map(\.daysBetween) == [41])
  }

  @Test("a start counts from the day on which it is planned; one without a day from the first that it could be")
  func starts() throws {
    var parts = made(
      record("e-1", from: "2026-07-20", ended: "2026-08-25"), referrals: [referral()])
    // Nobody is on duty: it waits, and the first day that it could be is today, 91 days after.
    let waiting = EpisodePlanner(parts.service, days: 14).plan()
    #expect(waiting.repeats.map(\.now) == [.referral(ReferralID("r-1"))] && waiting.repeats[0].daysBetween == 91)
    let late = RepeatEpisodes(parts.service).repeats(
      among: waiting.starts.map { start in
        PlannedStart(
          referral: start.referral, person: start.person, rank: start.rank, patch: nil, state: start.state,
          receivedAt: start.receivedAt, readyFrom: nil, mustRingWard: false, deadline: start.deadline,
          literalDeadline: start.literalDeadline, nationalDeadline: start.nationalDeadline,
          outcome: .starts(
            PlannedStart.Start(date: date("2026-11-25"), part: .midday, earliest: instant("2026-11-25", "11:00"))))
      })
    #expect(late.isEmpty)
    parts.referrals = [referral(readyFrom: instant("2026-11-25", "10:00"))]
    #expect(EpisodePlanner(parts.service, days: 14).plan().repeats.isEmpty)
  }

  @Test("it ranks nobody: with and without the earlier episode the plan is the same but for what it tells")
  func ranking() {
    var parts = made(referrals: [referral()])
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "22:00")) }])]
    let before = EpisodePlanner(parts.service, days: 14).plan()
    parts.episodes = [record("e-1", from: "2026-09-20", ended: "2026-11-10")]
    let after = EpisodePlanner(parts.service, days: 14).plan()
    #expect(before.repeats.isEmpty && after.repeats.count == 1)
    #expect(before.starts == after.starts && before.calls == after.calls && before.account == after.account)
    #expect(before.tasks == after.tasks && before.longestWaits == after.longestWaits)
  }
}
