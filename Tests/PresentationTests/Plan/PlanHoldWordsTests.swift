import CareModel
import Presentation
import Quantities
import Testing

@Suite("A plan in words: what is held, and what the gate lacks")
struct PlanHoldWordsTests {
  private static let sample = HandMadePlan()

  private func remark(_ hold: TentativeHold?, _ obstacle: StartObstacle = .notAccepted(.received)) -> String {
    var plan = HandMadePlan()
    plan.starts = [plan.start("p-1", state: .received, hold: hold, .waits(obstacle))]
    // Long remarks go on in further lines.
    return plan.summary.replacing("\n      ", with: " ")
  }

  @Test("where time is held, until when, and how late that would be")
  func held() {
    let plan = Self.sample
    let text = remark(
      .held(
        TentativeHold.Held(date: plan.day(0), part: .evening, earliest: plan.at(0, 18), until: plan.at(2, 14))))
    #expect(text.contains("held tentatively for Tue 24 Nov evening until Thu 14:00; would miss 24 h by 2 h\n"))
    let inTime = remark(.held(TentativeHold.Held(date: plan.day(0), part: .midday, earliest: plan.at(0, 11))))
    #expect(inTime.contains("held tentatively for Tue 24 Nov midday\n") && !inTime.contains("would miss"))
  }

  @Test("where needs are not known, that the first visit alone is held and what to ask for")
  func firstVisitAlone() {
    let plan = Self.sample
    let text = remark(
      .held(
        TentativeHold.Held(date: plan.day(0), part: .midday, earliest: plan.at(0, 11), isFirstVisitAlone: true)),
      .needsUnknown)
    #expect(text.contains("the first visit alone is held tentatively for Tue 24 Nov midday"))
    #expect(text.contains("ask what calls the person needs: nothing is held for them"))
  }

  @Test("where nothing is held it is said, and why")
  func nothing() {
    let plan = Self.sample
    #expect(remark(.over(plan.at(-1, 14))).contains("the hold was over Mon 14:00: nothing is held"))
    #expect(remark(.answeredNo).contains("the contact assessment has answered no: nothing is held"))
    #expect(remark(.noRoom(.tooLateToday(plan.at(0, 7)))).contains("nothing is held: today has no time left"))
    #expect(remark(.noRoom(.needsUnknown), .needsUnknown).contains("what the person needs; nothing is held\n"))
    #expect(!remark(nil).contains("held"))
  }

  private func task(_ kind: DueTask.Kind, _ state: Referral.State, by role: Role?, canEngage: Bool = true) -> String {
    var plan = HandMadePlan()
    plan.asked["p-1"] = ReferralRecord(
      referral: Referral(
        id: ReferralID("r-p-1"), person: PersonID("p-1"), referralClass: .newCommunity, receivedAt: plan.at(-1, 16),
        whereabouts: .home, state: state),
      contactAssessment: role.map {
        ReferralRecord.ContactAssessment(
          heldAt: plan.at(-1, 17), assessedBy: "assessor", role: $0, needsPersonalCare: true, canEngage: canEngage)
      })
    plan.tasks = [DueTask(kind, person: PersonID("p-1"), referral: ReferralID("r-p-1"), dueOn: plan.today)]
    return plan.summary
  }

  @Test("a task says what is wrong with an acceptance")
  func gate() {
    let (assess, decide) = ("hold the contact assessment", "accept or decline")
    #expect(task(.contactAssessment, .accepted, by: nil).contains("\(assess): accepted without one: p-1"))
    #expect(task(.contactAssessment, .received, by: nil).contains("\(assess): p-1"))
    #expect(
      task(.contactAssessment, .screened, by: .telecareWorker).contains(
        "\(assess) again: a telecare worker may not hold it: p-1"))
    #expect(
      task(.decision, .accepted, by: .nurse, canEngage: false).contains(
        "\(decide): accepted though the contact assessment has answered no: p-1"))
    #expect(task(.decision, .screened, by: .nurse, canEngage: false).contains("\(decide): p-1"))
  }

  @Test("of a return from hospital it is said since when the person is back, for nobody has asked anew")
  func restart() {
    var plan = HandMadePlan()
    plan.starts = [
      plan.start(
        "p-1", received: plan.at(1, 10), restartOf: "e-p-1",
        .starts(PlannedStart.Start(date: plan.day(1), part: .midday, earliest: plan.at(1, 11))))
    ]
    for text in [plan.summary, plan.tables, plan.page] {
      #expect(text.contains("back from hospital Wed 10:00") && !text.contains("received Wed"))
    }
  }
}
