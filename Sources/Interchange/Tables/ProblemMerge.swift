import CareModel
import Foundation

/// Puts the problems of cells, worded for sheets, in the place of those that the document's reader found in the same cells.
struct ProblemMerge {
  private let own: [TableDocument.RecordProblem]
  private let ownByRecord: [Record: [Int]]
  /// `visits.csv:14:6`: the document's reader has them in brackets at the end of its locations.
  private let positions: Set<String>

  private struct Record: Hashable {
    let kind: String
    let id: String
  }

  init(_ own: [TableDocument.RecordProblem]) {
    self.own = own
    ownByRecord = Dictionary(grouping: own.indices) { Record(kind: own[$0].kind, id: own[$0].id) }
    positions = Set(own.map(\.problem.location))
  }

  /// All problems in one list: the document reader's first, without those that a cell's own problem replaces.
  func problems(_ found: [InputProblem]) -> [InputProblem] {
    TableReader.distinct(found.filter { !isReplaced($0) }.map(ProblemMerge.relocated) + own.map(\.problem))
  }

  /// The records set aside with their problems reworded; those that only this reader knew to be bad are added.
  private func quarantine(_ records: [QuarantinedRecord]) -> [QuarantinedRecord] {
    var used: Set<Int> = []
    var quarantine = records.map { record in
      let mine = ownByRecord[Record(kind: record.kind, id: record.id)] ?? []
      used.formUnion(mine)
      let others = record.problems.filter { !isReplaced($0) && !isFollowing($0, mine) }
      return QuarantinedRecord(
        kind: record.kind, id: record.id, person: record.person,
        problems: TableReader.distinct(mine.map { own[$0].problem } + others.map(ProblemMerge.relocated)))
    }
    var listed = Set(quarantine.flatMap(\.problems))
    for index in own.indices where !used.contains(index) {
      let missed = own[index]
      if listed.insert(missed.problem).inserted {
        quarantine.append(QuarantinedRecord(kind: missed.kind, id: missed.id, problems: [missed.problem]))
      }
    }
    return quarantine
  }

  /// The day with its quarantine in the words of the sheets.
  func caseload(_ caseload: Caseload) -> Caseload {
    Caseload(
      title: caseload.title, isInvented: caseload.isInvented, asOf: caseload.asOf, serviceDate: caseload.serviceDate,
      calendar: caseload.calendar, policy: caseload.policy, places: caseload.places, matrices: caseload.matrices,
      people: caseload.people, episodes: caseload.episodes, referrals: caseload.referrals, workers: caseload.workers,
      visits: caseload.visits, links: caseload.links, quarantine: quarantine(caseload.quarantine))
  }

  /// The service with its quarantine in the words of the sheets.
  func service(_ service: Service) -> Service {
    Service(
      title: service.title, isInvented: service.isInvented, asOf: service.asOf, calendar: service.calendar,
      policy: service.policy, places: service.places, matrices: service.matrices, people: service.people,
      referrals: service.referrals, episodes: service.episodes, staff: service.staff,
      appointments: service.appointments, quarantine: quarantine(service.quarantine))
  }

  /// With the place in the sheet first, where somebody looks: `visits.csv:14:6 (visits[v-017].demands[0])`.
  static func relocated(_ problem: InputProblem) -> InputProblem {
    guard let location = split(problem.location) else { return problem }
    return InputProblem(
      code: problem.code, location: "\(location.position) (\(location.path))", found: problem.found,
      expected: problem.expected,
      suggestion: problem.suggestion)
  }

  /// Path and position of a location that has both.
  private static func split(_ location: String) -> (path: String, position: String)? {
    guard location.hasSuffix(")"), let open = location.range(of: " (", options: .backwards) else { return nil }
    return (String(location[..<open.lowerBound]), String(location[open.upperBound...].dropLast()))
  }

  private func isReplaced(_ problem: InputProblem) -> Bool {
    ProblemMerge.split(problem.location).map { positions.contains($0.position) } ?? false
  }

  /// A value that is missing only because its cell could not be read.
  private func isFollowing(_ problem: InputProblem, _ mine: [Int]) -> Bool {
    !mine.isEmpty && (problem.code == "value.missing" || problem.code == "list.length")
  }
}
