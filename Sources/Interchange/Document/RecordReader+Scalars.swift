package import CareModel
import Quantities

extension RecordReader {
  /// A text that must be there.
  package func text(_ key: String) -> String? {
    required(key, "a text is expected").flatMap { text($0, key, in: CaseloadLimits.textCharacters) }
  }

  /// A text that may be there.
  package func optionalText(_ key: String) -> String? {
    value(key).flatMap { text($0, key, in: CaseloadLimits.textCharacters) }
  }

  /// The record's own id.
  package func identifier<Entity>(_ key: String, of: Entity.Type = Entity.self) -> Identifier<Entity>? {
    required(key, "an id is expected").flatMap { identifier($0, key) }
  }

  /// An id that may be there.
  func optionalIdentifier<Entity>(_ key: String, of: Entity.Type = Entity.self) -> Identifier<Entity>? {
    value(key).flatMap { identifier($0, key) }
  }

  /// The key is built only where it is needed for a message: lists of ids are long.
  func identifier<Entity>(_ value: DocumentValue, _ key: @autoclosure () -> String) -> Identifier<Entity>? {
    text(value, key(), in: CaseloadLimits.idCharacters).map { Identifier($0) }
  }

  private func text(_ value: DocumentValue, _ name: @autoclosure () -> String, in length: ClosedRange<Int>) -> String? {
    guard case .text(let text) = value.content else {
      let key = name()
      let quoted: String? = if case .number(let digits) = value.content { "\"\(digits)\"" } else { nil }
      report(value, key, "value.kind", "a text in quotation marks is expected", suggestion: quoted)
      return nil
    }
    // Most texts are plain; looking at every character of the others takes its time.
    if length.contains(text.utf8.count), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
    let key = name()
    // Counted in scalars: a cluster of thousands of accents counts as one character.
    guard length.contains(text.unicodeScalars.count), text.contains(where: { !$0.isWhitespace }) else {
      report(
        value, key, "text.length", "a text of \(length.lowerBound) to \(length.upperBound) characters is expected")
      return nil
    }
    guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      log.add(
        InputProblem(
          code: "text.control", location: "\(pathTo(key)) (\(value.position))", found: "a control character",
          expected: "a text without tabs, line ends and other control characters is expected"))
      return nil
    }
    return text
  }

  /// A whole number that must be there.
  ///
  /// - Parameter unit: as people say it; empty for a plain number.
  package func integer(_ key: String, in range: ClosedRange<Int>, unit: String = "") -> Int? {
    let expected = RecordReader.wholeNumber(range, unit)
    return required(key, expected).flatMap { integer($0, key, in: range, expected) }
  }

  /// A whole number that may be there.
  package func optionalInteger(_ key: String, in range: ClosedRange<Int>, unit: String = "") -> Int? {
    value(key).flatMap { integer($0, key, in: range, RecordReader.wholeNumber(range, unit)) }
  }

  func integer(_ value: DocumentValue, _ key: String, in range: ClosedRange<Int>, _ expected: String) -> Int? {
    switch RecordReader.wholeNumber(value) {
    case .number(let number) where range.contains(number): return number
    case .number, .tooLarge: report(value, key, "number.range", expected)
    case .fraction: report(value, key, "number.whole", expected)
    case .text(let digits): report(value, key, "value.kind", expected, suggestion: "\(digits), without quotation marks")
    case .other: report(value, key, "value.kind", expected)
    }
    return nil
  }

  private enum WholeNumber {
    case number(Int)
    case tooLarge, fraction, other
    case text(Int)
  }

  private static func wholeNumber(_ value: DocumentValue) -> WholeNumber {
    switch value.content {
    case .number(let text):
      if let number = Int(text) { return .number(number) }
      return text.contains { !$0.isNumber && $0 != "-" } ? .fraction : .tooLarge
    case .text(let text): return Int(text).map { .text($0) } ?? .other
    default: return .other
    }
  }

  static func wholeNumber(_ range: ClosedRange<Int>, _ unit: String) -> String {
    "a whole number \(unit.isEmpty ? "" : "of \(unit) ")from \(range.lowerBound) to \(range.upperBound) is expected"
  }

  /// `true` or `false`; the default where it is absent.
  package func truth(_ key: String, default usual: Bool) -> Bool {
    guard let value = value(key) else { return usual }
    if case .truth(let truth) = value.content { return truth }
    report(value, key, "value.kind", "true or false is expected", suggestion: RecordReader.truthMeant(value))
    return usual
  }

  private static func truthMeant(_ value: DocumentValue) -> String? {
    switch value.content {
    case .text("true"), .text("yes"), .number("1"): "true"
    case .text("false"), .text("no"), .number("0"): "false"
    default: nil
    }
  }

  /// One of a few words that must be there.
  package func word<Word: RawRepresentable<String> & CaseIterable>(_ key: String, of: Word.Type = Word.self) -> Word? {
    required(key, RecordReader.oneOf(Word.self)).flatMap { word($0, key) }
  }

  /// One of a few words; the default where it is absent.
  package func word<Word: RawRepresentable<String> & CaseIterable>(_ key: String, default usual: Word) -> Word {
    value(key).flatMap { word($0, key) } ?? usual
  }

  /// One of a few words that may be there.
  package func optionalWord<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, of: Word.Type = Word.self
  ) -> Word? {
    value(key).flatMap { word($0, key) }
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(_ value: DocumentValue, _ key: String) -> Word? {
    if case .text(let text) = value.content, let word = Word(rawValue: text) { return word }
    var meant: String?
    if case .text(let text) = value.content { meant = NearestWord.to(text, among: Word.allCases.map(\.rawValue)) }
    report(value, key, "word.unknown", RecordReader.oneOf(Word.self), suggestion: meant)
    return nil
  }

  private static func oneOf<Word: RawRepresentable<String> & CaseIterable>(_: Word.Type) -> String {
    "one of \(Word.allCases.map(\.rawValue).joined(separator: ", ")) is expected"
  }

  func report(_ value: DocumentValue, _ key: String, _ code: String, _ expected: String, suggestion: String? = nil) {
    log.add(
      InputProblem(
        code: code, location: "\(pathTo(key)) (\(value.position))", found: value.shown, expected: expected,
        suggestion: suggestion))
  }
}
