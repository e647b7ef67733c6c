import CareModel
import Quantities
import Testing

@Suite("A call within its caseload")
struct CaseloadLevelsTests {
  private let rank = Rank(.newCommunity, isFlagged: false)

  @Test("a first visit is due when its deadline falls before 12:00 of the next service day, to the second")
  func dueBoundary() {
    let noon = Instant(epochSeconds: 1_795_608_000)
    let visit = LondonDay.visit(.firstResponse, referral: LondonDay.referral)
    for (seconds, kind) in [(-1, Level.Kind.response), (0, .deferred), (1, .deferred), (-200_000, .response)] {
      let referral = LondonDay.referral(responseDeadline: noon + Seconds(seconds))
      let caseload = LondonDay.caseload(visits: [visit], referrals: [referral])
      #expect(caseload.responsesDueBefore == noon)
      #expect(caseload.level(of: visit) == .counted(Level(kind, rank: rank)), "\(seconds) s from noon")
    }
  }

  @Test("without a deadline of its own a first visit is due 24 hours after the referral, whatever day it is")
  func deadlineFromReceipt() {
    let visit = LondonDay.visit(.firstResponse, referral: LondonDay.referral)
    let received = LondonDay.at(hours: 3)
    let caseload = LondonDay.caseload(visits: [visit], referrals: [LondonDay.referral(receivedAt: received)])
    #expect(caseload.responseDeadline(of: visit) == LondonDay.at(hours: 27))
    let own = LondonDay.referral(receivedAt: received, responseDeadline: LondonDay.at(hours: 9))
    #expect(LondonDay.caseload(referrals: [own]).responseDeadline(of: visit) == LondonDay.at(hours: 9))
    #expect(caseload.responseDeadline(of: LondonDay.visit(referral: LondonDay.referral)) == nil)
  }

  @Test("a due time in the small hours is that of the next service day's night, not of the night before it")
  func dueClockBeforeDawn() {
    var policy = Policy()
    policy.responseDueClock = LondonDay.clock(2)
    #expect(LondonDay.caseload(policy: policy).responsesDueBefore == LondonDay.at(hours: 24 + 21))
    policy.responseDueClock = LondonDay.clock(5)
    #expect(LondonDay.caseload(policy: policy).responsesDueBefore == LondonDay.at(hours: 24))
  }

  @Test("on the day before the long night the due time is noon by the clock, an hour later than 31 hours")
  func dueOverTheClockChange() throws {
    let caseload = LondonDay.caseload(date: try #require(CivilDate(iso: "2026-10-24")))
    #expect(caseload.responsesDueBefore - caseload.day.start == Seconds(32 * 3600))
  }

  @Test("an uncovered first visit counts as late as a minute and a day after the service day's end")
  func assumedStart() {
    let caseload = LondonDay.caseload()
    #expect(caseload.assumedStartOfUncoveredResponse == LondonDay.at(minutes: 24 * 60 + 1 + 1440))
  }

  @Test("a call names its referral, or has its episode's, or is served last")
  func ranks() {
    let referral = LondonDay.referral(.hospitalDischarge, isFlagged: true)
    let episode = Episode(
      id: LondonDay.episode, person: LondonDay.person, referral: LondonDay.referral, startDate: LondonDay.date)
    let caseload = LondonDay.caseload(episodes: [episode], referrals: [referral])
    let flagged = Rank(.hospitalDischarge, isFlagged: true)
    #expect(caseload.rank(of: LondonDay.visit(referral: LondonDay.referral)) == flagged)
    #expect(caseload.rank(of: LondonDay.visit(episode: LondonDay.episode)) == flagged)
    #expect(caseload.rank(of: LondonDay.visit()) == Rank(.escalatingExisting, isFlagged: false))
    var policy = Policy()
    policy.careHomeRiskScope = .off
    let unheeded = LondonDay.caseload(policy: policy, referrals: [referral])
    #expect(
      unheeded.rank(of: LondonDay.visit(referral: LondonDay.referral)) == Rank(.hospitalDischarge, isFlagged: false))
  }

  @Test("an essential call left yesterday lifts today's calls one band: therapy becomes essential, high stays high")
  func raisedBand() {
    let levels = [true, false].map { wasLeft in
      let caseload = LondonDay.caseload(wasLeftYesterday: wasLeft)
      return [
        LondonDay.visit(.therapy), LondonDay.visit(.personalCare), LondonDay.visit(consequence: .high),
      ].map { caseload.level(of: $0).level?.kind }
    }
    #expect(levels[0] == [.essentialMedium, .essentialHigh, .essentialHigh])
    #expect(levels[1] == [.other, .essentialMedium, .essentialHigh])
  }

  @Test("the calls of a start that names a referral and no episode are its bundle, but for the first visit")
  func startBundle() {
    #expect(LondonDay.visit(referral: LondonDay.referral).isInStartBundle)
    #expect(!LondonDay.visit(.firstResponse, referral: LondonDay.referral).isInStartBundle)
    #expect(!LondonDay.visit(episode: LondonDay.episode, referral: LondonDay.referral).isInStartBundle)
    #expect(!LondonDay.visit(episode: LondonDay.episode).isInStartBundle)
    let caseload = LondonDay.caseload(referrals: [LondonDay.referral()])
    let kinds = [Consequence.low, .medium, .high].map {
      caseload.level(of: LondonDay.visit(referral: LondonDay.referral, consequence: $0)).level?.kind
    }
    #expect(kinds == [.other, .firstDay, .firstDay])
  }

  @Test("a referral that was declined or withdrawn wants no call; in every other state it does")
  func closedReferrals() {
    for state in Referral.State.allCases {
      let caseload = LondonDay.caseload(referrals: [LondonDay.referral(state: state)])
      let isClosed = state == .declined || state == .withdrawn
      for kind in [Visit.Kind.firstResponse, .personalCare] {
        let level = caseload.level(of: LondonDay.visit(kind, referral: LondonDay.referral))
        #expect((level == .notWanted(.referralClosed)) == isClosed, "\(state)")
      }
    }
  }

  @Test("somebody away for the whole of every safe window wants no call; a minute at home and the call counts")
  func suspensions() {
    let safe = LondonDay.interval(LondonDay.at(hours: 2), LondonDay.at(hours: 9))
    let visit = LondonDay.visit()
    #expect(visit.windows.map(\.safe) == [safe])
    let short = LondonDay.interval(safe.start, safe.end - Minutes(1))
    #expect(LondonDay.caseload(suspensions: [safe]).level(of: visit) == .notWanted(.suspended))
    #expect(LondonDay.caseload(suspensions: [short]).level(of: visit) == .counted(Level(.essentialMedium)))
    #expect(LondonDay.caseload().level(of: visit) == .counted(Level(.essentialMedium)))
    let second = LondonDay.visit(windows: LondonDay.window() + LondonDay.window(fromHour: 12))
    #expect(LondonDay.caseload(suspensions: [safe]).obstacle(to: second) == nil)
    let evening = LondonDay.interval(LondonDay.at(hours: 11), LondonDay.at(hours: 18))
    #expect(LondonDay.caseload(suspensions: [safe, evening]).obstacle(to: second) == .suspended)
    #expect(LondonDay.caseload(suspensions: [safe]).obstacle(to: LondonDay.visit(windows: [])) == nil)
  }

  @Test("a call is where it says, else at the person's home; on the telephone and by video nowhere")
  func places() {
    let caseload = LondonDay.caseload()
    let clinic = PlaceID("clinic")
    #expect(caseload.place(of: LondonDay.visit()) == PlaceID("home"))
    #expect(caseload.place(of: LondonDay.visit(mode: .clinic, place: clinic)) == clinic)
    for mode in [Visit.Mode.telephone, .video] {
      #expect(caseload.place(of: LondonDay.visit(mode: mode, place: clinic)) == nil)
    }
  }
}
