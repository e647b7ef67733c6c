import Quantities

/// Links, each by itself and pair by pair.
enum LinkChecks {
  static func problems(_ index: DraftIndex) -> [RecordProblem] {
    var continuity: [Set<VisitID>: [DraftRecord<VisitLink>]] = [:]
    for record in index.draft.links
    where record.value.relation == .sameWorker || record.value.relation == .differentWorker {
      continuity[[record.value.first, record.value.second], default: []].append(record)
    }
    return index.draft.links.flatMap { record -> [RecordProblem] in
      let key = RecordKey(.link, record.index)
      let link = record.value
      var problems: [RecordProblem] = []
      if link.first == link.second {
        problems.append(
          RecordProblem(
            key, "second", code: "link.self", found: link.second.text,
            expected: "another call than the first is expected"))
      }
      if case .gap(let minimum, let maximum?) = link.relation, minimum > maximum {
        problems.append(
          RecordProblem(
            key, "minimumMinutes", code: "link.gap", found: "minimum \(minimum.value), maximum \(maximum.value)",
            expected: "a minimum not above the maximum is expected"))
      }
      let sisters = continuity[[link.first, link.second]] ?? []
      if link.relation == .sameWorker || link.relation == .differentWorker,
        sisters.contains(where: { $0.value.relation != link.relation })
      {
        problems.append(
          RecordProblem(
            key, "relation", code: "link.contradiction", found: "both sameWorker and differentWorker for these calls",
            expected: "one of the two is expected"))
      }
      return problems
    }
  }
}
