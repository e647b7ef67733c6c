import CareModel
import Quantities
import Testing

@Suite("Holding a day's records against one another")
struct CaseloadValidatorTests {
  @Test("a day that fits together has no problems and loses nothing")
  func valid() {
    let validation = ValidationDay().validation
    #expect(validation.problems.isEmpty)
    #expect(validation.warnings.isEmpty)
    #expect(validation.caseload().visits.count == 3)
  }

  @Test("a place needs a position, or a row of the matrix of each mode in use")
  func places() {
    var day = ValidationDay()
    day.places[1] = ValidationDay.place("h-2", isPlaced: false)
    #expect(day.problems.first == "places[1].latitudeMicrodegrees place.noPosition")
    day.matrices = [TravelMatrix(mode: .car, size: 2, seconds: [0, 1, 1, 0])].compactMap { $0 }
    day.places = [ValidationDay.place("h-1", row: 0), ValidationDay.place("h-2", isPlaced: false, row: 1)]
    #expect(day.problems == [])
    day.places[1] = ValidationDay.place("h-2", isPlaced: false, row: 2)
    #expect(day.problems.first == "places[1].matrixIndex place.matrixIndex")
    day.places = [ValidationDay.place("h-1"), ValidationDay.place("h-2", isPlaced: false, row: 1)]
    #expect(day.problems.first == "places[0].matrixIndex place.matrixIndex")
    day.places[1] = ValidationDay.place("h-2")
    #expect(day.problems == [])
  }

  @Test("an extension ends after the start, and a deadline is after the request")
  func clocks() {
    var day = ValidationDay()
    day.episodes = [
      Episode(
        id: EpisodeID("e"), person: PersonID("p-1"), startDate: ValidationDay.date,
        extension: .init(lastDay: ValidationDay.date.adding(days: -1), authorisedBy: "A", reason: "b"))
    ]
    day.referrals = [
      Referral(
        id: ReferralID("r"), person: PersonID("p-1"), referralClass: .newCommunity, receivedAt: ValidationDay.at(0),
        whereabouts: .home, responseDeadline: ValidationDay.at(-1))
    ]
    #expect(
      day.problems == [
        "episodes[0].extension.lastDay episode.extension", "referrals[0].responseDeadline referral.deadline",
      ])
  }

  @Test("an extension that adds no day to the six weeks is warned of, and the episode stays")
  func shortExtension() {
    func warnings(_ days: Int, kind: Episode.Kind = .reablement, policy: Policy = Policy()) -> [String] {
      var day = ValidationDay()
      day.policy = policy
      day.episodes = [
        Episode(
          id: EpisodeID("e"), person: PersonID("p-1"), kind: kind, startDate: ValidationDay.date,
          extension: .init(lastDay: ValidationDay.date.adding(days: days), authorisedBy: "A", reason: "b"))
      ]
      #expect(day.problems == [] && day.validation.caseload().episodes.count == 1)
      return day.validation.warnings.map(\.code)
    }
    // Day 42 is 41 days after the first.
    #expect(warnings(0) == ["episode.extensionTooShort"] && warnings(41) == ["episode.extensionTooShort"])
    #expect(warnings(42) == [])
    #expect(warnings(0, kind: .visionRehabilitation) == [])
    var shorter = Policy()
    shorter.reablementDays = 28
    #expect(warnings(27, policy: shorter) == ["episode.extensionTooShort"] && warnings(28, policy: shorter) == [])
  }

  @Test(
    "an order to stop at the limit is warned of where the service bridges all the same, and stands where it does not")
  func idleStop() {
    func warnings(_ afterLimit: Policy.AfterLimit, kind: Episode.Kind = .reablement) -> [String] {
      var day = ValidationDay()
      day.policy.afterLimit = afterLimit
      day.episodes = [
        Episode(
          id: EpisodeID("e"), person: PersonID("p-1"), kind: kind, startDate: ValidationDay.date,
          stopAtLimit: .init(orderedBy: "manager"))
      ]
      #expect(day.problems == [] && day.validation.caseload().episodes.count == 1)
      return day.validation.warnings.map { "\($0.field) \($0.code)" }
    }
    #expect(warnings(.bridge) == ["stopAtLimit episode.stopNotInForce"])
    #expect(warnings(.stop) == [] && warnings(.bridge, kind: .visionRehabilitation) == [])
  }

  @Test("duty periods lie in the day, one after another, at most a day long")
  func duties() {
    func problems(_ duties: [DutyPeriod]) -> [String] {
      var day = ValidationDay()
      day.workers[1] = ValidationDay.worker("w-2", duties: duties)
      return day.problems
    }
    func duty(_ id: String, _ start: Int, _ end: Int) -> DutyPeriod { ValidationDay.duty(id, start, end) }
    #expect(problems([duty("a", 0, 300), duty("b", 300, 600)]) == [])
    #expect(problems([duty("a", 0, 301), duty("b", 300, 600)]) == ["workers[1].dutyPeriods worker.dutiesOverlap"])
    #expect(problems([duty("a", 0, 300), duty("a", 300, 600)]) == ["workers[1].dutyPeriods worker.dutyRepeated"])
    #expect(problems([duty("a", 1440, 1500)]) == ["workers[1].dutyPeriods worker.dutyOutsideDay"])
    #expect(problems([duty("a", -721, 100)]) == ["workers[1].dutyPeriods worker.dutyOutsideDay"])
    #expect(problems([duty("a", -720, 720)]) == [])
    #expect(problems([duty("a", -720, 721)]) == ["workers[1].dutyPeriods worker.dutyLength"])
    #expect(problems([duty("a", 100, 100)]).contains("workers[1].dutyPeriods worker.dutyLength"))
  }

  @Test("a break has room in its window, and its window lies in the duty period")
  func breaks() {
    func problems(_ start: Int, _ end: Int) -> [String] {
      var day = ValidationDay()
      let rest = Break(length: Minutes(30), window: ValidationDay.between(start, end))
      day.workers[0] = ValidationDay.worker("w-1", duties: [ValidationDay.duty("d", 60, 600, breaks: [rest])])
      return day.problems
    }
    #expect(problems(60, 90) == [])
    #expect(problems(60, 89) == ["workers[0].dutyPeriods worker.breakWindow"])
    #expect(problems(59, 120) == ["workers[0].dutyPeriods worker.breakOutsideDuty"])
    #expect(problems(500, 601) == ["workers[0].dutyPeriods worker.breakOutsideDuty"])
  }

  @Test("the duties before and after do not overlap today's")
  func record() {
    var day = ValidationDay()
    day.workers[0] = ValidationDay.worker(
      "w-1", record: WorkingRecord(previousDutyEnd: ValidationDay.at(61), nextDutyStart: ValidationDay.at(599)))
    #expect(
      day.problems == [
        "workers[0].record.previousDutyEnd worker.record", "workers[0].record.nextDutyStart worker.record",
      ])
  }

  @Test("a first visit needs a referral of the same person, and is the only one of it")
  func firstResponses() {
    var day = ValidationDay()
    day.visits[0] = ValidationDay.visit("v-1", "p-1", at: 120, kind: .firstResponse)
    #expect(day.problems == ["visits[0].referral visit.noReferral"])
    day.referrals = [
      Referral(
        id: ReferralID("r"), person: PersonID("p-1"), referralClass: .newCommunity, receivedAt: ValidationDay.at(0),
        whereabouts: .home)
    ]
    day.visits[0] = ValidationDay.visit("v-1", "p-1", at: 120, kind: .firstResponse, referral: "r")
    #expect(day.problems == [])
    day.visits[1] = ValidationDay.visit("v-2", "p-1", at: 400, kind: .firstResponse, referral: "r")
    #expect(
      day.problems == ["visits[0].referral visit.secondFirstResponse", "visits[1].referral visit.secondFirstResponse"])
    day.visits[1] = ValidationDay.visit("v-2", "p-2", at: 400, referral: "r")
    #expect(day.problems == ["visits[1].referral reference.otherPerson"])
  }

  @Test("calls have one or two demands of a possible length, and clinics a place")
  func work() {
    var day = ValidationDay()
    day.visits = [
      ValidationDay.visit("v-1", "p-1", at: 120, workers: 3), ValidationDay.visit("v-2", "p-1", at: 400, minutes: 721),
      ValidationDay.visit("v-3", "p-2", at: 120, mode: .clinic),
    ]
    #expect(
      day.problems == [
        "visits[0].demands list.length", "visits[1].demands[0].lengthMinutes number.range",
        "visits[2].place visit.noPlace",
      ])
  }

  @Test("state and placements fit together")
  func states() {
    let placement = Visit.Placement(workers: [WorkerID("w-1")], start: ValidationDay.at(80))
    let pair = Visit.Placement(workers: [WorkerID("w-1"), WorkerID("w-2")], start: ValidationDay.at(91))
    var day = ValidationDay()
    day.visits = [
      ValidationDay.visit("v-1", "p-1", at: 120, state: .done),
      ValidationDay.visit("v-2", "p-1", at: 400, state: .published),
      ValidationDay.visit("v-3", "p-2", at: 120, state: .planned, actual: placement),
      ValidationDay.visit("v-4", "p-2", at: 300, state: .underWay, published: pair, actual: pair),
      ValidationDay.visit("v-5", "p-2", at: 500, state: .done, published: placement, actual: placement),
    ]
    #expect(
      day.problems == [
        "visits[0].actual visit.noActual", "visits[1].published visit.noPublished", "visits[2].actual visit.notBegun",
        "visits[3].published.workers visit.workerCount", "visits[3].actual.workers visit.workerCount",
        "visits[3].actual.start visit.actualInFuture",
      ])
  }

  @Test(
    "a place whose longitude has lost its sign is warned of, a farm beyond the hills is not",
    arguments: [(301_000, true), (-120_000, false)])
  func farAway(longitude: Int, isWarnedOf: Bool) {
    var day = ValidationDay()
    day.places += (1...9).map { number in
      Place(
        id: PlaceID("near-\(number)"),
        position: GeographicPosition(
          latitudeMicrodegrees: number * 2_000, longitudeMicrodegrees: -300_000 - number * 2_000))
    }
    day.places[0] = Place(
      id: PlaceID("h-1"),
      position: GeographicPosition(latitudeMicrodegrees: 5_000, longitudeMicrodegrees: longitude))
    day.places[1] = Place(
      id: PlaceID("h-2"),
      position: GeographicPosition(latitudeMicrodegrees: 5_000, longitudeMicrodegrees: -300_000))
    #expect(day.problems.isEmpty)
    #expect(day.validation.warnings.map(\.code) == (isWarnedOf ? ["place.farAway"] : []))
    #expect(day.validation.warnings.allSatisfy { $0.record == RecordKey(.place, 0) })
  }
}
