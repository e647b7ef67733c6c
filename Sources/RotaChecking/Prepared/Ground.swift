import CareModel

/// Why a finding stands, and whose order it was.
struct Ground {
  let cause: Finding.Cause
  /// Who set the lock, for cause `lock`.
  let orderedBy: String?

  /// The rota could have done otherwise.
  static let choice = Ground(cause: .choice, orderedBy: nil)
  /// It has happened.
  static let fact = Ground(cause: .fact, orderedBy: nil)

  private init(cause: Finding.Cause, orderedBy: String?) {
    self.cause = cause
    self.orderedBy = orderedBy
  }

  /// The ground of what these stops do together, by the decisions that broke the rule.
  ///
  /// Facts where all of them have happened; a lock where what has not happened is ordered; a choice where any was free.
  init(of stops: [StopUnderCheck], by decisions: Decisions) {
    let open = stops.filter { !$0.isAsItHappened }
    if stops.isEmpty {
      self = .choice
    } else if open.isEmpty {
      self = .fact
    } else if open.allSatisfy({ $0.isOrdered(decisions) }) {
      self.init(cause: .lock, orderedBy: open.compactMap { $0.visit?.lock?.setBy }.first)
    } else {
      self = .choice
    }
  }

  /// The same for whole calls; a call that has happened and isn't in the rota counts as a fact too.
  init(of calls: [CallUnderCheck], by decisions: Decisions) {
    let stops = calls.flatMap(\.stops)
    if stops.isEmpty, !calls.isEmpty, calls.allSatisfy(\.visit.state.isFact) {
      self = .fact
    } else {
      self.init(of: stops, by: decisions)
    }
  }
}
