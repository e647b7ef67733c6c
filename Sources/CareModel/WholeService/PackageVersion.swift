package import Quantities

/// An episode's package as it stands from a service day on, until the next version (R29).
package struct PackageVersion: Hashable, Sendable {
  package let effectiveFrom: CivilDate
  /// Who agreed to the change (R41); nil for the first version, which comes with the start.
  package let approval: Approval?
  /// In order of id; none means that no calls are due.
  package let lines: [PackageLine]
  /// What lines owe one another on a day on which both fall.
  package let links: [LineLink]

  package init(
    effectiveFrom: CivilDate, approval: Approval? = nil, lines: [PackageLine], links: [LineLink] = []
  ) {
    self.effectiveFrom = effectiveFrom
    self.approval = approval
    self.lines = lines.sorted { $0.id < $1.id }
    self.links = links
  }

  /// The lines that fall on a service day, by its weekday; a bank holiday is a day like any other (R35).
  package func lines(on date: CivilDate) -> [PackageLine] { lines.filter { $0.falls(on: date.weekday) } }

  /// A named person's word for a changed package, with the note on its risk: software never applies one (R41).
  package struct Approval: Hashable, Sendable {
    package let approvedBy: String
    package let riskNote: String
    package init(approvedBy: String, riskNote: String) {
      self.approvedBy = approvedBy
      self.riskNote = riskNote
    }
  }

  /// Two lines of one package, as a link of the day's calls.
  package struct LineLink: Hashable, Sendable {
    package let first: LineID
    package let second: LineID
    package let relation: VisitLink.Relation
    package init(first: LineID, second: LineID, relation: VisitLink.Relation) {
      self.first = first
      self.second = second
      self.relation = relation
    }
  }
}

extension [PackageVersion] {
  /// The last that begins on a service day or before; nil before the first.
  package func inForce(on date: CivilDate) -> PackageVersion? { last { $0.effectiveFrom <= date } }

  /// The one in force on a service day, of an episode that is to begin the first one before that.
  package func agreed(on date: CivilDate) -> PackageVersion? { inForce(on: date) ?? first }
}
