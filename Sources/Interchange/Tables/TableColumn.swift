import CareModel

/// One column of a CSV file: what is written in it, for the reader and for the page that explains it to people.
package struct TableColumn: Sendable {
  /// As in the first line of the file; the unit stands in it.
  package let name: String
  package let kind: Kind
  package let isRequired: Bool
  /// One line for a coordinator.
  package let meaning: String
  /// What the template's example row has; empty where it leaves the cell empty.
  package let example: String

  package init(_ name: String, _ kind: Kind, required: Bool = false, _ meaning: String, example: String = "") {
    self.name = name
    self.kind = kind
    isRequired = required
    self.meaning = meaning
    self.example = example
  }

  /// The same column in another sheet.
  func with(
    kind: Kind? = nil, required: Bool? = nil, meaning: String? = nil, example: String? = nil
  ) -> TableColumn {
    TableColumn(
      name, kind ?? self.kind, required: required ?? isRequired, meaning ?? self.meaning,
      example: example ?? self.example)
  }

  /// How a cell is read.
  package enum Kind: Sendable {
    case text
    /// Separated by semicolons.
    case textList
    case wholeNumber
    case yesNo
    /// `24/11/2026` or `2026-11-24`.
    case date
    /// A clock time of the service day, or a date and a clock time.
    case moment
    /// The same for an end: the clock at which the service day begins means the day's end.
    case endMoment
    /// A decimal number of degrees, to microdegrees.
    case degrees
    case choice(TableChoices)
    case choiceList(TableChoices)
    /// `worker: visits`, separated by semicolons.
    case workerCounts
    /// `worker: weeks`, separated by semicolons, the weeks by commas.
    case workerWeeks
    /// A time on the clock's face, whatever the day.
    case clock
    /// Days, separated by semicolons.
    case dateList
    /// `day: day`, separated by semicolons: what was thought on the first about the second.
    case datedDays
  }

  /// How the cell is written, in words for people.
  package var form: String {
    switch kind {
    case .text: "text"
    case .textList: "one or more, separated by ;"
    case .wholeNumber: "whole number"
    case .yesNo: "yes or no"
    case .date: "a day: 24/11/2026 or 2026-11-24"
    case .moment, .endMoment: "a time: 07:30, or with a day 24/11/2026 07:30"
    case .degrees: "degrees such as 51.4101"
    case .choice(let choices): "one of: \(choices.words.joined(separator: ", "))"
    case .choiceList(let choices): "one or more, separated by ;, of: \(choices.words.joined(separator: ", "))"
    case .workerCounts: "worker: number of calls, separated by ;"
    case .workerWeeks: "worker: numbers of weeks, separated by ;, such as w-01: 1, 2; w-02: 2"
    case .clock: "a time of day such as 07:30"
    case .dateList: "days such as 24/11/2026, separated by ;"
    case .datedDays: "day: day, separated by ;, such as 10/11/2026: 15/12/2026"
    }
  }
}

/// The words that a cell may hold, each standing for a word of the native document.
package struct TableChoices: Sendable {
  /// The native words, such as `rehabilitationAssistant`.
  package let names: [String]
  /// What people may write instead, such as `first visit` for `firstResponse`.
  private let synonyms: [(said: String, name: String)]

  package init<Choice: RawRepresentable & CaseIterable>(
    _: Choice.Type, said: (Choice) -> String? = { _ in nil }
  ) where Choice.RawValue == String {
    names = Choice.allCases.map(\.rawValue)
    synonyms = Choice.allCases.compactMap { choice in said(choice).map { ($0, choice.rawValue) } }
  }

  /// As people write them: `rehabilitation assistant`.
  package var words: [String] { names.map(TableChoices.spaced) }

  /// The native word for what somebody wrote, whatever its capitals, spaces and hyphens; nil where there is none.
  package func name(for written: String) -> String? {
    let wanted = TableChoices.plain(written)
    return names.first { TableChoices.plain($0) == wanted }
      ?? synonyms.first { TableChoices.plain($0.said) == wanted }?.name
  }

  /// `rehabilitationAssistant` as `rehabilitation assistant`.
  static func spaced(_ name: String) -> String {
    name.reduce(into: "") { text, character in
      text += character.isUppercase ? " " + character.lowercased() : String(character)
    }
  }

  /// Letters and digits alone, in lower case.
  static func plain(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
