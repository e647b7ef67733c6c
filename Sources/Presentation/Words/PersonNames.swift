package import CareModel

/// What to call people and workers when printing; the engine itself knows them by their ids alone.
///
/// A name comes from outside and may hold anything: what comes out of here is free of control characters.
package struct PersonNames: Sendable {
  private let name: @Sendable (String) -> String

  /// Takes a lookup from an id's text to a name; give the id back where there is none.
  package init(_ name: @escaping @Sendable (String) -> String) { self.name = name }

  /// Everybody goes by their id.
  package static let identifiers = PersonNames { $0 }

  package subscript(person: PersonID) -> String { PrintableText.of(name(person.text)) }
  package subscript(worker: WorkerID) -> String { PrintableText.of(name(worker.text)) }

  /// One or two signs that stand for somebody where there is no room: `AB` for `Mrs Ada Brook`, `017` for `p-017`.
  package static func initials(of name: String) -> String {
    let titles: Set = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "lady", "lord", "rev"]
    let words = name.split { $0 == " " || $0 == "-" || $0 == "_" || $0 == "." }
    let kept = words.filter { !titles.contains($0.lowercased()) }
    let said = kept.isEmpty ? words : kept
    if let last = said.last, last.allSatisfy(\.isNumber) { return String(last.suffix(3)) }
    guard let first = said.first, let last = said.last else { return "" }
    guard said.count > 1 else { return String(first.prefix(2)) }
    return "\(first.prefix(1))\(last.prefix(1))".uppercased()
  }
}

/// Text from an input, made safe to print on a line.
package enum PrintableText {
  /// The text without control characters and signs that turn the direction of writing; each becomes a space.
  ///
  /// They could move a terminal's cursor, colour its lines or show a name back to front.
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(isUnprintable(scalar) ? " " : scalar) }
    return String(clean)
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default:
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
      default: false
      }
    }
  }
}
