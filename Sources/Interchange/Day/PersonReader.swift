import CareModel
import Quantities

/// Reads one of `people`.
enum PersonReader {
  static let keys = [
    "id", "place", "coreTeam", "recentVisits", "refusedWorkers", "preferences", "suspensions",
    "uncoveredEssentialCallYesterday",
  ]
  static let recentVisitKeys = ["worker", "visits"]
  static let suspensionKeys = ["start", "end"]

  static func read(_ record: RecordReader, calendar: ServiceCalendar) -> Person? {
    let id = record.identifier("id", of: Person.self)
    let place = record.reference("place", to: .place, of: Place.self)
    let coreTeam: [WorkerID] = record.identifiers("coreTeam")
    let recentVisits = recentVisits(record)
    let refused: [WorkerID] = record.identifiers("refusedWorkers")
    let preferences = PreferenceReader.list(record, "preferences")
    let suspensions = record.objects("suspensions", keys: suspensionKeys).compactMap {
      $0.interval(in: calendar)
    }
    let wasLeft = record.truth("uncoveredEssentialCallYesterday", default: false)
    guard let id, let place, record.log.isEmpty else { return nil }
    return Person(
      id: id, place: place, coreTeam: coreTeam, recentVisits: recentVisits, refusedWorkers: refused,
      preferences: preferences, suspensions: suspensions, hadUncoveredEssentialCallYesterday: wasLeft)
  }

  private static func recentVisits(_ record: RecordReader) -> [WorkerID: Int] {
    var counts: [WorkerID: Int] = [:]
    for entry in record.objects("recentVisits", keys: recentVisitKeys) {
      let worker = entry.identifier("worker", of: Worker.self)
      let visits = entry.integer("visits", in: CaseloadLimits.recentVisits)
      guard let worker, let visits else { continue }
      if counts.updateValue(visits, forKey: worker) != nil {
        entry.report(
          "worker", code: "list.repeated", found: worker.text, expected: "each worker may stand once in the list")
      }
    }
    return counts
  }
}

/// Reads wishes about who comes, of people and of calls.
enum PreferenceReader {
  static let keys = ["gender", "language", "workers", "strength"]

  static func list(_ record: RecordReader, _ key: String) -> [Preference] {
    record.objects(key, keys: keys, atMost: 50).compactMap(read)
  }

  private static func read(_ record: RecordReader) -> Preference? {
    let strength = record.word("strength", of: Preference.Strength.self)
    let gender = record.optionalWord("gender", of: Gender.self)
    let language = record.optionalText("language")
    let workers: [WorkerID] = record.identifiers("workers")
    let given = ["gender", "language", "workers"].filter { record.value($0) != nil }
    guard given.count == 1 else {
      record.report(
        given.dropFirst().first ?? "strength", code: "preference.wish", found: given.joined(separator: " and "),
        expected: "exactly one of gender, language, workers is expected beside strength")
      return nil
    }
    let wish: Preference.Wish? =
      switch given.first {
      case "gender": gender.map { .gender($0) }
      case "language": language.map { .language($0) }
      default: .workers(workers)
      }
    guard let wish, let strength else { return nil }
    return Preference(wish, strength)
  }
}
