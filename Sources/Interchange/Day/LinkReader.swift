import CareModel
import Quantities

/// Reads one of `links`.
enum LinkReader {
  static let keys = ["first", "second", "relation", "minimumMinutes", "maximumMinutes"]

  /// The relations as a document writes them.
  enum RelationWord: String, CaseIterable {
    case sameStart, gap, order, sameWorker, differentWorker, requires
  }

  static func read(_ record: RecordReader) -> VisitLink? {
    let first = record.reference("first", to: .visit, of: Visit.self)
    let second = record.reference("second", to: .visit, of: Visit.self)
    let relation = relation(record)
    guard let first, let second, let relation, record.log.isEmpty else { return nil }
    return VisitLink(first: first, second: second, relation: relation)
  }

  /// What two calls owe each other, from the keys behind the first two; nil, with a problem, where something is wrong.
  static func relation(_ record: RecordReader) -> VisitLink.Relation? {
    let word = record.word("relation", of: RelationWord.self)
    let minimum = record.optionalInteger("minimumMinutes", in: CaseloadLimits.gapMinutes, unit: "minutes")
    let maximum = record.optionalInteger("maximumMinutes", in: CaseloadLimits.gapMinutes, unit: "minutes")
    if let word, word != .gap {
      for key in ["minimumMinutes", "maximumMinutes"] where record.value(key) != nil {
        record.report(
          key, code: "link.minutes", found: record.value(key)?.shown ?? "",
          expected: "minutes belong to the relation gap only", suggestion: "\"relation\": \"gap\"")
      }
    }
    if word == .gap, record.value("minimumMinutes") == nil, record.value("maximumMinutes") == nil {
      _ = record.required("minimumMinutes", "a gap has a minimum, a maximum or both")
    }
    return word.map { relation($0, minimum: Minutes(minimum ?? 0), maximum: maximum.map { Minutes($0) }) }
  }

  private static func relation(_ word: RelationWord, minimum: Minutes, maximum: Minutes?) -> VisitLink.Relation {
    switch word {
    case .sameStart: .sameStart
    case .gap: .gap(minimum: minimum, maximum: maximum)
    case .order: .order
    case .sameWorker: .sameWorker
    case .differentWorker: .differentWorker
    case .requires: .requires
    }
  }
}
