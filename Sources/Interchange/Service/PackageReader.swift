import CareModel
import Quantities

/// Reads what a call must be, from the keys that lines of packages and appointments share.
enum CallNeedReader {
  static let keys = [
    "kind", "mode", "place", "demands", "preferred", "agreed", "safe", "consequence", "timeCritical", "preferences",
  ]

  static func read(_ record: RecordReader) -> CallNeed? {
    let kind = record.word("kind", of: Visit.Kind.self)
    let mode = record.word("mode", default: Visit.Mode.home)
    let place = record.optionalReference("place", to: .place, of: Place.self)
    let demands = VisitReader.demands(record)
    let preferred = record.clockInterval("preferred")
    let agreed = record.optionalClockInterval("agreed")
    let safe = record.optionalClockInterval("safe")
    let consequence = record.optionalWord("consequence", of: Consequence.self)
    let isTimeCritical = record.truth("timeCritical", default: false)
    let preferences = PreferenceReader.list(record, "preferences")
    guard let kind, let preferred else { return nil }
    return CallNeed(
      kind: kind, mode: mode, place: place, demands: demands, preferred: preferred, agreed: agreed, safe: safe,
      consequence: consequence, isTimeCritical: isTimeCritical, preferences: preferences)
  }
}

/// Reads the lines of a package.
enum PackageLineReader {
  static let keys = ["id", "weekdays", "timesAWeek", "daysBetween"] + CallNeedReader.keys

  static func list(_ record: RecordReader) -> [PackageLine] {
    record.objects("lines", keys: keys, atMost: ServiceLimits.lines).compactMap(read)
  }

  private static func read(_ record: RecordReader) -> PackageLine? {
    let id = record.identifier("id", of: PackageLine.self)
    let weekdays: [Weekday]? = record.value("weekdays") == nil ? nil : record.words("weekdays")
    let days = 1...PackageLine.FreedomOfDay.mostTimes
    let times = record.optionalInteger("timesAWeek", in: days, unit: "times a week")
    let between = record.optionalInteger("daysBetween", in: days, unit: "days")
    if between != nil, times == nil {
      _ = record.required("timesAWeek", "how often a week is expected beside daysBetween")
    }
    let call = CallNeedReader.read(record)
    guard let id, let call else { return nil }
    return PackageLine(
      id: id, weekdays: weekdays.map { WeekdaySet($0) } ?? .every,
      freedom: times.map { PackageLine.FreedomOfDay(timesAWeek: $0, daysBetween: between) }, call: call)
  }
}

/// Reads one of an episode's `packages`.
enum PackageVersionReader {
  static let keys = ["effectiveFrom", "approval", "lines", "links"]
  static let approvalKeys = ["approvedBy", "riskNote"]

  static func read(_ record: RecordReader) -> PackageVersion? {
    let from = record.date("effectiveFrom")
    let approval = record.optionalObject("approval", keys: approvalKeys).flatMap(readApproval)
    let lines = PackageLineReader.list(record)
    let links = record.objects("links", keys: LinkReader.keys).compactMap(readLink)
    return from.map { PackageVersion(effectiveFrom: $0, approval: approval, lines: lines, links: links) }
  }

  private static func readApproval(_ record: RecordReader) -> PackageVersion.Approval? {
    let approvedBy = record.text("approvedBy")
    let riskNote = record.text("riskNote")
    guard let approvedBy, let riskNote else { return nil }
    return PackageVersion.Approval(approvedBy: approvedBy, riskNote: riskNote)
  }

  private static func readLink(_ record: RecordReader) -> PackageVersion.LineLink? {
    let first = record.identifier("first", of: PackageLine.self)
    let second = record.identifier("second", of: PackageLine.self)
    let relation = LinkReader.relation(record)
    guard let first, let second, let relation else { return nil }
    return PackageVersion.LineLink(first: first, second: second, relation: relation)
  }
}
