/// From which rota another one was started, and what had to be mended of it first.
package struct StartReport: Hashable, Sendable {
  /// SHA-256 of the bytes of the rota's file, in hexadecimal; empty where it came from no file.
  package let inputDigest: String
  /// Calls that stayed with their workers, those under way or done aside.
  package let kept: Int
  /// In the order of the rota's runs, what concerns no call behind.
  package let mends: [Mend]

  package init(inputDigest: String, kept: Int, mends: [Mend]) {
    self.inputDigest = inputDigest
    self.kept = kept
    self.mends = mends
  }

  /// One thing of the rota that could not stay as it was.
  package struct Mend: Hashable, Sendable {
    /// Nil where it concerns a worker's run as a whole.
    package let visit: VisitID?
    /// In whose run it was; nil where it concerns nobody's.
    package let worker: WorkerID?
    package let remedy: Remedy
    /// The rule broken, by its name in `Documentation/score.md`.
    package let rule: String
    /// What was wrong, in one plain sentence.
    package let sentence: String

    package init(visit: VisitID?, worker: WorkerID?, remedy: Remedy, rule: String, sentence: String) {
      self.visit = visit
      self.worker = worker
      self.remedy = remedy
      self.rule = rule
      self.sentence = sentence
    }
  }

  package enum Remedy: String, CaseIterable, Hashable, Sendable {
    /// The call was taken out of the worker's run. The finished rota may have it again, there or elsewhere.
    case dropped
    /// The worker kept the call at another time.
    case moved
    /// Something else was put right: a break, a length, a shift that is not known.
    case corrected
  }
}
