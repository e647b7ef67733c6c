import CareModel
import Quantities
import Testing

@Suite("The last permitted day in Documentation/levels.md")
struct LastPermittedDayDocumentTests {
  /// A line of the table for one value of each of its columns.
  private struct Situation {
    let kind: Episode.Kind
    let day: Int
    let extendedTo: Int?
    let isHandoverRecorded: Bool
    let afterLimit: Policy.AfterLimit
    let isStopOrdered: Bool

    var caseload: Caseload {
      var policy = Policy()
      policy.afterLimit = afterLimit
      let start = LondonDay.date.adding(days: 1 - day)
      let episode = Episode(
        id: LondonDay.episode, person: LondonDay.person, kind: kind, startDate: start,
        extension: extendedTo.map {
          .init(lastDay: start.adding(days: $0 - 1), authorisedBy: "a manager", reason: "more to gain")
        }, isHandoverRecorded: isHandoverRecorded,
        stopAtLimit: isStopOrdered ? .init(orderedBy: "a manager") : nil)
      return LondonDay.caseload(policy: policy, episodes: [episode])
    }
  }

  private func situations(of row: [String: String]) throws -> [Situation] {
    let kind = try #require(Episode.Kind(rawValue: row["episode"] ?? ""))
    let day = try #require(row["day"].flatMap { Int($0) })
    let extended = row["extended to day"].flatMap { Int($0) }
    #expect(extended != nil || row["extended to day"] == "no")
    var situations: [Situation] = []
    for handover in try row.values("handover", of: LevelCase.answers) {
      for word in try row.values("afterLimit", of: Policy.AfterLimit.allCases.map(\.rawValue)) {
        let afterLimit = try #require(Policy.AfterLimit(rawValue: word))
        for stop in try row.values("stop ordered", of: LevelCase.answers) {
          situations.append(
            Situation(
              kind: kind, day: day, extendedTo: extended, isHandoverRecorded: handover == "yes", afterLimit: afterLimit,
              isStopOrdered: stop == "yes"))
        }
      }
    }
    return situations
  }

  @Test("each line of the table is what the model says of such a call, for every value that the line allows")
  func eachLine() throws {
    let table = try ProjectDocument("Documentation/levels.md").table(under: "The last permitted day")
    #expect(table.rows.count == 18)
    for row in table.rows {
      let isWanted = row["wanted"] == "yes"
      for situation in try situations(of: row) {
        let caseload = situation.caseload
        for word in try row.values("consequence", of: LevelCase.consequences) {
          let consequence = try #require(Consequence(rawValue: word))
          for kind in [Visit.Kind.personalCare, .therapy, .other] {
            let visit = LondonDay.visit(kind, episode: LondonDay.episode, consequence: consequence)
            #expect((caseload.level(of: visit).level != nil) == isWanted, "\(row), \(kind)")
            #expect(caseload.isPastLimit(visit) == !isWanted, "\(row), \(kind)")
            #expect(caseload.isBridging(visit) == (row["bridging"] == "yes"), "\(row), \(kind)")
            if !isWanted { #expect(caseload.level(of: visit) == .notWanted(.afterLastPermittedDay)) }
          }
        }
      }
    }
  }

  @Test("a bridging call counts at the level that it had before the limit")
  func bridgingKeepsItsLevel() {
    for consequence in [Consequence.medium, .high] {
      for isTimeCritical in [true, false] {
        let visit = LondonDay.visit(
          episode: LondonDay.episode, consequence: consequence, isTimeCritical: isTimeCritical)
        let levels = [42, 43].map { day in
          Situation(
            kind: .reablement, day: day, extendedTo: nil, isHandoverRecorded: false, afterLimit: .bridge,
            isStopOrdered: false
          ).caseload.level(of: visit)
        }
        #expect(levels[0] == levels[1])
      }
    }
  }

  @Test("care plans and reviews are never bridging calls, whatever their consequence")
  func clocksAreNotBridged() {
    for kind in [Visit.Kind.carePlan, .review, .dischargeReview] {
      let visit = LondonDay.visit(
        kind, episode: LondonDay.episode, consequence: .high, lastPermittedDay: LondonDay.date)
      for (day, isWanted) in [(42, true), (43, false)] {
        let caseload = Situation(
          kind: .reablement, day: day, extendedTo: nil, isHandoverRecorded: false, afterLimit: .bridge,
          isStopOrdered: false
        ).caseload
        #expect(!caseload.isBridging(visit))
        #expect((caseload.level(of: visit).level != nil) == isWanted)
      }
    }
  }

  @Test("day 43 without a word from anybody heads the output; with an extension or a handover it doesn't")
  func unauthorised() {
    func listed(day: Int, extendedTo: Int? = nil, isHandoverRecorded: Bool = false, kind: Episode.Kind = .reablement)
      -> [Int]
    {
      Situation(
        kind: kind, day: day, extendedTo: extendedTo, isHandoverRecorded: isHandoverRecorded, afterLimit: .bridge,
        isStopOrdered: false
      ).caseload.unauthorisedEpisodes.map(\.day)
    }
    #expect(listed(day: 42) == [])
    #expect(listed(day: 43) == [43])
    #expect(listed(day: 44) == [44])
    #expect(listed(day: 44, extendedTo: 44) == [])
    #expect(listed(day: 45, extendedTo: 44) == [45])
    #expect(listed(day: 44, isHandoverRecorded: true) == [])
    #expect(listed(day: 60, kind: .bridging) == [])
  }

  @Test("the limit is the policy's number of days, the first visit's day included")
  func daysOfThePolicy() {
    var policy = Policy()
    let episode = Episode(id: LondonDay.episode, person: LondonDay.person, startDate: LondonDay.date)
    #expect(episode.dayNumber(on: LondonDay.date) == 1)
    #expect(episode.lastPermittedDay(policy: policy) == LondonDay.date.adding(days: 41))
    #expect(episode.dayNumber(on: episode.lastPermittedDay(policy: policy)) == 42)
    policy.reablementDays = 1
    #expect(episode.lastPermittedDay(policy: policy) == LondonDay.date)
  }
}
