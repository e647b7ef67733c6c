import CareModel
package import Interchange
import ReproducibleNumbers

/// Reads an instance of the public UHHC set as a day of ours.
///
/// Ceschia et al., doi 10.1111/itor.70140; instances under CC BY 4.0. An instance is read whole or not at all: without
/// one of its records it would be another instance.
/// ```swift
/// if UHHCReader.looksLikeUHHC(root) { let reading = UHHCReader.read(root) }
/// ```
package enum UHHCReader {
  private static let marks = ["distances", "terminal_points", "caregivers", "patients"]

  /// Whether a document is an instance of the set: it has their lists and no format of ours.
  package static func looksLikeUHHC(_ root: DocumentValue) -> Bool {
    guard case .object(let members) = root.content else { return false }
    let keys = Set(members.map(\.key))
    return marks.allSatisfy(keys.contains) && !keys.contains("format")
  }

  /// Reads the bytes of an instance.
  ///
  /// - Parameter file: the name that stands in messages.
  package static func read(json bytes: [UInt8], file: String) -> CaseloadReading {
    let digest = SHA256.hexadecimal(of: bytes)
    do {
      let reading = read(try JSONParser.parse(bytes, file: file))
      return CaseloadReading(caseload: reading.caseload, problems: reading.problems, inputDigest: digest)
    } catch {
      return CaseloadReading(caseload: nil, problems: [error.problem], inputDigest: digest)
    }
  }

  /// Reads the tree of an instance.
  package static func read(_ root: DocumentValue) -> CaseloadReading {
    let parser = UHHCParser()
    guard let instance = parser.instance(root) else {
      return CaseloadReading(caseload: nil, problems: parser.log.problems)
    }
    let draft = UHHCDay(instance).draft
    let repeated = repetitions(draft, root)
    guard repeated.isEmpty else { return CaseloadReading(caseload: nil, problems: repeated) }
    let impossible = draft.visits.filter { $0.value.windows.isEmpty }
    guard impossible.isEmpty else {
      return CaseloadReading(caseload: nil, problems: impossible.map { noWindow($0.value.visit.id, root) })
    }
    let validation = CaseloadValidator.validate(draft)
    guard validation.problems.isEmpty else {
      return CaseloadReading(caseload: nil, problems: validation.problems.map { problem($0, of: draft, root) })
    }
    return CaseloadReading(
      caseload: validation.caseload(), problems: [], warnings: validation.warnings.map { problem($0, of: draft, root) })
  }

  /// Ids that two records of a kind share, which the day could not tell apart.
  private static func repetitions(_ draft: CaseloadDraft, _ root: DocumentValue) -> [InputProblem] {
    let ids: [(kind: RecordKind, ids: [String])] = [
      (.place, draft.places.map(\.value.id.text)), (.person, draft.people.map(\.value.id.text)),
      (.worker, draft.workers.map(\.value.id.text)), (.visit, draft.visits.map(\.value.visit.id.text)),
    ]
    return ids.flatMap { kind, ids in
      var seen: Set<String> = []
      return ids.filter { !seen.insert($0).inserted }.map { id in
        InputProblem(
          code: "id.repeated", location: "\(root.position.file): \(kind.printedName) \(id)", found: id,
          expected: "an id of its own for each patient, caregiver and terminal point")
      }
    }
  }

  /// Lateness is forbidden, and each window is shorter than the service that should end in it.
  private static func noWindow(_ visit: VisitID, _ root: DocumentValue) -> InputProblem {
    InputProblem(
      code: "visit.noWindow", location: "\(root.position.file): call \(visit), time_windows", found: "no time to start",
      expected: "a window as long as the service, because total_tardiness or highest_tardiness is \"HARD\"")
  }

  /// A problem of the day that the instance became, by the id that the record has in both.
  private static func problem(
    _ problem: RecordProblem, of draft: CaseloadDraft, _ root: DocumentValue
  ) -> InputProblem {
    func id<Value>(_ records: [DraftRecord<Value>], _ id: (Value) -> String) -> String {
      records.first { $0.index == problem.record.index }.map { id($0.value) } ?? "?"
    }
    let name =
      switch problem.record.kind {
      case .place: id(draft.places) { $0.id.text }
      case .person: id(draft.people) { $0.id.text }
      case .worker: id(draft.workers) { $0.id.text }
      case .visit: id(draft.visits) { $0.visit.id.text }
      case .link: id(draft.links) { "\($0.first) and \($0.second)" }
      case .episode, .referral: "?"
      }
    return InputProblem(
      code: problem.code,
      location: "\(root.position.file): \(problem.record.kind.printedName) \(name), \(problem.field)",
      found: problem.found, expected: problem.expected, suggestion: problem.suggestion)
  }
}
