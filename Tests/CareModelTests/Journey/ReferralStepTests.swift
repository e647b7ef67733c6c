import CareModel
import Quantities
import Testing

@Suite("Steps of a referral (R75, R4-R6, R18)")
struct ReferralStepTests {
  private static let open = assessment()

  private static func assessment(
    by name: String = "assessor", _ role: Role = .careManager, needsCare: Bool = true, canEngage: Bool = true
  ) -> ReferralRecord.ContactAssessment {
    ReferralRecord.ContactAssessment(
      heldAt: LondonDay.at(hours: 1), assessedBy: name, role: role, needsPersonalCare: needsCare, canEngage: canEngage)
  }

  private static func record(
    _ state: Referral.State, _ held: ReferralRecord.ContactAssessment? = open
  ) -> ReferralRecord {
    ReferralRecord(referral: LondonDay.referral(state: state), contactAssessment: held)
  }

  /// Every step as it should be taken, and where it leads from the states that allow it.
  private static let permitted: [(step: ReferralStep, states: [Referral.State: Referral.State])] = [
    (.screen(open), [.received: .screened, .provisional: .provisional]),
    (.hold, [.received: .provisional, .screened: .provisional]),
    (.confirm, [.provisional: .accepted]),
    (.release, [.provisional: .withdrawn]),
    (.accept(by: "team manager"), [.screened: .accepted]),
    (
      .decline(by: "team manager", reason: "lives elsewhere"),
      [.received: .declined, .screened: .declined, .provisional: .declined]
    ),
    (
      .withdraw,
      [.received: .withdrawn, .screened: .withdrawn, .accepted: .withdrawn, .provisional: .withdrawn]
    ),
  ]

  private func expect(
    _ reason: StepRefusal.Reason, for step: ReferralStep, of record: ReferralRecord,
    at location: SourceLocation = #_sourceLocation
  ) {
    do throws(StepRefusal) {
      let next = try record.taking(step)
      Issue.record(
        "\(step.name) from \(record.referral.state) is taken, to \(next.referral.state)", sourceLocation: location)
    } catch {
      let found = (error.step, error.state, error.reason)
      #expect(found == (step.name, record.referral.state.rawValue, reason), sourceLocation: location)
    }
  }

  @Test("each step from each state leads where it should, or is refused with the reason", arguments: permitted.indices)
  func table(_ place: Int) throws {
    let (step, states) = Self.permitted[place]
    for state in Referral.State.allCases {
      let record = Self.record(state)
      if let next = states[state] {
        #expect(try record.taking(step) == Self.record(next), "\(step.name) from \(state)")
      } else {
        let isOver = state == .declined || state == .withdrawn
        expect(isOver ? .closed : .wrongState, for: step, of: record)
      }
    }
  }

  @Test("every step is in the table, each under a name of its own")
  func names() {
    #expect(
      Self.permitted.map(\.step.name) == ["screen", "hold", "confirm", "release", "accept", "decline", "withdraw"])
  }

  @Test("the contact assessment is kept with the referral, whatever it answers")
  func screening() throws {
    for answer in [true, false] {
      let held = Self.assessment(.nurse, canEngage: answer)
      let next = try Self.record(.received, nil).taking(.screen(held))
      #expect(next == Self.record(.screened, held))
    }
  }

  @Test("only a care manager or an intermediate care nurse screens, by name (R5)")
  func screeners() throws {
    for role in Role.allCases {
      let step = ReferralStep.screen(Self.assessment(role))
      if role == .careManager || role == .nurse {
        #expect(try Self.record(.received, nil).taking(step).referral.state == .screened)
      } else {
        expect(.notAssessed, for: step, of: Self.record(.received, nil))
        expect(.notAssessed, for: step, of: Self.record(.provisional, nil))
      }
    }
    expect(.notNamed, for: .screen(Self.assessment(by: "")), of: Self.record(.received, nil))
  }

  @Test("nobody is accepted before the contact assessment, or against one of its answers (R5, R6)")
  func gate() {
    let steps: [(ReferralStep, Referral.State)] = [(.accept(by: "team manager"), .screened), (.confirm, .provisional)]
    for (step, state) in steps {
      expect(.notAssessed, for: step, of: Self.record(state, nil))
      for role in Role.allCases where role != .careManager && role != .nurse {
        expect(.notAssessed, for: step, of: Self.record(state, Self.assessment(role)))
      }
      for (needsCare, canEngage) in [(false, false), (false, true), (true, false)] {
        let held = Self.assessment(needsCare: needsCare, canEngage: canEngage)
        expect(.answeredNo, for: step, of: Self.record(state, held))
      }
    }
  }

  @Test("whoever decides is named, and declining needs a reason, too")
  func namesNeeded() {
    expect(.notNamed, for: .accept(by: ""), of: Self.record(.screened))
    expect(.notNamed, for: .decline(by: "", reason: "lives elsewhere"), of: Self.record(.received))
    expect(.notNamed, for: .decline(by: "team manager", reason: ""), of: Self.record(.received))
  }

  @Test("declining needs no contact assessment, and nothing but a person's step declines (R6, R41)")
  func declining() throws {
    let step = ReferralStep.decline(by: "team manager", reason: "moved away")
    #expect(try Self.record(.received, nil).taking(step).referral.state == .declined)
  }

  @Test("to confirm a hold is to say that the homecoming is certain; accepting says nothing about it (R18)")
  func homecoming() throws {
    func expected(_ state: Referral.State) -> ReferralRecord {
      ReferralRecord(
        referral: Referral(
          id: LondonDay.referral, person: LondonDay.person, referralClass: .hospitalDischarge,
          receivedAt: LondonDay.at(hours: -12), readyFrom: LondonDay.at(hours: 30), whereabouts: .inHospital,
          homecoming: .expected, state: state), contactAssessment: Self.open)
    }
    #expect(try expected(.provisional).taking(.confirm).referral.homecoming == .confirmed)
    #expect(try expected(.screened).taking(.accept(by: "team manager")).referral.homecoming == .expected)
    #expect(try expected(.screened).taking(.hold).referral.homecoming == .expected)
  }

  @Test("a refusal says what was tried, from where, and why")
  func words() {
    var words: String?
    do throws(StepRefusal) {
      _ = try Self.record(.received).taking(.accept(by: "team manager"))
    } catch {
      words = error.description
    }
    #expect(words == "accept is refused from received: another step comes first")
    #expect(Set(StepRefusal.Reason.allCases.map(\.printed)).count == StepRefusal.Reason.allCases.count)
  }
}
