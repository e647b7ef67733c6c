/// What calls and duty periods are worth at one level, by the prices of the bound that was proven for it.
///
/// In thousandths of the level's unit (of pence, minutes, calls), rounded down; what is worth nothing is left out. They are prices of the relaxed
/// program, not of the rota: `Documentation/optimiser.md` says how to read them.
package struct Prices: Hashable, Sendable {
  package let level: Level
  package let calls: [CallPrice]
  package let duties: [DutyPrice]

  package init(level: Level, calls: [CallPrice], duties: [DutyPrice]) {
    self.level = level
    self.calls = calls
    self.duties = duties
  }

  /// What a call's having to be done or left out adds to the bound, at the margin.
  package struct CallPrice: Hashable, Sendable {
    package let visit: VisitID
    package let thousandths: Int
    package init(visit: VisitID, thousandths: Int) {
      self.visit = visit
      self.thousandths = thousandths
    }
  }

  /// Without the duty period the bound is higher by at least this, if the levels before stay as they are and nothing has happened in it yet.
  package struct DutyPrice: Hashable, Sendable {
    package let worker: WorkerID
    package let duty: DutyID
    package let thousandths: Int
    package init(worker: WorkerID, duty: DutyID, thousandths: Int) {
      self.worker = worker
      self.duty = duty
      self.thousandths = thousandths
    }
  }
}
