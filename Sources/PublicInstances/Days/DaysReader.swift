import CareModel
import Interchange

/// Reads the JSON of the tight synthetic days.
package enum DaysReader {
  /// Reads the bytes of an instance.
  package static func read(_ bytes: [UInt8], file: String) -> InstanceReading<DaysInstance> {
    InstanceReading(json: bytes, file: file) { root, log in DaysParser(log: log).instance(root) }
  }
}

/// Reads the tree; whatever is wrong with it is noted.
private struct DaysParser {
  let log: ProblemLog

  /// Minutes: two days.
  private static let minutes = 0...2880
  private static let weights = 0...1_000_000
  /// Hundredths of a kilometre.
  private static let coordinates = -100_000...100_000
  private static let keys = ["name", "seed", "variant", "slot", "weights", "staff", "visits"]
  private static let weightKeys = ["tier", "travel", "late", "discont", "overtime"]
  private static let staffKeys = ["id", "role", "skills", "shift", "max_ot", "start", "end", "break", "patch"]
  private static let visitKeys = [
    "id", "patient_xy", "dur", "tw", "pref", "roles", "skills", "n", "tier", "cont",
  ]
  private static let tiers = 4
  private static let records = 10_000

  func instance(_ root: DocumentValue) -> DaysInstance? {
    guard let record = RecordReader(root, path: "", keys: DaysParser.keys, log: log) else { return nil }
    let name = record.text("name")
    let variant = record.text("variant")
    if let variant, variant != "full", variant != "core" {
      record.report("variant", code: "word.unknown", found: variant, expected: "full or core")
    }
    let slot = record.optionalInteger("slot", in: 1...1440) ?? 1
    let weights = record.object("weights", keys: DaysParser.weightKeys).flatMap(weights)
    let staffRecords = record.objects("staff", keys: DaysParser.staffKeys, atMost: DaysParser.records)
    let staff = staffRecords.enumerated().compactMap { self.staff($1, number: $0) }
    let visitRecords = record.objects("visits", keys: DaysParser.visitKeys, atMost: DaysParser.records)
    let visits = visitRecords.enumerated().compactMap { self.visit($1, number: $0, staff: staffRecords.count) }
    guard let name, let weights, log.isEmpty else { return nil }
    return DaysInstance(
      name: name, isCore: variant == "core", weights: weights, staff: staff, visits: visits, slot: slot)
  }

  private func weights(_ record: RecordReader) -> DaysInstance.Weights? {
    let count = DaysParser.tiers + 1
    let tiers = record.numbers("tier", count: count...count, in: DaysParser.weights)
    let others = ["travel", "late", "discont", "overtime"].map { record.integer($0, in: DaysParser.weights) }
    guard let tiers, let travel = others[0], let late = others[1], let change = others[2], let overtime = others[3]
    else { return nil }
    return DaysInstance.Weights(tiers: tiers, travel: travel, late: late, discontinuity: change, overtime: overtime)
  }

  /// Solutions speak of staff and visits by these numbers.
  private func checkNumber(_ record: RecordReader, _ number: Int) {
    guard let id = record.integer("id", in: 0...Int.max), id != number else { return }
    record.report("id", code: "id.order", found: String(id), expected: "\(number): the records are numbered in order")
  }

  private func staff(_ record: RecordReader, number: Int) -> DaysInstance.Staff? {
    checkNumber(record, number)
    let role = record.text("role")
    let skills = record.identifiers("skills", of: DaysInstance.self).map(\.text)
    let shift = interval(record, "shift")
    let overtime = record.integer("max_ot", in: DaysParser.minutes, unit: "minutes")
    let start = point(record, "start")
    let end = point(record, "end")
    let rest = record.optionalObject("break", keys: ["dur", "from", "to"]).flatMap(rest)
    let patch = record.optionalInteger("patch", in: 0...100_000) ?? 0
    guard let role, let shift, let overtime, let start, let end else { return nil }
    return DaysInstance.Staff(
      role: role, skills: skills, shiftStart: shift[0], shiftEnd: shift[1], maximumOvertime: overtime, start: start,
      end: end, rest: rest, patch: patch)
  }

  private func rest(_ record: RecordReader) -> DaysInstance.Rest? {
    let numbers = ["dur", "from", "to"].map { record.integer($0, in: DaysParser.minutes, unit: "minutes") }
    guard let duration = numbers[0], let from = numbers[1], let to = numbers[2] else { return nil }
    guard from <= to else {
      record.report("to", code: "interval.backwards", found: String(to), expected: "a minute not before \(from)")
      return nil
    }
    return DaysInstance.Rest(duration: duration, earliestStart: from, latestStart: to)
  }

  private func visit(_ record: RecordReader, number: Int, staff: Int) -> DaysInstance.Visit? {
    checkNumber(record, number)
    let place = point(record, "patient_xy")
    let duration = record.integer("dur", in: DaysParser.minutes, unit: "minutes")
    let window = interval(record, "tw")
    let preferred = record.integer("pref", in: DaysParser.minutes, unit: "minutes")
    let roles = record.identifiers("roles", of: DaysInstance.self).map(\.text)
    let skills = record.identifiers("skills", of: DaysInstance.self).map(\.text)
    let workers = record.integer("n", in: 1...2)
    let tier = record.integer("tier", in: 1...DaysParser.tiers)
    // Without staff there is nobody to know anybody.
    let known = record.numbers("cont", count: 0...DaysParser.records, in: 0...max(0, staff - 1))
    guard let place, let duration, let window, let preferred, let workers, let tier, let known else { return nil }
    return DaysInstance.Visit(
      place: place, duration: duration, windowStart: window[0], windowEnd: window[1], preferred: preferred,
      roles: roles, skills: skills, workers: workers, tier: tier, continuity: known)
  }

  private func point(_ record: RecordReader, _ key: String) -> DaysInstance.Point? {
    record.numbers(key, count: 2...2, decimals: 2, in: DaysParser.coordinates).map {
      DaysInstance.Point(x: $0[0], y: $0[1])
    }
  }

  private func interval(_ record: RecordReader, _ key: String) -> [Int]? {
    guard let ends = record.numbers(key, count: 2...2, in: DaysParser.minutes) else { return nil }
    if ends[0] <= ends[1] { return ends }
    record.report(
      key, code: "interval.backwards", found: "\(ends[0]) to \(ends[1])", expected: "an end not before the start")
    return nil
  }
}
