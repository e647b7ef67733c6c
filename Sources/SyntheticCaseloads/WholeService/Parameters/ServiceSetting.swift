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

  /// The setting of a key.
  package static func of(_ key: Key) -> ServiceSetting { byKey[key.rawValue] }

  /// In the order of the keys; a key without a line in the table would have no meaning, and a test counts them.
  private static let byKey: [ServiceSetting] = Key.allCases.map { key in
    all.first { $0.key == key } ?? ServiceSetting(key, 0, 0...0, "", "", .proposal)
  }

  /// Every setting's standard value, in the order of the keys.
  static let standards: [Int] = byKey.map(\.standard)
}
