/// How many columns of a terminal a text takes.
///
/// Source: the classes of Unicode Standard Annex 11, as terminals apply them: marks take none, East Asian wide signs and
/// pictures two, all others one.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

  /// Of one sign as people see it, with the marks on it.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    return scalars.map(width).max() ?? 0
  }

  /// The text with blanks behind it to fill the columns, or cut so that it fits, which an ellipsis then shows.
  package static func fitted(_ text: String, to columns: Int, alignedRight: Bool = false) -> String {
    let cut = DisplayWidth.cut(text, to: columns)
    let blanks = String(repeating: " ", count: max(0, columns - of(cut)))
    return alignedRight ? blanks + cut : cut + blanks
  }

  /// The text, or as much of it as fits with an ellipsis behind it.
  package static func cut(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    var kept = ""
    var used = 0
    for character in text {
      let width = of(character)
      if used + width > columns - 1 { break }
      kept.append(character)
      used += width
    }
    return columns < 1 ? "" : kept + "…"
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
