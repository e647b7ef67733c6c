/// How closely a run sheet is set on paper, so that a run stays on one page: roomy with its map, then without, then in
/// smaller letters.
enum SheetFit: String, CaseIterable {
  case roomy, plain, tight, tightest

  /// The loosest that holds rows of so many lines; the closest where none does.
  ///
  /// - Parameter rows: the lines of each row of the table.
  init(rows: [Int]) {
    let fitting = SheetFit.allCases.first { fit in
      rows.reduce(0) { $0 + $1 * fit.line + fit.padding } <= fit.room
    }
    self = fitting ?? .tightest
  }

  // In tenths of a millimetre, as the style sheet sets them; A4 has 2710 between its margins, of which the head takes 400.

  private var room: Int { self == .roomy ? 1_780 : 2_310 }

  private var line: Int {
    switch self {
    case .roomy, .plain: 46
    case .tight: 39
    case .tightest: 31
    }
  }

  private var padding: Int {
    switch self {
    case .roomy, .plain: 34
    case .tight: 18
    case .tightest: 10
    }
  }
}
