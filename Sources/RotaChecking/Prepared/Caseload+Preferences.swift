package import CareModel

extension Caseload {
  /// The wishes that bear on a call: the person's, then its own.
  package func preferences(about visit: Visit) -> [Preference] {
    (person(visit.person)?.preferences ?? []) + visit.preferences
  }
}
