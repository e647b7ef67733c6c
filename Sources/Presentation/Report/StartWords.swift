package import CareModel
import RotaChecking

extension StartReport {
  /// `started from a rota: 35 calls kept; dropped 2, moved 1; rules broken: role and skill (1), within the safe time (2)`.
  package var words: String {
    let kept = "started from a rota: \(Count.of(self.kept, "call")) kept"
    guard !mends.isEmpty else { return "\(kept), nothing to mend" }
    let remedies = Remedy.allCases.compactMap { remedy in
      let count = mends.count { $0.remedy == remedy }
      return count == 0 ? nil : "\(remedy.printedName) \(count)"
    }
    var rules: [(name: String, count: Int)] = []
    for mend in mends {
      if let known = rules.firstIndex(where: { $0.name == mend.rule }) {
        rules[known].count += 1
      } else {
        rules.append((mend.rule, 1))
      }
    }
    let reasons = rules.map { rule in
      "\(RuleName(rawValue: rule.name)?.printedName ?? PrintableText.of(rule.name)) (\(rule.count))"
    }
    return "\(kept); \(remedies.joined(separator: ", ")); rules broken: \(reasons.joined(separator: ", "))"
  }
}

extension StartReport.Remedy {
  /// As it stands in a list of what was mended.
  package var printedName: String {
    switch self {
    case .dropped: "dropped"
    case .moved: "moved"
    case .corrected: "corrected"
    }
  }
}
