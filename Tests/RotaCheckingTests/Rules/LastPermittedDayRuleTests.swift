import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("The last permitted day")
struct LastPermittedDayRuleTests {
  /// An episode in which the tiny day has this number.
  private func day(
    _ number: Int, consequence: Consequence = .low, extension: Episode.Extension? = nil, handover: Bool = false
  ) -> TinyDay {
    var day = TinyDay([TinyDay.visit(episode: "e1", consequence: consequence)])
    day.episodes = [
      Episode(
        id: EpisodeID("e1"), person: PersonID("p1"), startDate: TinyDay.serviceDate.adding(days: 1 - number),
        extension: `extension`, isHandoverRecorded: handover)
    ]
    return day
  }
  private let rota = [run([stop("v1", "08:00")])]

  @Test("day 42 is the last", arguments: [(42, true), (43, false)])
  func limit(number: Int, isKept: Bool) {
    #expect(day(number).broken(rota) == (isKept ? [] : [.lastPermittedDay]))
    guard !isKept else { return }
    #expect(day(number).findings(.lastPermittedDay, rota).map(\.limit) == ["until day 42"])
    #expect(day(number).broken([]) == [])
  }

  @Test("an extension moves it, and essential calls go on until somebody takes over")
  func extensionAndBridging() {
    let granted = Episode.Extension(
      lastDay: TinyDay.serviceDate, authorisedBy: "team manager", reason: "still gaining")
    #expect(day(50, extension: granted).broken(rota) == [])
    #expect(day(43, consequence: .medium).broken(rota) == [])
    #expect(day(43, consequence: .medium, handover: true).broken(rota) == [.lastPermittedDay])
  }
}
