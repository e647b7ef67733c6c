import CareModel

/// The levels of the schedule, in the order of the day's ladder as far as days are concerned (`design.md` section 4).
///
/// Running packages are fixed before; what can be chosen is when people start and when plans and reviews are held.
struct ScheduleLevels {
  enum Kind: Hashable {
    /// Starts without a day, late ones that need not be, lateness, and bundle calls left out; of one rank.
    case response(Rank), avoidable(Rank), lateness(Rank), firstDay(Rank)
    /// Plans and reviews after their last permitted day.
    case clocks
    /// What is not where the plan before had it.
    case changes
    /// Therapy and other calls with freedom of day, and fittings, that found no day.
    case sessions
    /// Days from readiness to the start, of all.
    case wait
    /// Days between a call's day and the one that suits best.
    case spacing
    /// Calls at a time at which nobody of the person's core team works who could do them.
    case continuity
    /// Minutes: of what a review may be, what takes least (R28).
    case effort
    /// How full a call's day is already, in percent.
    case evenness
  }

  let kinds: [Kind]
  private let places: [Kind: Int]

  init(_ policy: Policy) {
    var kinds: [Kind] = []
    let ranks = policy.careHomeRiskScope.ranks
    let lastOfClassOne = ranks.lastIndex { $0.referralClass == .hospitalDischarge }
    for (index, rank) in ranks.enumerated() {
      kinds += [.response(rank), .avoidable(rank), .lateness(rank), .firstDay(rank)]
      if index == lastOfClassOne { kinds.append(.clocks) }
    }
    kinds += [.changes, .sessions, .wait, .spacing, .continuity, .effort, .evenness]
    self.kinds = kinds
    places = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
  }

  /// Of a kind that the policy's ranks have.
  func place(of kind: Kind) -> Int { places[kind] ?? 0 }

  /// The first levels, those of promises.
  var graveCount: Int { place(of: .changes) }

  /// Amounts by level.
  func cost(_ amounts: [(Kind, Int)]) -> [Int] {
    var cost = Array(repeating: 0, count: kinds.count)
    for (kind, amount) in amounts where amount != 0 {
      if let place = places[kind] { cost[place] += amount }
    }
    return cost
  }

  /// Names for documents and people.
  var names: [String] {
    kinds.map { kind in
      switch kind {
      case .response(let rank): "\(rank.name)WithoutDay"
      case .avoidable(let rank): "\(rank.name)LateAvoidably"
      case .lateness(let rank): "\(rank.name)Lateness"
      case .firstDay(let rank): "\(rank.name)FirstDay"
      case .clocks: "clocks"
      case .changes: "changes"
      case .sessions: "sessions"
      case .wait: "waitDays"
      case .spacing: "spacingDays"
      case .continuity: "withoutCoreTeam"
      case .effort: "minutes"
      case .evenness: "evenness"
      }
    }
  }

  /// As people say them.
  var printedNames: [String] {
    kinds.map { kind in
      switch kind {
      case .response(let rank): "starts without a day, \(rank.printedName)"
      case .avoidable(let rank): "starts late that were in time, \(rank.printedName)"
      case .lateness(let rank): "lateness of starts, \(rank.printedName)"
      case .firstDay(let rank): "essential calls of first days left out, \(rank.printedName)"
      case .clocks: "care plans and reviews after their last permitted day"
      case .changes: "changes to the plan before"
      case .sessions: "therapy and fittings without a day"
      case .wait: "days of waiting"
      case .spacing: "days between calls and their best day"
      case .continuity: "calls when nobody of the core team works"
      case .effort: "minutes of plans, reviews, therapy and fittings"
      case .evenness: "percent to which their days are full already"
      }
    }
  }
}
