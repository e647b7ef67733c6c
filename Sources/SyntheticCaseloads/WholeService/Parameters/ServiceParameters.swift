package import Quantities

/// What a generated service is like: a date, a seed, and a value for every setting.
///
/// ```swift
/// var parameters = ServicePreset.innerLondon.parameters(seed: 7)
/// parameters[.twoPersonPerMille] = 150
/// let made = ServiceGenerator(parameters).made
/// ```
package struct ServiceParameters: Hashable, Sendable {
  /// Names the service: the same parameters and seed give the same bytes, on every machine.
  package var seed: UInt64
  package var title: String
  /// The service day on which the service is seen: Tuesday 24 November 2026, unless set.
  package var date = CivilDate(daysSinceEpoch: 20_781)
  /// The moment of that day; nothing of the day has been done yet.
  package var asOf = ClockTime(wrapping: 7 * 3600)
  /// What differs from the settings' standard.
  private var chosen: [ServiceSetting.Key: Int] = [:]

  package init(seed: UInt64, title: String) {
    self.seed = seed
    self.title = title
  }

  /// A setting's value in its own unit, which its key names; one outside the setting's range is brought into it.
  package subscript(key: ServiceSetting.Key) -> Int {
    get { chosen[key] ?? ServiceSetting.of(key)?.standard ?? 0 }
    set {
      guard let setting = ServiceSetting.of(key) else { return }
      let value = min(max(newValue, setting.range.lowerBound), setting.range.upperBound)
      chosen[key] = value == setting.standard ? nil : value
    }
  }

  /// The settings that differ from their standard, in the order of the documentation.
  package var changed: [(setting: ServiceSetting, value: Int)] {
    ServiceSetting.all.compactMap { setting in chosen[setting.key].map { (setting, $0) } }
  }

  /// The values of several settings, none below zero: weights of a choice.
  func weights(_ keys: [ServiceSetting.Key]) -> [Int] { keys.map { max(0, self[$0]) } }

  /// A share as a factor.
  func share(_ key: ServiceSetting.Key) -> Double { Double(self[key]) / 1000 }
}
