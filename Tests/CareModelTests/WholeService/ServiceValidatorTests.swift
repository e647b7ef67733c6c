import CareModel
import Quantities
import Testing

@Suite("Holding the records of a service against one another")
struct ServiceValidatorTests {
  private static let place = GeographicPosition(latitudeMicrodegrees: 51_410_000, longitudeMicrodegrees: -300_000)

  private func line(_ id: String, minutes: Int = 30) -> PackageLine {
    PackageLine(
      id: LineID(id),
      call: CallNeed(
        kind: .personalCare, demands: [Demand(length: Minutes(minutes))],
        preferred: ClockInterval(from: LondonDay.clock(8), until: LondonDay.clock(9))))
  }

  private func service(
    packages: [PackageVersion], state: EpisodeRecord.State = .active, id: String = "e-1", shifts: [Shift] = [],
    start: Int = -10, suspensions: [InstantInterval] = []
  ) -> Service {
    let home = PlaceID("home")
    return Service(
      title: "", isInvented: true, asOf: LondonDay.at(hours: 2), calendar: LondonDay.calendar, policy: Policy(),
      places: [Place(id: home, position: Self.place)],
      people: [Person(id: PersonID("p-1"), place: home, suspensions: suspensions)],
      episodes: [
        EpisodeRecord(
          episode: Episode(
            id: EpisodeID(id), person: PersonID("p-1"), startDate: LondonDay.date.adding(days: start)),
          packages: packages, state: state)
      ],
      staff: [
        StaffMember(
          id: WorkerID("w-1"), role: .rehabilitationAssistant, home: home, mode: .car, startsFrom: home, endsAt: nil,
          contract: Contract(weekly: Minutes(1200), weekends: .never),
          roster: RosterPattern(anchor: LondonDay.date, weeks: [shifts.map { RosteredShift(.monday, $0) }]))
      ])
  }

  private func codes(_ service: Service) -> [String] {
    ServiceValidator.validate(ServiceDraft(of: service)).problems.map(\.code)
  }

  private func first(_ lines: [PackageLine]) -> [PackageVersion] {
    [PackageVersion(effectiveFrom: LondonDay.date.adding(days: -10), lines: lines)]
  }

  @Test("a service that fits together is given back as it was")
  func whole() {
    let service = service(packages: first([line("morning")]))
    let validation = ServiceValidator.validate(ServiceDraft(of: service))
    #expect(validation.problems.isEmpty && validation.warnings.isEmpty)
    #expect(validation.service() == service)
  }

  @Test("a changed package needs a named person's word; with it, it stands")
  func approval() {
    func versions(_ approval: PackageVersion.Approval?) -> [PackageVersion] {
      first([line("morning")]) + [PackageVersion(effectiveFrom: LondonDay.date, approval: approval, lines: [])]
    }
    #expect(codes(service(packages: versions(nil))) == ["package.noApproval"])
    let approval = PackageVersion.Approval(approvedBy: "therapist", riskNote: "manages")
    #expect(codes(service(packages: versions(approval))).isEmpty)
  }

  @Test("the ids of episode and line leave room for the date in a call's")
  func identifiers() {
    let long = String(repeating: "e", count: 83)
    #expect(codes(service(packages: first([line("morning")]), id: long)).isEmpty)
    #expect(codes(service(packages: first([line("mornings")]), id: long)) == ["line.id"])
  }

  @Test("a suspended episode needs a stay of the person now; one before its start no first day in the past")
  func states() {
    let packages = first([line("morning")])
    #expect(codes(service(packages: packages, state: .suspended)) == ["episode.state"])
    let stay = LondonDay.interval(LondonDay.at(hours: 0), LondonDay.at(hours: 9))
    #expect(codes(service(packages: packages, state: .suspended, suspensions: [stay])).isEmpty)
    #expect(codes(service(packages: packages, start: 0)).isEmpty)
    #expect(codes(service(packages: packages, start: 1)) == ["episode.state"])
    #expect(codes(service(packages: packages, state: .preStart, start: 1)).isEmpty)
  }

  @Test("lengths out of range, however large, are named and do not trap")
  func lengths() {
    #expect(codes(service(packages: first([line("morning", minutes: 720)]))).isEmpty)
    #expect(codes(service(packages: first([line("morning", minutes: 721)]))) == ["number.range"])
    #expect(codes(service(packages: first([line("morning", minutes: .max)]))) == ["number.range"])
  }

  @Test("a break keeps within its shift, by night as well")
  func breaks() {
    func codes(_ from: ClockTime, _ until: ClockTime, _ length: Int) -> [String] {
      let rest = ShiftBreak(length: Minutes(length), window: ClockInterval(from: from, until: until))
      let night = Shift(from: LondonDay.clock(22), until: LondonDay.clock(6), breaks: [rest])
      return self.codes(service(packages: first([]), shifts: [night]))
    }
    #expect(codes(LondonDay.clock(1), LondonDay.clock(2), 60).isEmpty)
    #expect(codes(LondonDay.clock(1), LondonDay.clock(2), 61) == ["worker.breakWindow"])
    #expect(codes(LondonDay.clock(5), LondonDay.clock(6), 30).isEmpty)
    #expect(codes(LondonDay.clock(5), LondonDay.clock(6, 1), 30) == ["worker.breakOutsideDuty"])
  }

  /// What is said of a referral that is used all the same.
  private func warnings(
    _ state: Referral.State, _ role: Role?, canEngage: Bool = true, begun: EpisodeRecord.State? = nil
  ) -> [String] {
    let whole = service(packages: first([line("morning")]))
    let record = ReferralRecord(
      referral: Referral(
        id: ReferralID("r-1"), person: PersonID("p-1"), referralClass: .newCommunity,
        receivedAt: LondonDay.at(hours: 0),
        whereabouts: .home, state: state),
      contactAssessment: role.map {
        ReferralRecord.ContactAssessment(
          heldAt: LondonDay.at(hours: 1), assessedBy: "assessor", role: $0, needsPersonalCare: true,
          canEngage: canEngage)
      })
    let episodes = begun.map { state in
      whole.episodes.map { record in
        EpisodeRecord(
          episode: Episode(
            id: record.id, person: PersonID("p-1"), referral: ReferralID("r-1"), startDate: record.episode.startDate),
          packages: record.packages, state: state)
      }
    }
    let validation = ServiceValidator.validate(
      ServiceDraft(
        of: Service(
          title: "", isInvented: true, asOf: whole.asOf, calendar: whole.calendar, policy: Policy(),
          places: whole.places, people: whole.people, referrals: [record], episodes: episodes ?? whole.episodes,
          staff: whole.staff)))
    #expect(validation.problems.isEmpty && validation.service().referrals == [record])
    return validation.warnings.map(\.code)
  }

  @Test("a referral accepted without an open gate is kept, with a warning, as long as it waits (R5, R6)")
  func gate() {
    #expect(warnings(.accepted, .nurse).isEmpty && warnings(.accepted, .careManager).isEmpty)
    #expect(warnings(.accepted, nil) == ["referral.notAssessed"])
    #expect(warnings(.accepted, .physiotherapist) == ["referral.notAssessed"])
    #expect(warnings(.accepted, .nurse, canEngage: false) == ["referral.answeredNo"])
    for state in Referral.State.allCases where state != .accepted { #expect(warnings(state, nil).isEmpty, "\(state)") }
    #expect(warnings(.accepted, nil, begun: .active).isEmpty)
    #expect(warnings(.accepted, nil, begun: .preStart) == ["referral.notAssessed"])
  }
}
