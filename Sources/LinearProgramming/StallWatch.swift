/// Notices when slices of a simplex solve gain nothing any more, and says what to try.
///
/// First a longer slice: GLPK perturbs a degenerate program only after 200 idle pivots of one call, so short slices alone may
/// turn in one vertex for ever. Then a new basis, then the simplest basis, each once; then the solve counts as stalled.
package struct StallWatch: Sendable {
  /// What comes next.
  package enum Advice: Hashable, Sendable {
    /// Another slice.
    case goOn
    /// Something against the stall.
    case remedy(SimplexResult.Remedy)
    /// Nothing is left to try.
    case stalled
  }

  /// How far a solve has come: first its method's phase, then the value the method makes small in it.
  package struct Progress: Hashable, Sendable {
    /// 1 while the method looks for a place to begin, 2 when it works on the objective.
    package var phase: Int
    /// An infeasibility in phase 1, the objective, turned so that it falls, in phase 2.
    package var value: Double

    /// Progress at the end of a slice.
    package init(phase: Int, value: Double) {
      self.phase = phase
      self.value = value
    }

    func isBetter(than other: Progress) -> Bool {
      if phase != other.phase { return phase > other.phase }
      return value < other.value - 1e-10 * (1 + abs(other.value))
    }
  }

  /// Whether the next slice is to be a long one.
  package private(set) var wantsLongSlice = false
  private let slices: Int
  private let pivots: Int
  private var best: Progress?
  private var idlePivots = 0
  private var idleSlices = 0
  private var tried: [SimplexResult.Remedy] = []

  /// A watch that finds a stall after so many slices and pivots without gain.
  package init(slices: Int, pivots: Int) {
    self.slices = slices
    self.pivots = pivots
  }

  /// Takes note of a slice and says what comes next.
  package mutating func next(_ progress: Progress, pivots made: Int) -> Advice {
    guard let best, !progress.isBetter(than: best) else {
      best = progress
      idlePivots = 0
      idleSlices = 0
      wantsLongSlice = false
      return .goOn
    }
    idlePivots += made
    idleSlices += 1
    if wantsLongSlice { return advanceOrEnd }
    guard idleSlices >= slices, idlePivots >= pivots || made == 0 else { return .goOn }
    return .remedy(.longSlice)
  }

  /// What to try when slices, long or broken off, don't help.
  package var advanceOrEnd: Advice {
    if !tried.contains(.advancedBasis) { return .remedy(.advancedBasis) }
    if !tried.contains(.standardBasis) { return .remedy(.standardBasis) }
    return .stalled
  }

  /// Takes note of a remedy that has been applied.
  package mutating func note(_ remedy: SimplexResult.Remedy) {
    tried.append(remedy)
    wantsLongSlice = remedy == .longSlice
    idlePivots = 0
    idleSlices = 0
    // A new basis begins behind the old one.
    if remedy != .longSlice { best = nil }
  }
}
