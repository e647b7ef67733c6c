import CareModel
import Quantities

/// Records that a plan goes without; appointments that only follow an episode are told by their number.
struct LeftOutRecords {
  /// Those with something wrong of their own, and all that follow no episode, as they came.
  let own: [QuarantinedRecord]
  /// By episode that is set aside, in order of its id: how many of its appointments went with it.
  let appointments: [(episode: String, count: Int)]

  init(_ records: [QuarantinedRecord]) {
    let episodes = Set(records.filter { $0.kind == RecordKind.episode.rawValue }.map(\.id))
    func episode(of record: QuarantinedRecord) -> String? {
      guard record.kind == RecordKind.visit.rawValue, record.problems.allSatisfy({ $0.code == "reference.leftOut" })
      else { return nil }
      return record.problems.map(\.found).first(where: episodes.contains)
    }
    own = records.filter { episode(of: $0) == nil }
    let counts = records.compactMap(episode).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    appointments = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// `episode e-7`, and behind all of these what only follows them.
  var named: [String] { own.map { "\(PrintableText.of($0.kind)) \(PrintableText.of($0.id))" } + followers }

  /// `12 appointments of e-7`.
  var followers: [String] {
    appointments.map { "\(Count.of($0.count, "appointment")) of \(PrintableText.of($0.episode))" }
  }
}
