/// A piece of HTML or SVG that is safe to print.
///
/// What is written out in the source stands as it is; whatever is put in with `\(…)` is escaped unless it is itself
/// markup. So nothing from an input can become a tag, and one can't forget to escape it.
package struct Markup: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The text as it goes into the file.
  package let source: String

  package init(stringLiteral source: String) { self.source = source }
  package init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }

  /// Takes a text that the project itself has made, such as its style sheet.
  init(trusted source: String) { self.source = source }

  package static let empty: Markup = ""

  /// Pieces one after the other.
  package static func joined(_ pieces: some Sequence<Markup>, separator: Markup = "") -> Markup {
    Markup(trusted: pieces.map(\.source).joined(separator: separator.source))
  }

  /// One piece behind the other.
  package static func + (left: Markup, right: Markup) -> Markup { Markup(trusted: left.source + right.source) }

  /// Nothing to print.
  package var isEmpty: Bool { source.isEmpty }

  /// Escapes what is put in, as it is put in.
  package struct StringInterpolation: StringInterpolationProtocol, Sendable {
    var source = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { source += literal }
    package mutating func appendInterpolation(_ text: String) { source += Markup.escaped(text) }
    package mutating func appendInterpolation(_ number: Int) { source += String(number) }
    package mutating func appendInterpolation(_ length: Coordinate) { source += length.description }
    package mutating func appendInterpolation(_ markup: Markup) { source += markup.source }
  }

  /// For text and for attributes in either kind of quotes.
  static func escaped(_ text: String) -> String {
    var safe = ""
    safe.reserveCapacity(text.utf8.count)
    for scalar in PrintableText.of(text).unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}

/// A length in a drawing, printed with one decimal, so that the same drawing is the same text everywhere.
package struct Coordinate: Hashable, Sendable, CustomStringConvertible {
  /// In tenths of a unit.
  package let tenths: Int

  package init(tenths: Int) { self.tenths = tenths }

  /// Zero for what is no number or too large for a drawing.
  package init(_ value: Double) {
    let scaled = (value * 10).rounded()
    tenths = abs(scaled) < 1_000_000_000 ? Int(scaled) : 0
  }

  /// `12`, or `12.3`.
  package var description: String {
    let magnitude = tenths.magnitude
    let rest = magnitude % 10
    return "\(tenths < 0 ? "-" : "")\(magnitude / 10)\(rest == 0 ? "" : ".\(rest)")"
  }
}
