package import Quantities

/// What a generated service is like: a date, a seed, and a value for every setting.
///
/// ```swift
/// var parameters = ServicePreset.innerLondon.parameters(seed: 7)
/// parameters[.twoPersonPerMille] = 150
/// let service = ServiceGenerator(parameters).service
/// ```
package struct ServiceParameters: Hashable, Sendable {
  /// Names the service: the same parameters and seed give the same bytes, on every machine.
  package var seed: UInt64
  package var title: String
  /// The service day on which the service is seen: Tuesday 24 November 2026, unless set.
  package var date = CivilDate(daysSinceEpoch: 20_781)
  /// The moment of that day; nothing of the day has been done yet.
  package var asOf = ClockTime(wrapping: 7 * 3600)
  /// In the order of the keys.
  private var values = ServiceSetting.standards

  package init(seed: UInt64, title: String) {
    self.seed = seed
    self.title = title
  }

  /// A setting's value in its own unit, which its key names; one outside the setting's range is brought into it.
  package subscript(key: ServiceSetting.Key) -> Int {
    get { values[key.rawValue] }
    set {
      let range = ServiceSetting.of(key).range
      values[key.rawValue] = min(max(newValue, range.lowerBound), range.upperBound)
    }
  }

  /// The settings that differ from their standard, in the order of the documentation.
  package var changed: [(setting: ServiceSetting, value: Int)] {
    ServiceSetting.all.map { ($0, self[$0.key]) }.filter { $0.0.standard != $0.1 }
  }

  /// The values of several settings, none below zero: weights of a choice.
  func weights(_ keys: [ServiceSetting.Key]) -> [Int] { keys.map { max(0, self[$0]) } }

  /// A share as a factor.
  func share(_ key: ServiceSetting.Key) -> Double { Double(self[key]) / 1000 }
}
