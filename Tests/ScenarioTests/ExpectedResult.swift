import CareModel
import Foundation
import Quantities
import RotaChecking

/// A scenario's `expected.json`: what must hold of its rota, however it is found.
///
/// Only what follows from the day stands in it, no accident of the search. Every key but `why` and `exitCode` may be left out.
struct ExpectedResult: Decodable {
  /// Why each of the statements must hold, for people.
  var why: [String]
  /// Of `reable rota`.
  var exitCode: Int
  /// Levels by name, or all ranks of a kind together, with the number that they must have.
  var levels: [String: Range] = [:]
  /// Levels or kinds that must be zero.
  var zeroLevels: [String] = []
  /// Calls that must be done.
  var covered: [String] = []
  /// Calls that can't be done.
  var uncovered: [String] = []
  /// The first visits that begin after their deadline: these and no others. Nil says nothing.
  var lateFirstVisits: [String]?
  /// When calls must begin, both ends included.
  var starts: [String: Stretch] = [:]

  /// A number, or the least and the greatest that it may be.
  struct Range: Decodable, Equatable {
    var least: Int?
    var most: Int?
    func contains(_ value: Int) -> Bool { value >= least ?? Int.min && value <= most ?? Int.max }
  }

  /// Two times with zone.
  struct Stretch: Decodable {
    var from: String
    var until: String
  }

  /// A file that has a key nobody looks at would seem to promise something.
  struct UnknownKey: Error, CustomStringConvertible {
    let key: String
    var description: String { "expected.json has an unknown key \(key)" }
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case why, exitCode, levels, zeroLevels, covered, uncovered, lateFirstVisits, starts
  }

  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }

  init(from decoder: any Decoder) throws {
    for key in try decoder.container(keyedBy: AnyKey.self).allKeys
    where !CodingKeys.allCases.contains(where: { $0.rawValue == key.stringValue }) {
      throw UnknownKey(key: key.stringValue)
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    why = try container.decode([String].self, forKey: .why)
    exitCode = try container.decode(Int.self, forKey: .exitCode)
    levels = try container.decodeIfPresent([String: Range].self, forKey: .levels) ?? [:]
    zeroLevels = try container.decodeIfPresent([String].self, forKey: .zeroLevels) ?? []
    covered = try container.decodeIfPresent([String].self, forKey: .covered) ?? []
    uncovered = try container.decodeIfPresent([String].self, forKey: .uncovered) ?? []
    lateFirstVisits = try container.decodeIfPresent([String].self, forKey: .lateFirstVisits)
    starts = try container.decodeIfPresent([String: Stretch].self, forKey: .starts) ?? [:]
  }

  init(_ folder: ScenarioFolder) throws {
    self = try JSONDecoder().decode(ExpectedResult.self, from: Data(try folder.bytes("expected.json")))
  }

  /// Every statement that doesn't hold of a rota, in words.
  func faults(of day: PlannedDay) -> [String] {
    var faults: [String] = []
    func check(_ holds: Bool, _ fault: @autoclosure () -> String) { if !holds { faults.append(fault()) } }
    check(day.exitCode == exitCode, "exit code \(day.exitCode), expected \(exitCode)")
    for (name, range) in levels.sorted(by: { $0.key < $1.key }) {
      let value = Self.value(of: name, in: day)
      check(value.map(range.contains) ?? false, "\(name) is \(Self.shown(value)), expected \(range)")
    }
    for name in zeroLevels {
      let value = Self.value(of: name, in: day)
      check(value == 0, "\(name) is \(Self.shown(value)), expected 0")
    }
    for id in covered { check(day.isCovered(VisitID(id)), "\(id) is not covered") }
    for id in uncovered { check(day.rota.uncovered.contains(VisitID(id)), "\(id) is not among the uncovered") }
    if let lateFirstVisits {
      let late = day.late.map(\.text)
      check(late == lateFirstVisits.sorted(), "late are \(late), expected \(lateFirstVisits)")
    }
    for (id, stretch) in starts.sorted(by: { $0.key < $1.key }) {
      let start = day.start(of: VisitID(id))
      let from = ZonedReading(iso: stretch.from)?.instant
      let until = ZonedReading(iso: stretch.until)?.instant
      let holds =
        start.flatMap { start in from.flatMap { from in until.map { from <= start && start <= $0 } } } ?? false
      check(holds, "\(id) begins \(start.map(day.caseload.calendar.iso) ?? "never"), expected \(stretch)")
    }
    return faults
  }

  private static func shown(_ value: Int?) -> String { value.map(String.init) ?? "no level" }

  /// The number at a level, or of all ranks of a kind; nil for a name that the ladder doesn't know.
  private static func value(of name: String, in day: PlannedDay) -> Int? {
    let score = day.checked.score
    if let level = score.ladder.levels.first(where: { $0.name == name }) { return score[level] }
    return Level.Kind(rawValue: name).map(score.total)
  }
}
