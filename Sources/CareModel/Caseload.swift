package import Quantities

/// A validated day of the service: everything from which a rota is made, checked and explained.
///
/// Every reference in it resolves, windows nest, and quantities lie in range; what did not is in `quarantine`.
package struct Caseload: Hashable, Sendable {
  package let title: String
  /// Invented people: said on every output.
  package let isInvented: Bool
  package let asOf: Instant
  package let serviceDate: CivilDate
  package let calendar: ServiceCalendar
  package let policy: Policy
  package let places: [Place]
  package let matrices: [TravelMatrix]
  package let people: [Person]
  package let episodes: [Episode]
  package let referrals: [Referral]
  package let workers: [Worker]
  package let visits: [Visit]
  package let links: [VisitLink]
  package let quarantine: [QuarantinedRecord]

  private let placeIndex: [PlaceID: Int]
  private let personIndex: [PersonID: Int]
  private let episodeIndex: [EpisodeID: Int]
  private let referralIndex: [ReferralID: Int]
  private let workerIndex: [WorkerID: Int]
  private let visitIndex: [VisitID: Int]

  /// Records are kept in order of id, so that the order of a file never reaches a result.
  package init(
    title: String, isInvented: Bool, asOf: Instant, serviceDate: CivilDate, calendar: ServiceCalendar, policy: Policy,
    places: [Place], matrices: [TravelMatrix] = [], people: [Person], episodes: [Episode] = [],
    referrals: [Referral] = [], workers: [Worker], visits: [Visit], links: [VisitLink] = [],
    quarantine: [QuarantinedRecord] = []
  ) {
    self.title = title
    self.isInvented = isInvented
    self.asOf = asOf
    self.serviceDate = serviceDate
    self.calendar = calendar
    self.policy = policy
    self.places = places.sorted { $0.id < $1.id }
    self.matrices = matrices.sorted { $0.mode.rawValue < $1.mode.rawValue }
    self.people = people.sorted { $0.id < $1.id }
    self.episodes = episodes.sorted { $0.id < $1.id }
    self.referrals = referrals.sorted { $0.id < $1.id }
    self.workers = workers.sorted { $0.id < $1.id }
    self.visits = visits.sorted { $0.id < $1.id }
    self.links = links.sorted {
      ($0.first, $0.second, "\($0.relation)") < ($1.first, $1.second, "\($1.relation)")
    }
    self.quarantine = quarantine
    placeIndex = Dictionary(positionsOf: self.places.map(\.id))
    personIndex = Dictionary(positionsOf: self.people.map(\.id))
    episodeIndex = Dictionary(positionsOf: self.episodes.map(\.id))
    referralIndex = Dictionary(positionsOf: self.referrals.map(\.id))
    workerIndex = Dictionary(positionsOf: self.workers.map(\.id))
    visitIndex = Dictionary(positionsOf: self.visits.map(\.id))
  }

  package func place(_ id: PlaceID) -> Place? { placeIndex[id].map { places[$0] } }
  package func person(_ id: PersonID) -> Person? { personIndex[id].map { people[$0] } }
  package func episode(_ id: EpisodeID) -> Episode? { episodeIndex[id].map { episodes[$0] } }
  package func referral(_ id: ReferralID) -> Referral? { referralIndex[id].map { referrals[$0] } }
  package func worker(_ id: WorkerID) -> Worker? { workerIndex[id].map { workers[$0] } }
  package func visit(_ id: VisitID) -> Visit? { visitIndex[id].map { visits[$0] } }

  /// The service day planned for, from its first instant to the next day's.
  package var day: InstantInterval { calendar.day(serviceDate) }
}

/// A record that could not be used, and why; the rest of the document goes on without it.
package struct QuarantinedRecord: Hashable, Sendable {
  /// `visit`, `worker`, … as in the document.
  package let kind: String
  package let id: String
  /// The person concerned, where known, so that somebody can ring them.
  package let person: PersonID?
  package let problems: [InputProblem]

  package init(kind: String, id: String, person: PersonID? = nil, problems: [InputProblem]) {
    self.kind = kind
    self.id = id
    self.person = person
    self.problems = problems
  }
}

/// One thing wrong with an input, said so that it can be put right.
package struct InputProblem: Hashable, Sendable, CustomStringConvertible {
  /// Stable: `time.missing`, `reference.unknown`, … (`Documentation/input-errors.md`).
  package let code: String
  /// Where: `visits[v-017].windows[0].safe.end`, or `visits.csv:14:6`.
  package let location: String
  /// What was found, as written; empty where something is missing.
  package let found: String
  /// What would be right.
  package let expected: String
  /// A guess at what was meant, for a last line "Maybe …".
  package let suggestion: String?

  package init(code: String, location: String, found: String, expected: String, suggestion: String? = nil) {
    self.code = code
    self.location = location
    self.found = found
    self.expected = expected
    self.suggestion = suggestion
  }

  package var description: String {
    let said = found.isEmpty ? "nothing there" : "found \(found)"
    let maybe = suggestion.map { "\n    Maybe \($0)" } ?? ""
    return "\(location): \(said); \(expected) [\(code)]\(maybe)"
  }
}
