/// One number of the service generator as people set it: its key, unit, range, and where its value comes from.
package struct ServiceSetting: Sendable {
  /// The key in a settings file; the unit stands in it.
  package let key: Key
  package let meaning: String
  /// The value where neither preset nor mix nor file says another.
  package let standard: Int
  package let range: ClosedRange<Int>
  /// Where the value comes from, as `Documentation/generator-settings.md` explains it.
  package let source: String
  package let evidence: Evidence

  /// How good the ground under a value is (`domain.md`).
  package enum Evidence: String, CaseIterable, Sendable {
    /// A publication or a rule says so.
    case sourced
    /// Arithmetic on sourced figures.
    case derived
    /// Well known in the field, without a source at hand.
    case fromMemory
    /// A choice of this project; no evidence is claimed.
    case proposal
  }

  init(
    _ key: Key, _ standard: Int, _ range: ClosedRange<Int>, _ meaning: String, _ source: String, _ evidence: Evidence
  ) {
    self.key = key
    self.meaning = meaning
    self.standard = min(max(standard, range.lowerBound), range.upperBound)
    self.range = range
    self.source = source
    self.evidence = evidence
  }

  /// Every setting, in the order of the documentation.
  package static let all: [ServiceSetting] = size + demand + episodes + packages + appointments + staff + places

  package static func of(_ key: Key) -> ServiceSetting? { byKey[key] }

  private static let byKey: [Key: ServiceSetting] = Dictionary(
    all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
}
