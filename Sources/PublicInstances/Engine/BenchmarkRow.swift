package import RotaOptimiser

/// What the optimiser makes of one instance of a public set.
package struct BenchmarkRow: Hashable, Sendable {
  package let set: PublicSet
  package let instance: String
  package let convention: BestKnown.Convention
  /// The best published value under the convention that is not doubtful.
  package let published: BestKnown?
  /// Ours, as the set's evaluator has it.
  package var value: SetObjective?
  /// The rota behind it, in the numbers of the instance's translation.
  package var rota: RotaSolution?
  /// The same in the set's own file format, where it has one that is written here.
  package var document: String?
  /// What must be served and is not; the value is worth nothing then.
  package var leftOut = 0
  /// Broken rules, or why there is no value at all.
  package var faults: [String] = []
  /// Proven for every rota that serves all it must; nil where nothing is proven but zero.
  package var bound: ExactValue?
  /// Work units.
  package var work = 0
  package var seconds: Double?
  package var peakMegabytes: Int?

  package init(set: PublicSet, instance: String, convention: BestKnown.Convention, published: BestKnown?) {
    self.set = set
    self.instance = instance
    self.convention = convention
    self.published = published
  }

  /// A value that keeps the set's rules.
  package var isValid: Bool { value != nil && leftOut == 0 && faults.isEmpty }

  /// How far ours lies above the published value, in ten-thousandths; nil where they can't be compared, as with more vehicles.
  package var gap: Int? {
    guard isValid, let value, let best = published?.value, value.values.dropLast() == best.values.dropLast() else {
      return nil
    }
    return value.last.gap(above: best.last)
  }

  /// Vehicles beyond the published ones, where they come before the last value.
  package var firstValueBeyond: Int? {
    guard set != .vroom, isValid, let own = value?.values, let best = published?.value.values, own.count > 1,
      best.count > 1,
      own[0].denominator == 1, best[0].denominator == 1
    else { return nil }
    return own[0].numerator - best[0].numerator
  }

  /// The instances of a set that belong together, by their names.
  package var family: String {
    let start = instance.prefix { $0.isLetter }
    switch set {
    case .days: return instance.hasSuffix("-core") ? "core" : "full"
    case .mankowska:
      let patients = instance.split(separator: "_").dropLast().last.map(String.init) ?? ""
      return ["10": "A", "25": "B", "50": "C", "75": "D", "100": "E"][patients] ?? patients
    case .solomon: return "\(start)\(instance.dropFirst(start.count).prefix(1))"
    case .vroom: return "given"
    case .uhhc: return start == "i" ? "validation" : start == "instance" ? "small" : String(start)
    }
  }
}
