import CareModel
import Explanations
import Presentation
import Testing

@Suite("Reasons in words")
struct ObstacleWordsTests {
  private func explanation(_ obstacles: [(Explanation.Obstacle, Int)]) -> Explanation {
    Explanation(
      visit: VisitID("v-1"), matter: .uncovered,
      obstacles: obstacles.map { Explanation.ObstacleCount(obstacle: $0.0, duties: $0.1) }, nextPossible: nil)
  }

  @Test("where nobody of the trade is on duty no run is spoken of")
  func nobody() {
    let none = explanation([(.noSuchRoleOrSkill, 12)])
    #expect(none.shortReason(hours: "08:00–10:00") == "nobody on duty today has the role and skill")
    #expect(none.reasons(hours: "") == ["nobody on duty today has the role and skill"])
    let later = explanation([(.noSuchRoleOrSkill, 11), (.notOnDuty, 1)])
    #expect(later.shortReason(hours: "") == "nobody with the role and skill is on duty then")
  }

  @Test("otherwise what can be changed comes first, with its hours")
  func full() {
    let full = explanation([(.noSuchRoleOrSkill, 9), (.dutyFull, 2)])
    #expect(full.shortReason(hours: "08:00–10:00") == "2 runs full 08:00–10:00, 9 runs without the role or skill")
    #expect(full.reasons(hours: "").count == 2)
  }
}
