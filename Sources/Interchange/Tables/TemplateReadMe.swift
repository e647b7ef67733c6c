import CareModel
import Quantities

/// The page beside the template's files, for a coordinator who has never seen a data format.
struct TemplateReadMe {
  private let kind: TableFolder.Kind

  init(_ kind: TableFolder.Kind) { self.kind = kind }

  var text: String {
    ([introduction] + kind.schemas.map(TemplateReadMe.chapter) + [TemplateReadMe.names, settings]).joined(
      separator: "\n\n") + "\n"
  }

  private var introduction: String {
    let (title, commands, today) =
      switch kind {
      case .day: ("YOUR DAY AS A FOLDER OF SHEETS", ["reable rota THIS-FOLDER"], "the service day")
      case .wholeService:
        (
          "YOUR WHOLE SERVICE AS A FOLDER OF SHEETS",
          ["reable plan THIS-FOLDER", "reable rota THIS-FOLDER --date 24/11/2026"], "today, the day of as_of"
        )
      }
    return """
      \(title)

      Open each .csv file in a spreadsheet, replace the example rows by your own rows, save it as CSV (UTF-8), and run
      \(commands.map { "    " + $0 }.joined(separator: "\n"))
      What is wrong is reported with file, line and column; nothing is guessed.

      - Write codes, not names: p-001, w-01. Names go into a file of their own (names.csv, below), which is read only for
        printing.
      - Times are clock times of \(today), such as 07:30; before 05:00 they mean the next morning. A time of another
        day is written with its day: 23/11/2026 16:45. In the night when the clocks go back, a time that comes twice means the
        first of the two; when they go forward, a time that is skipped is reported.
      - Days are 24/11/2026 or 2026-11-24. Lengths are whole minutes. Several things in one cell are separated by ;
      - Lines may be left blank. Columns marked * must be there and filled in; all others may be left out.
      - A column of your own begins with the word note, and is not read.
      """
  }

  private static func chapter(_ schema: TableSchema) -> String {
    let need =
      schema.isRequired
      ? "needed" : schema.isInTemplate ? "may be deleted" : "not in the template; add it if you need it"
    let head = "\(schema.file.uppercased())  (\(need))\nEach row: \(schema.meaning)."
    return ([head] + schema.columns.map(line)).joined(separator: "\n")
  }

  private static func line(_ column: TableColumn) -> String {
    let mark = column.isRequired ? "*" : " "
    return "\(mark) \(column.name)\n      \(column.meaning)\n      \(column.form)"
  }

  private static let names = """
    NAMES.CSV  (anywhere you like; give it with --names)
    Each row: an id, as above, and the name to print for it. It is never stored with the rota.
    * id
    * name
    """

  private var settings: String {
    let own = kind.settings.map(TemplateReadMe.line)
    let policy = PolicySetting.all.map { "  \($0.key)\n      \($0.meaning) (\(TemplateReadMe.usual($0)))" }
    return (["SETTINGS OF SERVICE.CSV"] + own + ["", "RULES OF THE SERVICE, each with its usual value"] + policy)
      .joined(separator: "\n")
  }

  private static func usual(_ setting: PolicySetting) -> String {
    let policy = Policy()
    return switch setting.field {
    case .integer(let range, let get, _): "\(get(policy)); \(range.lowerBound) to \(range.upperBound)"
    case .clock(let get, _): get(policy).description
    case .choice(let words, let get, _): "\(get(policy)); one of \(words.joined(separator: ", "))"
    case .choices(let words, let get, _):
      "\(get(policy).joined(separator: "; ")); one or more of \(words.joined(separator: ", "))"
    }
  }
}
