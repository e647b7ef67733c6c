/// How a person's reviews may be held: by their risk, set by somebody, and what suits them (R28).
package struct ReviewTerms: Hashable, Sendable {
  /// Nil where nobody has set it: then reviews are held at home.
  package let risk: Risk?
  /// What suits the person, of what the risk permits; empty: all of it.
  package let suited: [Visit.Mode]

  package init(risk: Risk? = nil, suited: [Visit.Mode] = []) {
    self.risk = risk
    self.suited = suited
  }

  package struct Risk: Hashable, Sendable {
    package let level: Level
    package let setBy: String

    package init(level: Level, setBy: String) {
      self.level = level
      self.setBy = setBy
    }
  }

  package enum Level: String, CaseIterable, Hashable, Sendable {
    case low, high
  }

  /// What a review may be, the one that takes least first; never empty.
  package var permitted: [Visit.Mode] {
    guard risk?.level == .low else { return [.home] }
    let all: [Visit.Mode] = [.telephone, .video, .clinic, .home]
    let fitting = all.filter(suited.contains)
    return fitting.isEmpty ? all : fitting
  }
}
