import CareModel
import Quantities
import Testing

@Suite("Steps of an episode (R75, R19, R23)")
struct EpisodeStepTests {
  private static let start = LondonDay.date
  private static let visitAt = LondonDay.at(hours: 4)

  private static func record(
    _ state: EpisodeRecord.State, start: CivilDate = start, extension more: Episode.Extension? = nil,
    packages: [PackageVersion] = [], firstVisitAt: Instant? = nil, awaitingSince: CivilDate? = nil,
    endedOn: CivilDate? = nil, endReason: EpisodeRecord.EndReason? = nil
  ) -> EpisodeRecord {
    EpisodeRecord(
      episode: Episode(
        id: LondonDay.episode, person: LondonDay.person, referral: LondonDay.referral, startDate: start,
        extension: more),
      packages: packages,
      clocks: EpisodeClocks(firstVisitAt: firstVisitAt, predictedEnds: [.init(madeOn: start, end: start)]),
      state: state,
      awaitingOnwardSince: awaitingSince, plannedEnd: start.adding(days: 20), endedOn: endedOn, endReason: endReason)
  }

  private static func more(
    _ day: Int, by name: String = "team manager", reason: String = "waits for a rail"
  ) -> Episode.Extension {
    Episode.Extension(lastDay: start.adding(days: day), authorisedBy: name, reason: reason)
  }

  /// Every step as it should be taken, and what it makes of a record in the states that allow it.
  private static let permitted: [(step: EpisodeStep, states: [EpisodeRecord.State: EpisodeRecord])] = [
    (.firstVisit(at: visitAt, on: start), [.preStart: record(.active, firstVisitAt: visitAt)]),
    (.suspend, [.active: record(.suspended), .awaitingOnward: record(.suspended)]),
    (.restart(on: start.adding(days: 7), heldUntil: start.adding(days: 7)), [.suspended: record(.active)]),
    (.awaitOnward(since: start), [.active: record(.awaitingOnward, awaitingSince: start)]),
    (.carryOn, [.awaitingOnward: record(.active)]),
    (
      .extend(more(50)),
      [
        .active: record(.active, extension: more(50)), .suspended: record(.suspended, extension: more(50)),
        .awaitingOnward: record(.awaitingOnward, extension: more(50)),
      ]
    ),
    (
      .end(on: start, reason: .independent),
      Dictionary(
        uniqueKeysWithValues: EpisodeRecord.State.allCases.filter { $0 != .ended }
          .map { ($0, record(.ended, endedOn: start, endReason: .independent)) })
    ),
  ]

  private func expect(
    _ reason: StepRefusal.Reason, for step: EpisodeStep, of record: EpisodeRecord,
    at location: SourceLocation = #_sourceLocation
  ) {
    do throws(StepRefusal) {
      let next = try record.taking(step)
      Issue.record("\(step.name) from \(record.state) is taken, to \(next.state)", sourceLocation: location)
    } catch {
      let found = (error.step, error.state, error.reason)
      #expect(found == (step.name, record.state.rawValue, reason), sourceLocation: location)
    }
  }

  @Test("each step from each state leads where it should, or is refused with the reason", arguments: permitted.indices)
  func table(_ place: Int) throws {
    let (step, states) = Self.permitted[place]
    for state in EpisodeRecord.State.allCases {
      if let next = states[state] {
        #expect(try Self.record(state).taking(step) == next, "\(step.name) from \(state)")
      } else {
        expect(state == .ended ? .closed : .wrongState, for: step, of: Self.record(state))
      }
    }
  }

  @Test("every step is in the table, each under a name of its own")
  func names() {
    let names = ["firstVisit", "suspend", "restart", "awaitOnward", "carryOn", "extend", "end"]
    #expect(Self.permitted.map(\.step.name) == names)
  }

  @Test("day 1 is the day on which the first visit is made, and the package comes with it")
  func firstVisit() throws {
    func package(from day: Int) -> PackageVersion {
      PackageVersion(effectiveFrom: Self.start.adding(days: day), lines: [])
    }
    func begun(on day: Int) throws -> EpisodeRecord {
      try Self.record(.preStart, packages: [package(from: 0), package(from: 7)])
        .taking(.firstVisit(at: Self.visitAt, on: Self.start.adding(days: day)))
    }
    #expect(try begun(on: 1).episode.startDate == Self.start.adding(days: 1))
    #expect(try begun(on: 1).packages == [package(from: 0), package(from: 7)])
    // A day sooner than was thought.
    #expect(try begun(on: -1).episode.startDate == Self.start.adding(days: -1))
    #expect(try begun(on: -1).packages == [package(from: -1), package(from: 7)])
  }

  @Test("after the held days the person starts anew")
  func heldDays() throws {
    let last = Self.start.adding(days: 7)
    #expect(try Self.record(.suspended).taking(.restart(on: last, heldUntil: last)).state == .active)
    expect(.heldDaysOver, for: .restart(on: last.adding(days: 1), heldUntil: last), of: Self.record(.suspended))
  }

  @Test("whoever waited for a provider before hospital waits for one after it")
  func backToWaiting() throws {
    let waiting = Self.record(.awaitingOnward, awaitingSince: Self.start)
    let back = try waiting.taking(.suspend).taking(.restart(on: Self.start, heldUntil: Self.start))
    #expect(back == waiting)
  }

  @Test("whoever carries on after all waits for nobody")
  func carryOn() throws {
    let waiting = try Self.record(.active).taking(.awaitOnward(since: Self.start))
    #expect(try waiting.taking(.carryOn) == Self.record(.active))
  }

  @Test("more days need a name and a reason (R23)")
  func extensionNamed() {
    for state in [EpisodeRecord.State.active, .suspended, .awaitingOnward] {
      expect(.notNamed, for: .extend(Self.more(50, by: "")), of: Self.record(state))
      expect(.notNamed, for: .extend(Self.more(50, reason: "")), of: Self.record(state))
    }
  }

  @Test("a further extension is longer than the one before")
  func extensionLonger() throws {
    let extended = Self.record(.active, extension: Self.more(50))
    expect(.outOfOrder, for: .extend(Self.more(50)), of: extended)
    #expect(try extended.taking(.extend(Self.more(51))).episode.extension == Self.more(51))
    expect(.outOfOrder, for: .extend(Self.more(-1)), of: Self.record(.active))
    #expect(try Self.record(.active).taking(.extend(Self.more(0))).episode.extension == Self.more(0))
  }

  @Test("nothing ends or waits before its first day; what has not begun may end on any")
  func order() throws {
    let before = Self.start.adding(days: -1)
    expect(.outOfOrder, for: .awaitOnward(since: before), of: Self.record(.active))
    for state in [EpisodeRecord.State.active, .suspended, .awaitingOnward] {
      expect(.outOfOrder, for: .end(on: before, reason: .died), of: Self.record(state))
    }
    let ended = try Self.record(.preStart).taking(.end(on: before, reason: .declined))
    #expect(ended.endedOn == before)
    #expect(ended.endReason == .declined)
  }
}
