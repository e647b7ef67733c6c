import CareModel
import Quantities

/// A valid day of two people, two workers and three calls, for tests to break; all times are minutes after 05:00 UTC.
struct ValidationDay {
  static let date = CivilDate(daysSinceEpoch: 20_781)
  static let calendar = ServiceCalendar(zone: "Etc/UTC", initialOffset: .zero, changes: [])
  static let start = calendar.start(of: date)

  var matrices: [TravelMatrix] = []
  var places = [ValidationDay.place("h-1"), ValidationDay.place("h-2")]
  var people = [
    Person(id: PersonID("p-1"), place: PlaceID("h-1")), Person(id: PersonID("p-2"), place: PlaceID("h-2")),
  ]
  var episodes: [Episode] = []
  var referrals: [Referral] = []
  var workers = [ValidationDay.worker("w-1"), ValidationDay.worker("w-2")]
  var visits = [
    ValidationDay.visit("v-1", "p-1", at: 120), ValidationDay.visit("v-2", "p-1", at: 400),
    ValidationDay.visit("v-3", "p-2", at: 120),
  ]
  var links: [VisitLink] = []
  var policy = Policy()

  static func at(_ minutes: Int) -> Instant { start + Minutes(minutes) }

  static func between(_ start: Int, _ end: Int) -> InstantInterval {
    InstantInterval(start: at(start), end: at(end)) ?? InstantInterval(at: at(start))
  }

  static func place(_ id: String, isPlaced: Bool = true, row: Int? = nil) -> Place {
    let position = GeographicPosition(latitudeMicrodegrees: 1, longitudeMicrodegrees: 1)
    return Place(id: PlaceID(id), position: isPlaced ? position : nil, matrixIndex: row)
  }

  static func duty(_ id: String, _ start: Int, _ end: Int, breaks: [Break] = []) -> DutyPeriod {
    DutyPeriod(
      id: DutyID(id), hours: between(start, end), startPlace: PlaceID("h-1"), endPlace: nil, mode: .car,
      breaks: breaks)
  }

  static func worker(
    _ id: String, duties: [DutyPeriod] = [duty("d", 60, 600)], record: WorkingRecord = WorkingRecord()
  ) -> Worker {
    Worker(id: WorkerID(id), role: .nurse, dutyPeriods: duties, record: record)
  }

  static func visit(
    _ id: String, _ person: String, at start: Int, windows: [WindowDraft]? = nil, kind: Visit.Kind = .personalCare,
    episode: String? = nil, referral: String? = nil, mode: Visit.Mode = .home, workers: Int = 1, minutes: Int = 30,
    isTimeCritical: Bool = false, lock: Lock? = nil, state: Visit.State = .planned,
    published: Visit.Placement? = nil, actual: Visit.Placement? = nil
  ) -> VisitDraft {
    let visit = Visit(
      id: VisitID(id), person: PersonID(person), kind: kind, episode: episode.map { EpisodeID($0) },
      referral: referral.map { ReferralID($0) }, mode: mode,
      demands: Array(repeating: Demand(length: Minutes(minutes)), count: workers), windows: [],
      isTimeCritical: isTimeCritical, lock: lock, state: state, published: published, actual: actual)
    return VisitDraft(visit, windows: windows ?? [WindowDraft(preferred: between(start, start + 30))])
  }

  static func lock(_ workers: [String]?, at start: Int? = nil) -> Lock {
    Lock(
      workers: workers?.map { WorkerID($0) }, start: start.map { at($0) }, setBy: "A. Coordinator", reason: "asked for")
  }

  static func link(_ first: String, _ second: String, _ relation: VisitLink.Relation) -> VisitLink {
    VisitLink(first: VisitID(first), second: VisitID(second), relation: relation)
  }

  var validation: CaseloadValidation {
    func drafts<Value>(_ values: [Value]) -> [DraftRecord<Value>] {
      values.enumerated().map { DraftRecord(index: $0, value: $1) }
    }
    var draft = CaseloadDraft(
      asOf: ValidationDay.at(90), serviceDate: ValidationDay.date, calendar: ValidationDay.calendar, policy: policy,
      matrices: matrices)
    draft.places = drafts(places)
    draft.people = drafts(people)
    draft.episodes = drafts(episodes)
    draft.referrals = drafts(referrals)
    draft.workers = drafts(workers)
    draft.visits = drafts(visits)
    draft.links = drafts(links)
    return CaseloadValidator.validate(draft)
  }

  /// `visits[0].lock lock.past`, for each problem.
  var problems: [String] {
    validation.problems.map { problem in
      let field = problem.field.description
      return
        "\(problem.record.kind.listKey)[\(problem.record.index)]\(field.isEmpty ? "" : ".")\(field) \(problem.code)"
    }
  }
}
